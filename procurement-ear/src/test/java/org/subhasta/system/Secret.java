package org.subhasta.system;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Something that must not be found, in one of the ways in which it could be written.
 *
 * @param what  what it would be, for who reads a finding
 * @param bytes as they would stand in a file, in memory or in a column of bytes
 */
record Secret(String what, byte[] bytes) {

    static Secret text(String what, String text) {
        return text(what, text, StandardCharsets.UTF_8);
    }

    /** A word in the encodings of files and of Java's memory. */
    static List<Secret> word(String word) {
        return List.of(text("word", word),
                text("word in UTF-16", word, StandardCharsets.UTF_16LE),
                text("word in UTF-16", word, StandardCharsets.UTF_16BE));
    }

    /** An amount of two decimals as people write it, as Java and as PostgreSQL keep it. */
    static List<Secret> amount(String plain) {
        BigDecimal amount = new BigDecimal(plain);
        String whole = amount.toBigInteger().toString();
        String cents = plain.substring(plain.indexOf('.') + 1);
        List<Secret> all = new ArrayList<>();
        for (String thousands : List.of("", ",", ".", " ", "'", "\u00a0", "\u202f")) {
            for (String point : List.of(".", ",")) {
                all.add(text("amount", grouped(whole, thousands) + point + cents));
            }
        }
        all.add(text("amount in UTF-16", plain, StandardCharsets.UTF_16LE));
        all.add(text("amount in UTF-16", plain, StandardCharsets.UTF_16BE));
        all.add(text("amount in cents", amount.unscaledValue().toString()));
        // A BigDecimal holds its digits in a long; heap dumps are big-endian.
        all.add(new Secret("amount as a long", ByteBuffer.allocate(Long.BYTES)
                .putLong(amount.unscaledValue().longValueExact()).array()));
        all.add(new Secret("amount as a numeric",
                numeric("0".repeat(-whole.length() & 3) + whole + cents + "00")));
        return all;
    }

    /** A key as it is and in the spellings of keys. */
    static List<Secret> key(String what, byte[] key) {
        String hex = HexFormat.of().formatHex(key);
        return List.of(new Secret(what, key), text(what + " in hex", hex),
                text(what + " in hex", hex.toUpperCase(Locale.ROOT)),
                text(what + " in base64",
                        Base64.getEncoder().withoutPadding().encodeToString(key)),
                text(what + " in base64url",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(key)));
    }

    private static Secret text(String what, String text, Charset charset) {
        return new Secret(what + " \"" + text + "\"", text.getBytes(charset));
    }

    private static String grouped(String digits, String separator) {
        return digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", separator);
    }

    /** PostgreSQL's numeric: groups of four decimal digits, each a 16-bit number of the machine. */
    private static byte[] numeric(String digits) {
        ByteArrayOutputStream groups = new ByteArrayOutputStream();
        for (int i = 0; i + 4 <= digits.length(); i += 4) {
            groups.writeBytes(ByteBuffer.allocate(Short.BYTES).order(ByteOrder.nativeOrder())
                    .putShort(Short.parseShort(digits.substring(i, i + 4))).array());
        }
        return groups.toByteArray();
    }
}
