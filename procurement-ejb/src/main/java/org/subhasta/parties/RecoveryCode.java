package org.subhasta.parties;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import org.subhasta.signing.Sha256;

/**
 * A code on paper: 120 random bits, more than the 112 from which a plain hash keeps a secret (OWASP
 * ASVS 5.0, 6.5.2), in four groups that can be read aloud.
 *
 * @param digits 24 of Crockford's base 32, which has no letters that look like digits; no dashes
 */
record RecoveryCode(String digits) {

    /** How many somebody gets. */
    static final int GIVEN = 8;

    private static final int BITS = 120;
    private static final int LENGTH = 24;
    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    static RecoveryCode next() {
        BigInteger bits = new BigInteger(BITS, RANDOM);
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < LENGTH; i++, bits = bits.shiftRight(5)) {
            digits.append(CROCKFORD.charAt(bits.intValue() & 31));
        }
        return new RecoveryCode(digits.toString());
    }

    /** Whether what was typed looks like one at all, and not like an app's six digits. */
    static boolean isOne(String typed) {
        return read(typed).digits().length() == LENGTH;
    }

    static RecoveryCode read(String typed) {
        return new RecoveryCode(typed.toLowerCase(Locale.ROOT).replace('o', '0')
                .replaceAll("[il]", "1").replaceAll("[^" + CROCKFORD + "]", ""));
    }

    /** As shown. */
    String text() {
        return String.join("-", digits.substring(0, 6), digits.substring(6, 12),
                digits.substring(12, 18), digits.substring(18));
    }

    /** What the database keeps. */
    String sha256() {
        return Sha256.hex(digits.getBytes(StandardCharsets.US_ASCII));
    }
}
