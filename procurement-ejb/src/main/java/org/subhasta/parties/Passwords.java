package org.subhasta.parties;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import org.subhasta.parties.model.PasswordRule;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;

/** bcrypt, by the server's own library, in the modular crypt form that every other tool knows. */
final class Passwords {

    /** 2^11 rounds: about a tenth of a second on the machines this runs on. */
    private static final int COST = 11;

    private static final Provider PROVIDER = WildFlyElytronPasswordProvider.getInstance();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Compared against where there is no such person, so that the answer takes as long. */
    private static final String NOBODY = hash("nobody signs in with this");

    private Passwords() {
    }

    static String hash(String password) {
        try {
            byte[] salt = new byte[BCryptPassword.BCRYPT_SALT_SIZE];
            RANDOM.nextBytes(salt);
            Password hashed = factory().generatePassword(new EncryptablePasswordSpec(
                    PasswordRule.normal(password).toCharArray(),
                    new IteratedSaltedPasswordAlgorithmSpec(COST, salt)));
            return ModularCrypt.encodeAsString(hashed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the server's library has bcrypt", e);
        }
    }

    /**
     * Whether the password is the one hashed.
     *
     * @param hashed null where there is none, which takes as long and is never right
     */
    static boolean verify(String hashed, String password) {
        try {
            Password stored = ModularCrypt.decode(hashed == null ? NOBODY : hashed);
            if (PasswordRule.isTooLong(password)) {
                return false;
            }
            boolean right = factory().verify(factory().translate(stored),
                    PasswordRule.normal(password).toCharArray());
            return right && hashed != null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored password cannot be read", e);
        }
    }

    private static PasswordFactory factory() throws GeneralSecurityException {
        return PasswordFactory.getInstance(BCryptPassword.ALGORITHM_BCRYPT, PROVIDER);
    }
}
