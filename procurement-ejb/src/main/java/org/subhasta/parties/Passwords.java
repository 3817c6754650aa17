package org.subhasta.parties;

import java.nio.charset.StandardCharsets;
import org.subhasta.parties.model.PasswordRule;
import org.subhasta.signing.Bcrypt;

/** How passwords are kept. */
final class Passwords {

    /** 2^11 rounds: about a tenth of a second on the machines this runs on. */
    private static final int COST = 11;

    /** Compared against where there is no such person, so that the answer takes as long. */
    private static final String NOBODY = hash("nobody signs in with this");

    private Passwords() {
    }

    static String hash(String password) {
        return Bcrypt.hash(bytes(password), COST);
    }

    /**
     * Whether the password is the one hashed.
     *
     * @param hashed null where there is none, which takes as long and is never right
     */
    static boolean verify(String hashed, String password) {
        return !PasswordRule.isTooLong(password)
                && Bcrypt.matches(bytes(password), hashed == null ? NOBODY : hashed)
                && hashed != null;
    }

    private static byte[] bytes(String password) {
        return PasswordRule.normal(password).getBytes(StandardCharsets.UTF_8);
    }
}
