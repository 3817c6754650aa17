package org.subhasta.auction.format;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.model.Reserve;
import org.subhasta.kernel.Money;

/**
 * Terms of a live auction: a file of terms that names no participants, since they are admitted one
 * by one.
 *
 * @param text  as its owner wrote it, a hidden reserve with price and salt
 * @param title for people
 */
public record LiveTerms(String text, String title, AuctionFile file) {

    private static final String UNTITLED = "Auction";
    private static final String TITLE_FAULT = "“title” and the ids of lots are for people: they "
            + "have something in them and no control characters.";

    /** Reads them, or gives all faults, contradictions among them. */
    public static Read<LiveTerms> read(String text) {
        Read<AuctionFile> file = TermsReader.read(text);
        if (file.value().isEmpty()) {
            return new Read<>(Optional.empty(), file.faults());
        }
        List<Fault> named = file.value().get().participants().stream()
                .map(one -> new Fault(one.line(), "“participants” are not named in the terms of a "
                        + "live auction: they are admitted to it.")).toList();
        if (!named.isEmpty()) {
            return Read.faulty(named.getFirst());
        }
        String title = object(text).getString("title", UNTITLED);
        List<Fault> following = followsOf(text).isEmpty() ? List.of()
                : FollowingFaults.of(file.value().get());
        if (!following.isEmpty()) {
            return new Read<>(Optional.empty(), following);
        }
        boolean plain = !title.isBlank() && isPlain(title)
                && file.value().get().lots().keySet().stream().allMatch(LiveTerms::isPlain);
        return plain ? new Read<>(Optional.of(
                        new LiveTerms(text, title, file.value().get())), List.of())
                : Read.faulty(new Fault(1, TITLE_FAULT, "title", TITLE_FAULT));
    }

    /** The title of terms that may be unfinished; "" where there is none that can be shown. */
    public static String titleOf(String text) {
        try {
            return object(text).get("title") instanceof JsonString title
                    && isPlain(title.getString()) ? title.getString() : "";
        } catch (JsonException unfinished) {
            return "";
        }
    }

    /** What it follows; empty where it stands alone. */
    public Optional<Follows> follows() {
        return followsOf(text);
    }

    /** What terms follow that may be unfinished. */
    public static Optional<Follows> followsOf(String text) {
        try {
            return Follows.of(object(text));
        } catch (JsonException unfinished) {
            return Optional.empty();
        }
    }

    /** As a database takes it, and a page shows it. */
    private static boolean isPlain(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE);
    }

    /** What lots are called for people, by their ids; those without a title are not there. */
    public Map<String, String> lotTitles() {
        Map<String, String> titles = new LinkedHashMap<>();
        if (object(text).get("lots") instanceof JsonArray lots) {
            for (JsonValue lot : lots) {
                if (lot instanceof JsonObject one && one.containsKey("title")) {
                    titles.put(one.getString("id"), one.getString("title"));
                }
            }
        }
        return titles;
    }

    /** What everybody may read before the end: of a hidden reserve its commitment alone. */
    public String published() {
        JsonObject whole = object(text);
        String currency = whole.getString("currency");
        JsonObjectBuilder open = covered(whole, currency);
        if (whole.containsKey("lots")) {
            JsonArrayBuilder lots = Json.createArrayBuilder();
            for (JsonValue lot : whole.getJsonArray("lots")) {
                if (lot instanceof JsonObject object) {
                    lots.add(covered(object, currency));
                } else {
                    lots.add(lot);
                }
            }
            open.add("lots", lots);
        }
        return open.build().toString();
    }

    private static JsonObjectBuilder covered(JsonObject object, String currency) {
        JsonObjectBuilder open = Json.createObjectBuilder(object);
        if (object.get("reserve") instanceof JsonObject hidden) {
            open.add("reserve", Json.createObjectBuilder().add("commitment",
                    new Reserve.Hidden(Money.of(hidden.getString("price"), currency),
                            hidden.getString("salt")).commitment()));
        }
        return open;
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
