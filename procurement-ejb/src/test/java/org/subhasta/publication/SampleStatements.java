package org.subhasta.publication;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.subhasta.signing.sealing.PartName;

/** What the people of a sample procedure say: the buyer in the notice, bidders in their bids. */
final class SampleStatements {

    private SampleStatements() {
    }

    static JsonObject notice(boolean twoEnvelopes) {
        JsonArrayBuilder lots = Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("id", "1").add("title", "Sweeping"))
                .add(Json.createObjectBuilder().add("id", "2").add("title", "Gritting"));
        return Json.createObjectBuilder().add("format", "subhasta-notice-1").add("id", "t3nd3r")
                .add("title", "Roads in winter")
                .add("buyer", Json.createObjectBuilder().add("id", "buy3r"))
                .add("prices", "net").add("partialBids", true).add("currency", "EUR")
                .add("deadline", Json.createObjectBuilder().add("zone", "Europe/Berlin")
                        .add("instant", SampleProcedure.DEADLINE.toString()))
                .add("lots", lots).add("opening", opening(twoEnvelopes)).build();
    }

    private static JsonObjectBuilder opening(boolean twoEnvelopes) {
        JsonObjectBuilder names = Json.createObjectBuilder();
        SampleEnvelope.COMMITTEE.openers().forEach(opener -> names.add(opener.id(),
                Json.createObjectBuilder().add("name", "An Opener")
                        .add("organisation", "Alder Bay")));
        return Json.createObjectBuilder()
                .add("committee", SampleJournal.json(SampleEnvelope.COMMITTEE.canonicalJson()))
                .add("fingerprint", SampleEnvelope.COMMITTEE.fingerprint()).add("names", names)
                .add("envelopes", twoEnvelopes ? "two" : "one")
                .add("graceMinutes", 30).add("periodDays", 7);
    }

    static JsonObject statement(SampleProcedure.Bid bid, String notice, PartName part) {
        JsonArrayBuilder lots = Json.createArrayBuilder();
        Map<String, String> prices = part == PartName.TECHNICAL ? Map.of() : bid.prices();
        prices.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(price ->
                lots.add(Json.createObjectBuilder()
                        .add("lot", price.getKey()).add("price", price.getValue())));
        JsonObjectBuilder json = Json.createObjectBuilder().add("format", "subhasta-bid-1")
                .add("id", bid.id()).add("tender", "t3nd3r").add("notice", notice)
                .add("bidder", bid.bidder()).add("currency", "EUR").add("prices", "net")
                .add("openers", SampleEnvelope.COMMITTEE.fingerprint()).add("part", part.code())
                .add("kind", bid.replaces().isEmpty() ? "submit" : "replace").add("lots", lots)
                .add("attachments", Json.createArrayBuilder())
                .add("madeAt", bid.at().toString());
        if (!bid.replaces().isEmpty()) {
            json.add("replaces", bid.replaces());
        }
        return json.build();
    }
}
