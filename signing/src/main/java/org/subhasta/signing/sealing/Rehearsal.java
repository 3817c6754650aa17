package org.subhasta.signing.sealing;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.subhasta.signing.SigningKey;

/**
 * Proves before the deadline that an opener's key works: a secret is sealed to it as shares are,
 * and only who opens it can tell it back.
 */
public final class Rehearsal {

    /** The format of the context, and of the signed answer. */
    public static final String FORMAT = "subhasta-rehearsal-1";

    /** Bytes of a secret. */
    public static final int SECRET_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A secret and what the opener is given of it.
     *
     * @param secret 32 random bytes that stay with whoever asks
     * @param enc    HPKE's encapsulated key, 65 bytes
     * @param sealed the encrypted secret, 48 bytes
     */
    public record Challenge(byte[] secret, byte[] enc, byte[] sealed) {
    }

    private Rehearsal() {
    }

    /** A fresh challenge for one opener of one tender. */
    public static Challenge challenge(String tender, Opener opener) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        Hpke.Sealed sealed = Hpke.seal(opener.point(), context(tender, opener.id()), secret,
                Hpke.freshKey(RANDOM));
        return new Challenge(secret, sealed.enc(), sealed.sealed());
    }

    /** The secret; empty where it was not sealed to this key for this tender. */
    public static Optional<byte[]> answer(SigningKey key, String tender, Opener opener,
            byte[] enc, byte[] sealed) {
        if (!Hpke.belongs(key.privateKey(), opener.point())) {
            return Optional.empty();
        }
        return Hpke.open(key.privateKey(), opener.point(), context(tender, opener.id()),
                new Hpke.Sealed(enc, sealed));
    }

    private static byte[] context(String tender, String opener) {
        return Json.canonical(Map.of("format", FORMAT, "purpose", "rehearsal",
                "tender", tender, "opener", opener));
    }
}
