package org.subhasta.tendering;

import static org.subhasta.tendering.JsonText.object;
import static org.subhasta.tendering.JsonText.objects;
import static org.subhasta.tendering.JsonText.text;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.Committees;
import org.subhasta.bidding.model.Committee;
import org.subhasta.bidding.model.Opener;
import org.subhasta.bidding.model.OpeningTerms;

/**
 * How bids are sealed and opened, as a notice tells it. The member {@code committee} is exactly what
 * bids are sealed to; its SHA-256, in canonical form, is their {@code openers}.
 */
final class OpeningJson {

    private OpeningJson() {
    }

    static JsonObjectBuilder write(OpeningTerms terms) {
        JsonObjectBuilder names = Json.createObjectBuilder();
        terms.committee().openers().forEach(opener -> names.add(opener.person(),
                Json.createObjectBuilder()
                        .add("name", opener.name())
                        .add("organisation", opener.organisation())));
        return Json.createObjectBuilder()
                .add("committee", JsonText.parse(new String(
                        Committees.published(terms.committee()), StandardCharsets.UTF_8)))
                .add("fingerprint", terms.committee().fingerprint())
                .add("names", names)
                .add("envelopes", terms.twoEnvelopes() ? "two" : "one")
                .add("graceMinutes", terms.grace().toMinutes())
                .add("periodDays", terms.period().toDays());
    }

    static Optional<OpeningTerms> read(JsonObject notice) {
        if (!(notice.get("opening") instanceof JsonObject json)) {
            return Optional.empty();
        }
        JsonObject committee = object(json, "committee");
        JsonObject names = object(json, "names");
        List<Opener> openers = objects(committee, "openers").map(opener -> {
            String id = text(opener, "id");
            JsonObject name = object(names, id);
            return new Opener(id, text(name, "name"), text(name, "organisation"),
                    text(opener, "certificate"));
        }).toList();
        return Optional.of(new OpeningTerms(
                new Committee(committee.getInt("threshold"), openers, text(json, "fingerprint")),
                text(json, "envelopes").equals("two"),
                Duration.ofMinutes(json.getInt("graceMinutes")),
                Duration.ofDays(json.getInt("periodDays"))));
    }
}
