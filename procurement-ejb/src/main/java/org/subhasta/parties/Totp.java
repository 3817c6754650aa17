package org.subhasta.parties;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/**
 * The six digits of an authenticator app (RFC 6238 with SHA-1 and steps of 30 seconds, which all
 * apps know). The code of the step before and of the one after count too: clocks differ.
 */
final class Totp {

    /** Bytes of a secret: as many as the hash has (RFC 4226, 4, R6). */
    static final int SECRET_BYTES = 20;

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int TOLERATED_STEPS = 1;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** What becomes of a code. */
    sealed interface Answer {

        /** It is right; no code of this step or of an earlier one is from now on. */
        record Right(long step) implements Answer {
        }

        /** It was right once and has been used (RFC 6238, 5.2). */
        record Used() implements Answer {
        }

        record Wrong() implements Answer {
        }
    }

    private Totp() {
    }

    /**
     * Judges what was typed.
     *
     * @param usedStep the last step whose code was used
     */
    static Answer judge(byte[] secret, String typed, long usedStep, Instant now) {
        byte[] given = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        Answer answer = new Answer.Wrong();
        for (long step = step(now) - TOLERATED_STEPS; step <= step(now) + TOLERATED_STEPS; step++) {
            byte[] expected = code(secret, step).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(expected, given)) {
                answer = step > usedStep ? new Answer.Right(step) : new Answer.Used();
            }
        }
        return answer;
    }

    /** The code that an app shows at that instant. */
    static String code(byte[] secret, Instant at) {
        return code(secret, step(at));
    }

    /** The secret as people type it into an app that sees no QR code (RFC 4648, 6). */
    static String base32(byte[] secret) {
        // 160 bits are 32 digits of 5 bits, with nothing left over: base 32 as in arithmetic.
        String digits = "%32s".formatted(new BigInteger(1, secret).toString(32)).replace(' ', '0');
        return digits.chars()
                .collect(StringBuilder::new, (text, digit) -> text.append(
                        BASE32.charAt(Character.digit(digit, 32))), StringBuilder::append)
                .toString();
    }

    /** What apps read from the QR code. */
    static String uri(String issuer, String account, byte[] secret) {
        return "otpauth://totp/" + escaped(issuer) + ":" + escaped(account)
                + "?secret=" + base32(secret) + "&issuer=" + escaped(issuer);
    }

    private static String code(byte[] secret, long step) {
        try {
            return new TimeBasedOneTimePasswordGenerator(STEP, DIGITS)
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"),
                            Instant.EPOCH.plus(STEP.multipliedBy(step)), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("HMAC takes any key", e);
        }
    }

    private static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
