package org.subhasta.signing.sealing;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.subhasta.signing.CanonicalJson;

/**
 * One JSON object of untrusted origin, read strictly: each member has its type and its limits, and
 * a member nobody asked for makes the whole malformed, since it could mean something to its signer.
 */
final class Json {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

    /** Names the member that is not as the format has it. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;
        private final String member;

        Malformed(String member) {
            super(member, null, false, false);
            this.member = member;
        }
    }

    /** Makes the value of an object, or says which member keeps it from being one. */
    interface Shape<T> {
        T of(Json object) throws Malformed;
    }

    private final String place;
    private final Map<String, Object> members;
    private final Set<String> asked = new HashSet<>();

    private Json(String place, Map<String, Object> members) {
        this.place = place;
        this.members = members;
    }

    /**
     * Reads a whole text.
     *
     * @param format what its member {@code format} says, a regular expression
     */
    static <T> Reading<T> read(byte[] bytes, int limit, String format, Shape<T> shape) {
        if (bytes.length > limit) {
            return new Reading.Refused<>(Reading.Flaw.TOO_LARGE, "",
                    "It is larger than " + limit + " bytes.");
        }
        try {
            CanonicalJson.requireCanonical(bytes);
            Json object = new Json("",
                    JSONObjectUtils.parse(new String(bytes, StandardCharsets.UTF_8)));
            if (!object.text("format", 64).matches(format)) {
                throw new Malformed("format");
            }
            T value = shape.of(object);
            object.nothingElse();
            return new Reading.Read<>(value);
        } catch (CanonicalJson.NotCanonical e) {
            return new Reading.Refused<>(Reading.Flaw.NOT_CANONICAL, "",
                    "It is not canonical JSON: " + e.getMessage() + ".");
        } catch (Malformed e) {
            return new Reading.Refused<>(Reading.Flaw.MALFORMED, e.member,
                    "It is not of the format " + format + (e.member.isEmpty() ? "."
                            : ": " + e.member + " is missing, unknown or out of its limits."));
        } catch (ParseException e) {
            return new Reading.Refused<>(Reading.Flaw.MALFORMED, "", "It is no JSON object.");
        }
    }

    /** The canonical text of members that are strings, whole numbers, lists and maps. */
    static byte[] canonical(Map<String, ?> members) {
        try {
            return CanonicalJson.canonicalize(JSONObjectUtils.toJSONString(members));
        } catch (CanonicalJson.NotCanonical e) {
            throw new IllegalArgumentException("these members make no canonical JSON", e);
        }
    }

    boolean isNull(String name) {
        asked.add(name);
        return members.containsKey(name) && members.get(name) == null;
    }

    String text(String name, int longest) throws Malformed {
        asked.add(name);
        if (members.get(name) instanceof String text && text.length() <= longest) {
            return text;
        }
        throw malformed(name);
    }

    /** An identifier: 1 to 64 letters, digits and {@code . _ : -}. */
    String name(String name) throws Malformed {
        return matching(name, NAME);
    }

    /** A SHA-256, hexadecimal in lower case. */
    String hash(String name) throws Malformed {
        return matching(name, HASH);
    }

    /** A UUID in its one spelling; {@code UUID.fromString} takes others too. */
    UUID id(String name) throws Malformed {
        return UUID.fromString(matching(name, ID));
    }

    /** An instant as ISO 8601 writes it in UTC. */
    Instant instant(String name) throws Malformed {
        try {
            return Instant.parse(matching(name, INSTANT));
        } catch (DateTimeException e) {
            throw malformed(name);
        }
    }

    private String matching(String name, Pattern pattern) throws Malformed {
        String text = text(name, 64);
        if (!pattern.matcher(text).matches()) {
            throw malformed(name);
        }
        return text;
    }

    long whole(String name, long least, long most) throws Malformed {
        asked.add(name);
        if (members.get(name) instanceof Long number && number >= least && number <= most) {
            return number;
        }
        throw malformed(name);
    }

    /** Bytes in base 64 (RFC 4648, section 4) with padding, in their one spelling. */
    byte[] bytes(String name, int least, int most) throws Malformed {
        return bytes(name, text(name, (most + 2) / 3 * 4), least, most);
    }

    private byte[] bytes(String name, String text, int least, int most) throws Malformed {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // The decoder overlooks missing padding and spare bits: two texts for the same bytes.
            if (bytes.length >= least && bytes.length <= most && base64(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Told below, together with bytes of the wrong length.
        }
        throw malformed(name);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A list of byte strings of the same length. */
    List<byte[]> blocks(String name, int length, int most) throws Malformed {
        List<byte[]> blocks = new ArrayList<>();
        List<?> list = list(name, most);
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof String text)) {
                throw malformed(name + "[" + i + "]");
            }
            blocks.add(bytes(name + "[" + i + "]", text, length, length));
        }
        return blocks;
    }

    /** An object in the object, with members of its own. */
    <T> T object(String name, Shape<T> shape) throws Malformed {
        asked.add(name);
        if (members.get(name) instanceof Map<?, ?> map) {
            return shaped(name, map, shape);
        }
        throw malformed(name);
    }

    private <T> T shaped(String name, Map<?, ?> map, Shape<T> shape) throws Malformed {
        @SuppressWarnings("unchecked") // a JSON object has no other keys than strings
        Json object = new Json(place + name + ".", (Map<String, Object>) map);
        T value = shape.of(object);
        object.nothingElse();
        return value;
    }

    <T> List<T> objects(String name, int least, int most, Shape<T> shape) throws Malformed {
        List<?> list = list(name, most);
        if (list.size() < least) {
            throw malformed(name);
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String element = name + "[" + i + "]";
            if (!(list.get(i) instanceof Map<?, ?> map)) {
                throw malformed(element);
            }
            values.add(shaped(element, map, shape));
        }
        return values;
    }

    private List<?> list(String name, int most) throws Malformed {
        asked.add(name);
        if (members.get(name) instanceof List<?> list && list.size() <= most) {
            return list;
        }
        throw malformed(name);
    }

    /** Lets members pass that nobody asked for: they are somebody else's to judge. */
    void andAnythingElse() {
        asked.addAll(members.keySet());
    }

    Malformed malformed(String name) {
        return new Malformed(place + name);
    }

    private void nothingElse() throws Malformed {
        for (String name : members.keySet()) {
            if (!asked.contains(name)) {
                throw malformed(name);
            }
        }
    }
}
