package org.subhasta.signing;

import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * bcrypt (Provos and Mazières, USENIX 1999) in the modular crypt form that every other tool knows,
 * such as {@code $2a$11$…}. It looks at the first 72 bytes only: whoever admits passwords sees to
 * that.
 */
public final class Bcrypt {

    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Bcrypt() {
    }

    /**
     * Hashes a password with a salt of its own.
     *
     * @param password at most 72 bytes
     * @param cost     the binary logarithm of the number of rounds, 4 to 31
     */
    public static String hash(byte[] password, int cost) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return OpenBSDBCrypt.generate("2a", password, salt, cost);
    }

    /** Whether this is the password that was hashed, whatever tool did. */
    public static boolean matches(byte[] password, String hashed) {
        return OpenBSDBCrypt.checkPassword(hashed, password);
    }
}
