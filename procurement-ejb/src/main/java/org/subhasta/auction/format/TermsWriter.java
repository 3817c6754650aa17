package org.subhasta.auction.format;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.subhasta.auction.model.Mechanism;
import org.subhasta.auction.model.Mechanism.BestOffer;
import org.subhasta.auction.model.Mechanism.Elimination;
import org.subhasta.auction.model.Mechanism.OpenOutcry;
import org.subhasta.auction.model.Mechanism.PriceClock;
import org.subhasta.auction.model.Mechanism.Rounds;
import org.subhasta.auction.model.Mechanism.Sealed;
import org.subhasta.auction.model.Mechanism.SoftClose;
import org.subhasta.auction.model.Phase;
import org.subhasta.auction.model.Reserve;
import org.subhasta.auction.model.Scoring.Criterion;
import org.subhasta.auction.model.Step;
import org.subhasta.auction.model.Terms;
import org.subhasta.auction.model.Who;

/** Writes terms with nothing left to defaults: read again, they are the same terms. */
public final class TermsWriter {

    private TermsWriter() {
    }

    /** All of the terms; a hidden reserve with its price and salt, as its owner keeps them. */
    public static JsonObject write(Terms terms) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("direction", Words.of(terms.direction()))
                .add("currency", terms.currency().getCurrencyCode());
        terms.opensAt().ifPresent(at -> json.add("opensAt", at.toString()));
        terms.openingPrice().ifPresent(price -> json.add("openingPrice", price.decimal()));
        terms.reserve().ifPresent(reserve -> json.add("reserve", reserve(reserve)));
        if (terms.scoring().costs() || !terms.scoring().criteria().isEmpty()) {
            json.add("scoring", scoring(terms));
        }
        JsonArrayBuilder phases = Json.createArrayBuilder();
        terms.phases().forEach(phase -> phases.add(phase(phase)));
        return json.add("payment", Words.of(terms.payment()))
                .add("minimumParticipants", terms.minimumParticipants())
                .add("phases", phases).build();
    }

    private static JsonValue reserve(Reserve reserve) {
        return switch (reserve) {
            case Reserve.Published published -> Json.createValue(published.price().decimal());
            case Reserve.Hidden hidden -> Json.createObjectBuilder()
                    .add("price", hidden.price().decimal())
                    .add("salt", hidden.salt())
                    .add("commitment", hidden.commitment()).build();
        };
    }

    private static JsonObject scoring(Terms terms) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (!terms.scoring().criteria().isEmpty()) {
            JsonObjectBuilder weights = Json.createObjectBuilder();
            for (Criterion criterion : terms.scoring().criteria()) {
                weights.add(criterion.name(), criterion.largest().toPlainString());
            }
            json.add("quality", weights);
        }
        return json.add("lifeCycleCost", terms.scoring().costs()).build();
    }

    private static JsonObject phase(Phase phase) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("mechanism", Words.of(phase.mechanism().getClass()));
        mechanism(json, phase.mechanism());
        return json.add("visibility", Json.createObjectBuilder()
                        .add("participants", Words.of(phase.visibility().participants()))
                        .add("officer", Words.of(phase.visibility().officer()))
                        .add("public", Words.of(phase.visibility().everyone())))
                .add("pause", phase.pause().toString()).build();
    }

    private static void mechanism(JsonObjectBuilder json, Mechanism mechanism) {
        switch (mechanism) {
            case OpenOutcry outcry -> {
                json.add("step", step(outcry.step())).add("against", Words.of(outcry.against()))
                        .add("length", outcry.length().toString())
                        .add("softClose", outcry.softClose().map(TermsWriter::softClose)
                                .orElse(Json.createValue("none")))
                        .add("automatic", outcry.automatic());
            }
            case Rounds rounds -> json.add("rounds", rounds.rounds())
                    .add("turn", rounds.turn().toString())
                    .add("roundPause", rounds.pause().toString()).add("step", step(rounds.step()));
            case PriceClock clock -> json.add("first", clock.first().decimal())
                    .add("step", clock.step().decimal()).add("tick", clock.tick().toString())
                    .add("last", clock.last().decimal());
            case Elimination elimination -> json.add("first", elimination.first().decimal())
                    .add("step", elimination.step().decimal())
                    .add("tick", elimination.tick().toString())
                    .add("last", elimination.last().decimal());
            case Sealed sealed -> {
                json.add("length", sealed.length().toString()).add("who", who(sealed.who()))
                        .add("mustBeat", Words.of(sealed.mustBeat()));
                sealed.keepsBest().ifPresent(count -> json.add("keepsBest", count));
            }
            case BestOffer offer -> json.add("length", offer.length().toString())
                    .add("who", who(offer.who())).add("mustBeat", Words.of(offer.mustBeat()))
                    .add("step", step(offer.step()));
        }
    }

    private static JsonValue softClose(SoftClose close) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("window", close.window().toString())
                .add("extension", close.extension().toString());
        close.most().ifPresent(most -> json.add("most", most));
        return json.build();
    }

    private static String step(Step step) {
        return switch (step) {
            case Step.Amount amount -> amount.amount().decimal();
            case Step.Percent percent -> percent.percent().toPlainString() + "%";
        };
    }

    private static JsonValue who(Who who) {
        return switch (who) {
            case Who.Everyone everyone -> Json.createValue("everyone");
            case Who.ClockTaker taker -> Json.createValue("clock-taker");
            case Who.EveryoneElse others -> Json.createValue("everyone-else");
            case Who.Best best -> Json.createObjectBuilder().add("best", best.count()).build();
            case Who.Named named -> {
                JsonArrayBuilder names = Json.createArrayBuilder();
                named.participants().stream().sorted().forEach(names::add);
                yield Json.createObjectBuilder().add("named", names).build();
            }
        };
    }
}
