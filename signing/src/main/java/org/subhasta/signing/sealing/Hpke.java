package org.subhasta.signing.sealing;

import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.util.BigIntegers;

/**
 * Hybrid public key encryption (RFC 9180) in base mode with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256
 * and AES-256-GCM, one message for each encapsulation. The ephemeral key is derived from a seed
 * (section 7.1.3), so that whoever knows the seed can seal again to exactly the same bytes.
 */
final class Hpke {

    /** Bytes of an encapsulation: an uncompressed point. */
    static final int ENC_BYTES = 65;

    /** Bytes of a seed: as many as a private key has (Nsk). */
    static final int SEED_BYTES = 32;

    /** Bytes that a sealed message is longer than the message: the whole GCM tag. */
    static final int TAG_BYTES = 16;

    private static final byte[] NOTHING = {};

    /** @param sealed the message, encrypted, and its tag */
    record Sealed(byte[] enc, byte[] sealed) {
    }

    private Hpke() {
    }

    /** An instance keeps no state between calls but is not said to be safe for threads. */
    private static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256,
                HPKE.aead_AES_GCM256);
    }

    static Sealed seal(byte[] recipient, byte[] info, byte[] message, byte[] seed) {
        HPKE suite = suite();
        HPKEContextWithEncapsulation context = suite.setupBaseS(
                suite.deserializePublicKey(recipient), info, suite.deriveKeyPair(seed));
        try {
            byte[] sealed = context.seal(NOTHING, message);
            if (sealed.length != message.length + TAG_BYTES) {
                throw new IllegalStateException("the provider shortens tags");
            }
            return new Sealed(context.getEncapsulation(), sealed);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /** Empty where it was not sealed to this key with this info, or was changed. */
    static Optional<byte[]> open(PrivateKey key, byte[] point, byte[] info, Sealed message) {
        HPKE suite = suite();
        byte[] scalar = BigIntegers.asUnsignedByteArray(SEED_BYTES, ((ECPrivateKey) key).getS());
        AsymmetricCipherKeyPair pair = suite.deserializePrivateKey(scalar, point);
        try {
            return Optional.of(suite.setupBaseR(message.enc(), pair, info)
                    .open(NOTHING, message.sealed()));
        } catch (InvalidCipherTextException | IllegalArgumentException
                | IllegalStateException e) {
            return Optional.empty(); // a changed enc is no point, or leads to another key
        }
    }

    /** Whether these bytes are an uncompressed point of the curve. */
    static boolean isPoint(byte[] bytes) {
        try {
            return bytes.length == ENC_BYTES && bytes[0] == 4
                    && suite().deserializePublicKey(bytes) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the private key belongs to the point. */
    static boolean belongs(PrivateKey key, byte[] point) {
        if (!(key instanceof ECPrivateKey ec)
                || ec.getS().bitLength() > SEED_BYTES * Byte.SIZE) {
            return false;
        }
        HPKE suite = suite();
        byte[] scalar = BigIntegers.asUnsignedByteArray(SEED_BYTES, ec.getS());
        return Arrays.equals(point, suite.serializePublicKey(
                suite.deserializePrivateKey(scalar, null).getPublic()));
    }
}
