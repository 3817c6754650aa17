package org.subhasta.auction.format;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.util.List;
import org.subhasta.auction.model.Answer;
import org.subhasta.auction.model.Auction;
import org.subhasta.auction.model.Bid;
import org.subhasta.auction.model.Fact;
import org.subhasta.auction.model.Result;
import org.subhasta.auction.model.Scoring;
import org.subhasta.auction.model.Terms;
import org.subhasta.auction.format.Simulation.Answered;

/**
 * Writes an outcome as JSON, an answer a line as it comes, so that the outcome of a large auction
 * needs no memory: {@code docs/reference/auction-outcome.schema.json}.
 */
public final class OutcomeWriter {

    /** The format's name and version. */
    public static final String FORMAT = "subhasta-outcome-1";

    private final PrintWriter out;
    private final boolean wholeStanding;
    private boolean first = true;

    /** @param wholeStanding after each act the standing bids of all, else the leading bid alone */
    public OutcomeWriter(PrintWriter out, boolean wholeStanding) {
        this.out = out;
        this.wholeStanding = wholeStanding;
    }

    /** Writes all, running the simulation. */
    public void write(AuctionFile file, List<RecordedAct> acts, Simulation simulation) {
        out.print("{\"format\":\"" + FORMAT + "\",\n\"terms\":{");
        first = true;
        file.lots().forEach((lot, terms) ->
                line(Json.createValue(lot) + ":" + TermsWriter.write(terms)));
        out.print("\n},\n\"answers\":[");
        first = true;
        simulation.run(acts, answered -> line(answer(answered).toString()));
        out.print("\n],\n\"lots\":[");
        first = true;
        simulation.lots().auctions().forEach((lot, auction) ->
                line(lot(lot, auction, simulation.taken(lot)).toString()));
        out.print("\n]}\n");
        out.flush();
    }

    private void line(String json) {
        out.print(first ? "\n" : ",\n");
        out.print(json);
        first = false;
    }

    private JsonObject answer(Answered answered) {
        RecordedAct act = answered.act();
        JsonObjectBuilder json = Json.createObjectBuilder().add("line", act.line())
                .add("at", act.at().toString()).add("lot", act.lot()).add("act", act.word());
        if (!answered.passed().isEmpty()) {
            json.add("passed", facts(answered.passed()));
        }
        answer(json, answered.answer());
        answered.after().ifPresent(auction -> {
            json.add("standing", ranking(auction, wholeStanding ? Integer.MAX_VALUE : 1));
            auction.nextDeadline().ifPresent(due -> json.add("nextDeadline", due.toString()));
        });
        return json.build();
    }

    private static void answer(JsonObjectBuilder json, Answer answer) {
        switch (answer) {
            case Answer.Accepted accepted ->
                    json.add("answer", "accepted").add("facts", facts(accepted.facts()));
            case Answer.Refused refused -> json.add("answer", "refused")
                    .add("refusal", refused.code().name())
                    .add("details", Json.createArrayBuilder(refused.refusal().details()));
            case Answer.Repeated repeated -> {
                JsonObjectBuilder first = Json.createObjectBuilder();
                answer(first, repeated.first());
                json.add("answer", "repeated").add("first", first);
            }
        }
    }

    private static JsonArrayBuilder facts(List<Fact> facts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        facts.forEach(fact -> array.add(RecordJson.write("fact", fact)));
        return array;
    }

    private static JsonArrayBuilder ranking(Auction auction, int most) {
        Terms terms = auction.terms();
        boolean scored = !(terms.scoring() instanceof Scoring.PriceAlone);
        JsonArrayBuilder array = Json.createArrayBuilder();
        int rank = 0;
        for (Bid bid : auction.ranking(most)) {
            JsonObjectBuilder line = Json.createObjectBuilder().add("rank", ++rank)
                    .add("participant", bid.participant())
                    .add("amount", bid.amount().decimal()).add("bid", bid.id());
            if (scored) {
                line.add("rankingPrice", bid.ranking().toString());
            }
            array.add(line);
        }
        return array;
    }

    private static JsonObject lot(String lot, Auction auction, List<Fact> passed) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("lot", lot)
                .add("passed", facts(passed));
        auction.endedAt().ifPresent(at -> json.add("endedAt", at.toString()));
        json.add("ranking", ranking(auction, Integer.MAX_VALUE));
        JsonObjectBuilder open = Json.createObjectBuilder()
                .add("result", auction.isPaused() ? "paused" : "waiting");
        return json.add("outcome", auction.result().map(OutcomeWriter::result)
                .orElseGet(open::build)).build();
    }

    private static JsonObject result(Result result) {
        return RecordJson.write("result", result);
    }
}
