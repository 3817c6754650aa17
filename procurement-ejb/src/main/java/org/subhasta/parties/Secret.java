package org.subhasta.parties;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.subhasta.signing.Sha256;

/**
 * A random secret that is shown once (P4): 256 bits that nobody can guess or try, so that the plain
 * SHA-256 kept in the database gives nothing away.
 *
 * @param text what the person keeps, fit for an address
 */
record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret next(String prefix) {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What the database keeps. */
    String sha256() {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Compares in a time that does not tell how much of it is right. */
    boolean hasSha256(String expected) {
        return MessageDigest.isEqual(sha256().getBytes(StandardCharsets.US_ASCII),
                expected.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
