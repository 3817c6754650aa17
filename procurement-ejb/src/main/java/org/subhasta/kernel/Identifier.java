package org.subhasta.kernel;

import java.security.SecureRandom;

/**
 * Makes the identifiers of tenders, organisations, people, awards and the like: 12 characters of
 * Crockford's base 32 in lower case (60 random bits). Short enough for an address and a telephone,
 * without letters that look like digits, and nothing can be learnt or guessed from one. A bid's id
 * is not made here but by the bidder (a UUID), so that sending a bid twice is harmless.
 */
public final class Identifier {

    /** What an identifier looks like, as the database's CHECK constraints have it too. */
    public static final String PATTERN = "[0-9a-hjkmnp-tv-z]{12}";

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Identifier() {
    }

    /** A fresh identifier. */
    public static String next() {
        long bits = RANDOM.nextLong();
        char[] text = new char[12];
        for (int i = 0; i < text.length; i++) {
            text[i] = ALPHABET[(int) (bits & 31)];
            bits >>>= 5;
        }
        return new String(text);
    }
}
