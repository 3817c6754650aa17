package org.subhasta.verification;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.Gson;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.subhasta.signing.CanonicalJson;

/**
 * A JSON object of somebody else's, read strictly: UTF-8, no member twice, bounded in size and
 * depth ({@link CanonicalJson}). Numbers keep their digits; they never become floating.
 */
final class Json {

    private static final TypeAdapter<JsonElement> READER = new Gson().getAdapter(JsonElement.class);

    /** Says which member is not as its format has it; what is checked is then not in the format. */
    static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Malformed(String member) {
            super(member, null, false, false);
        }
    }

    private final JsonObject object;
    private final String place;

    private Json(JsonObject object, String place) {
        this.object = object;
        this.place = place;
    }

    /** Any JSON object. */
    static Json read(byte[] json) {
        try {
            CanonicalJson.canonicalize(json);
            JsonReader reader = new JsonReader(
                    new StringReader(new String(json, StandardCharsets.UTF_8)));
            reader.setStrictness(Strictness.STRICT);
            if (READER.read(reader) instanceof JsonObject object) {
                return new Json(object, "");
            }
            throw new Malformed("");
        } catch (CanonicalJson.NotCanonical | IOException | JsonParseException e) {
            throw new Malformed("");
        }
    }

    /** A JSON object in its one canonical form. */
    static Json canonical(byte[] json) {
        if (CanonicalJson.problem(json).isPresent()) {
            throw new Malformed("");
        }
        return read(json);
    }

    static Json canonical(String json) {
        return canonical(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The canonical objects of a file that has one a line, each line with its end. */
    static List<Json> lines(byte[] file) {
        List<Json> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < file.length; at++) {
            if (file[at] == '\n') {
                lines.add(canonical(Arrays.copyOfRange(file, from, at)));
                from = at + 1;
            }
        }
        if (from < file.length) {
            throw new Malformed("");
        }
        return lines;
    }

    /** The canonical form of the object without one of its members. */
    byte[] without(String member) {
        JsonObject copy = object.deepCopy();
        copy.remove(member);
        return canonical(copy);
    }

    /** The canonical form of the object without the last value of one of its lists. */
    byte[] withoutLast(String member) {
        JsonObject copy = object.deepCopy();
        if (!(copy.get(member) instanceof JsonArray list) || list.isEmpty()) {
            throw malformed(member);
        }
        list.remove(list.size() - 1);
        return canonical(copy);
    }

    /** The canonical form of the object. */
    byte[] bytes() {
        return canonical(object);
    }

    private static byte[] canonical(JsonObject json) {
        try {
            return CanonicalJson.canonicalize(json.toString());
        } catch (CanonicalJson.NotCanonical e) {
            throw new Malformed("");
        }
    }

    Set<String> members() {
        return object.keySet();
    }

    boolean has(String member) {
        return object.has(member);
    }

    String text(String member) {
        return maybeText(member).orElseThrow(() -> malformed(member));
    }

    /** Empty where it is not there; malformed where it is something else than a text. */
    Optional<String> maybeText(String member) {
        JsonElement value = object.get(member);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return Optional.of(primitive.getAsString());
        }
        throw malformed(member);
    }

    /** Bytes in base 64, written in its one way. */
    byte[] bytes(String member) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text(member));
            if (Base64.getEncoder().encodeToString(bytes).equals(text(member))) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw malformed(member);
        }
        throw malformed(member);
    }

    Instant instant(String member) {
        try {
            return Instant.parse(text(member));
        } catch (DateTimeException e) {
            throw malformed(member);
        }
    }

    boolean isTrue(String member) {
        return object.get(member) instanceof JsonPrimitive primitive && primitive.isBoolean()
                && primitive.getAsBoolean();
    }

    BigDecimal decimal(String member) {
        if (object.get(member) instanceof JsonPrimitive primitive && primitive.isNumber()
                && primitive.getAsString().matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")) {
            return new BigDecimal(primitive.getAsString());
        }
        throw malformed(member);
    }

    long integer(String member) {
        BigDecimal number = decimal(member);
        if (number.stripTrailingZeros().scale() > 0 || number.precision() > 15) {
            throw malformed(member);
        }
        return number.longValue();
    }

    Json object(String member) {
        return maybeObject(member).orElseThrow(() -> malformed(member));
    }

    Optional<Json> maybeObject(String member) {
        JsonElement value = object.get(member);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof JsonObject inner) {
            return Optional.of(new Json(inner, path(member)));
        }
        throw malformed(member);
    }

    List<Json> objects(String member) {
        return list(member, element -> element instanceof JsonObject inner ? inner : null,
                Json::new);
    }

    List<String> texts(String member) {
        return list(member, element -> element instanceof JsonPrimitive text && text.isString()
                ? text.getAsString() : null, (text, where) -> text);
    }

    List<Long> integers(String member) {
        return list(member, element -> element instanceof JsonPrimitive number
                && number.isNumber() && number.getAsString().matches("[0-9]{1,9}")
                ? number.getAsLong() : null, (number, where) -> number);
    }

    private interface Made<A, T> {
        T of(A value, String where);
    }

    private <A, T> List<T> list(String member, Function<JsonElement, A> kind, Made<A, T> made) {
        if (!(object.get(member) instanceof JsonArray array)) {
            throw malformed(member);
        }
        List<T> values = new ArrayList<>();
        for (JsonElement element : array) {
            String where = path(member) + "[" + values.size() + "]";
            A value = kind.apply(element);
            if (value == null) {
                throw new Malformed(where);
            }
            values.add(made.of(value, where));
        }
        return values;
    }

    /** For what a reader finds out about a member by itself. */
    Malformed malformed(String member) {
        return new Malformed(path(member));
    }

    private String path(String member) {
        return place.isEmpty() ? member : place + "." + member;
    }
}
