package org.subhasta.signing.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The one way in which the C2SP formats write text, numbers and bytes. */
final class Lines {

    private Lines() {
    }

    /** Valid UTF-8 without control characters other than the newline (C2SP signed-note). */
    static String text(byte[] utf8, int maximumBytes) throws Malformed {
        if (utf8.length > maximumBytes) {
            throw new Malformed("larger than " + maximumBytes + " bytes");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("not UTF-8");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Malformed("a control character within the text");
        }
        return text;
    }

    /** A decimal number from 0 without leading zeroes. */
    static long number(String digits) throws Malformed {
        if (!digits.matches("0|[1-9][0-9]{0,17}")) {
            throw new Malformed("not a decimal number: " + shortened(digits));
        }
        return Long.parseLong(digits);
    }

    /**
     * RFC 4648, 4, in its one form: the decoder of the platform also takes padding left out and
     * unused bits set, so that two texts would mean the same.
     */
    static byte[] base64(String text) throws Malformed {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below, with the text itself.
        }
        throw new Malformed("not base 64: " + shortened(text));
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
