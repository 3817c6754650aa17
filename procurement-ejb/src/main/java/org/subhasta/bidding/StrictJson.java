package org.subhasta.bidding;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.CanonicalJson;

/**
 * Reads a signed JSON object, strictly: canonical, every member of its format and no other. A
 * member that is not understood could mean something to its signer.
 */
public final class StrictJson {

    private static final int LONGEST_TEXT = 400;
    private static final Pattern ORDINARY = Pattern.compile("[A-Za-z]{1,40}");

    /** Says which member is not as the format has it. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final String member;

        private Malformed(String member) {
            super(member, null, false, false);
            this.member = member;
        }
    }

    /** What a format makes of the object. */
    public interface Format<T> {
        T read(StrictJson object) throws Malformed;
    }

    /** How the three flaws are called where the bytes came from. */
    public record Flaws(Refusal.Code tooLarge, Refusal.Code notCanonical, Refusal.Code malformed) {
    }

    private final JsonObject object;
    private final String place;
    private final Set<String> asked = new HashSet<>();

    private StrictJson(JsonObject object, String place) {
        this.object = object;
        this.place = place;
    }

    /**
     * Reads bytes of unknown origin.
     *
     * @param name   how the bytes are called in refusals
     * @param format asks for each of its members; others are refused
     */
    public static <T> Outcome<T> read(byte[] bytes, int limit, String name, Flaws flaws,
            Format<T> format) {
        if (bytes.length > limit) {
            return Outcome.refused(
                    Refusal.at(name, flaws.tooLarge(), Integer.toString(limit)));
        }
        Optional<String> problem = CanonicalJson.problem(bytes);
        if (problem.isPresent()) {
            return Outcome.refused(Refusal.at(name, flaws.notCanonical(), problem.get()));
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            if (!(reader.readValue() instanceof JsonObject object)) {
                throw new Malformed(name);
            }
            return Outcome.done(whole(new StrictJson(object, ""), format));
        } catch (Malformed e) {
            String where = e.member.isEmpty() ? name : e.member;
            return Outcome.refused(Refusal.at(where, flaws.malformed(), where));
        }
    }

    private static <T> T whole(StrictJson object, Format<T> format) throws Malformed {
        T value = format.read(object);
        for (String member : object.object.keySet()) {
            if (!object.asked.contains(member)) {
                // A stranger's name for it is repeated only where it is an ordinary word: it is kept
                // and published with the refusal.
                throw ORDINARY.matcher(member).matches()
                        ? object.malformed(member) : new Malformed(object.place);
            }
        }
        return value;
    }

    public Malformed malformed(String member) {
        return new Malformed(place.isEmpty() ? member : place + "." + member);
    }

    public void format(String name) throws Malformed {
        if (!text("format").equals(name)) {
            throw malformed("format");
        }
    }

    public String text(String member) throws Malformed {
        return text(member, LONGEST_TEXT);
    }

    /** A text of at most that many characters. */
    public String text(String member, int longest) throws Malformed {
        if (get(member) instanceof JsonString string
                && string.getString().length() <= longest) {
            return string.getString();
        }
        throw malformed(member);
    }

    /** SHA-256, hexadecimal. */
    public String hash(String member) throws Malformed {
        String text = text(member);
        if (!text.matches("[0-9a-f]{64}")) {
            throw malformed(member);
        }
        return text;
    }

    public UUID uuid(String member) throws Malformed {
        String text = text(member);
        // UUID.fromString also takes shortened and upper-case forms: one id, one spelling.
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw malformed(member);
        }
        return UUID.fromString(text);
    }

    /** A whole number, not negative and below 10^15. */
    public long size(String member) throws Malformed {
        if (get(member) instanceof JsonNumber number && number.isIntegral()
                && number.bigDecimalValue().signum() >= 0
                && number.bigDecimalValue().precision() <= 15) {
            return number.longValueExact();
        }
        throw malformed(member);
    }

    public Instant instant(String member) throws Malformed {
        try {
            return Instant.parse(text(member));
        } catch (DateTimeException e) {
            throw malformed(member);
        }
    }

    public <T> List<T> list(String member, Format<T> format) throws Malformed {
        if (!(get(member) instanceof JsonArray array)) {
            throw malformed(member);
        }
        List<T> values = new ArrayList<>();
        for (JsonValue value : array) {
            String at = member + "[" + values.size() + "]";
            if (!(value instanceof JsonObject one)) {
                throw malformed(at);
            }
            values.add(whole(new StrictJson(one, place.isEmpty() ? at : place + "." + at),
                    format));
        }
        return values;
    }

    private JsonValue get(String member) {
        asked.add(member);
        return object.get(member);
    }
}
