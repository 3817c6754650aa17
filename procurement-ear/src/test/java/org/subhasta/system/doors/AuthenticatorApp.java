package org.subhasta.system.doors;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/**
 * Somebody's authenticator app.
 *
 * @param secret as the platform shows it to type it in
 */
public record AuthenticatorApp(String secret) {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** What it shows. */
    public String code(Instant now) {
        BigInteger bits = BigInteger.ONE;
        for (char digit : secret.replace(" ", "").toCharArray()) {
            bits = bits.shiftLeft(5).add(BigInteger.valueOf(BASE32.indexOf(digit)));
        }
        byte[] withLeadingOne = bits.toByteArray();
        byte[] key = Arrays.copyOfRange(withLeadingOne, 1, withLeadingOne.length);
        try {
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(
                    new SecretKeySpec(key, "RAW"), now, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }
}
