package org.subhasta.signing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * JSON in its one canonical form (RFC 8785): sorted members, no white space, numbers and strings
 * written in one way only, UTF-8 without a byte order mark. What is signed is always in this form,
 * so that no two texts mean the same and no text means two things.
 */
public final class CanonicalJson {

    /** Larger JSON is neither made canonical nor judged. */
    public static final int MAXIMUM_BYTES = 4 * 1024 * 1024;

    /** More levels of objects and arrays are refused. */
    public static final int MAXIMUM_DEPTH = 32;

    /** Says in one sentence why a text is not canonical JSON. */
    public static final class NotCanonical extends Exception {

        private static final long serialVersionUID = 1L;

        NotCanonical(String reason) {
            super(reason);
        }
    }

    private CanonicalJson() {
    }

    /**
     * The canonical form of a JSON object or array.
     *
     * @throws NotCanonical where it is no JSON, names a member twice, is too large or too deep
     */
    public static byte[] canonicalize(String json) throws NotCanonical {
        return canonicalize(json.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #canonicalize(String)}, of UTF-8. */
    public static byte[] canonicalize(byte[] json) throws NotCanonical {
        String text = decode(json);
        requireBounded(text);
        try {
            return new JsonCanonicalizer(text).getEncodedUTF8();
        } catch (IOException | RuntimeException e) {
            // The library tells a doubled member and a syntax error in its message only.
            throw new NotCanonical("not JSON: " + e.getMessage());
        }
    }

    /**
     * Lets canonical JSON pass and nothing else.
     *
     * @throws NotCanonical with the reason: no UTF-8, no JSON, a member named twice, too large, too
     *                      deep, or valid JSON that is written in another way
     */
    public static void requireCanonical(byte[] json) throws NotCanonical {
        byte[] canonical = canonicalize(json);
        int difference = Arrays.mismatch(json, canonical);
        if (difference >= 0) {
            throw new NotCanonical(
                    "JSON, but not in its canonical form from byte " + difference + " on");
        }
    }

    /** The reason why this is not canonical JSON; empty where it is. */
    public static Optional<String> problem(byte[] json) {
        try {
            requireCanonical(json);
            return Optional.empty();
        } catch (NotCanonical e) {
            return Optional.of(e.getMessage());
        }
    }

    private static String decode(byte[] json) throws NotCanonical {
        if (json.length > MAXIMUM_BYTES) {
            throw new NotCanonical("larger than " + MAXIMUM_BYTES + " bytes");
        }
        try {
            // A new decoder reports malformed bytes; String's own would replace them in silence.
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
        } catch (CharacterCodingException e) {
            throw new NotCanonical("not UTF-8");
        }
    }

    /** Judged before parsing: the parser is recursive, and a deep text would exhaust its stack. */
    private static void requireBounded(String text) throws NotCanonical {
        int depth = 0;
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                depth++;
                if (depth > MAXIMUM_DEPTH) {
                    throw new NotCanonical("nested deeper than " + MAXIMUM_DEPTH + " levels");
                }
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
    }
}
