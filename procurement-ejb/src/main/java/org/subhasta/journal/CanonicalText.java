package org.subhasta.journal;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.subhasta.signing.CanonicalJson;

/**
 * Writes JSON that this platform made in its one canonical form (RFC 8785, 3.2), without writing and
 * reading it in another form first: what is hashed or signed for each act would cost most there. For
 * JSON that came from elsewhere there is {@link CanonicalJson}, which judges it.
 */
public final class CanonicalText {

    /** Beyond it numbers of JSON, which are doubles (RFC 7493, 2.2), have gaps. */
    private static final int EXACT_BITS = 53;

    private CanonicalText() {
    }

    /** The canonical form in UTF-8. */
    public static byte[] of(JsonObject json) {
        StringBuilder text = new StringBuilder(512);
        write(text, json);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(StringBuilder text, JsonValue value) {
        switch (value.getValueType()) {
            case OBJECT -> object(text, value.asJsonObject());
            case ARRAY -> array(text, value.asJsonArray());
            case STRING -> string(text, ((JsonString) value).getString());
            case NUMBER -> number(text, (JsonNumber) value);
            case TRUE, FALSE, NULL -> text.append(value);
        }
    }

    /** 3.2.3: by UTF-16 code units, which is how Java orders strings. */
    private static void object(StringBuilder text, JsonObject object) {
        List<Map.Entry<String, JsonValue>> members =
                object.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        char before = '{';
        for (Map.Entry<String, JsonValue> member : members) {
            text.append(before);
            string(text, member.getKey());
            text.append(':');
            write(text, member.getValue());
            before = ',';
        }
        text.append(before == '{' ? "{}" : "}");
    }

    private static void array(StringBuilder text, JsonArray array) {
        char before = '[';
        for (JsonValue value : array) {
            text.append(before);
            write(text, value);
            before = ',';
        }
        text.append(before == '[' ? "[]" : "]");
    }

    /** 3.2.2.2: as short as can be, and everything beyond ASCII as it is. */
    private static void string(StringBuilder text, String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ') {
                        text.append("\\u00").append(c < 0x10 ? '0' : '1')
                                .append(Character.forDigit(c & 0xf, 16));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    /** 3.2.2.3: as ECMAScript writes it; whatever is no plain integer is left to the library. */
    private static void number(StringBuilder text, JsonNumber number) {
        if (number.isIntegral() && number.bigIntegerValue().bitLength() <= EXACT_BITS) {
            text.append(number.longValue());
            return;
        }
        try {
            byte[] array = CanonicalJson.canonicalize("[" + number + "]");
            text.append(new String(array, 1, array.length - 2, StandardCharsets.UTF_8));
        } catch (CanonicalJson.NotCanonical e) {
            throw new IllegalArgumentException("no number of JSON: " + number, e);
        }
    }
}
