package org.subhasta.signing.sealing;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.util.BigIntegers;

/**
 * Hybrid public key encryption (RFC 9180) in base mode with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256
 * and AES-256-GCM, one message for each encapsulation. Whoever knows the ephemeral private key can
 * seal again to exactly the same bytes.
 */
final class Hpke {

    /** Bytes of an encapsulation: an uncompressed point. */
    static final int ENC_BYTES = 65;

    /** Bytes of a private key (Nsk): a scalar, the highest byte first. */
    static final int KEY_BYTES = 32;

    /** Bytes that a sealed message is longer than the message: the whole GCM tag. */
    static final int TAG_BYTES = 16;

    private static final byte[] NOTHING = {};
    private static final BigInteger ORDER = SECNamedCurves.getByName("secp256r1").getN();

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

    /** @param ephemeral a key used for this message and no other */
    static Sealed seal(byte[] recipient, byte[] info, byte[] message, byte[] ephemeral) {
        HPKE suite = suite();
        HPKEContextWithEncapsulation context = suite.setupBaseS(
                suite.deserializePublicKey(recipient), info,
                suite.deserializePrivateKey(ephemeral, null));
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
        byte[] scalar = BigIntegers.asUnsignedByteArray(KEY_BYTES, ((ECPrivateKey) key).getS());
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

    /** A fresh private key. */
    static byte[] freshKey(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        do {
            random.nextBytes(key);
        } while (!isKey(key));
        return key;
    }

    /** Whether these bytes are a private key: from 1 to below the order of the curve. */
    static boolean isKey(byte[] bytes) {
        BigInteger scalar = new BigInteger(1, bytes);
        return bytes.length == KEY_BYTES && scalar.signum() > 0
                && scalar.compareTo(ORDER) < 0;
    }

    /** Whether the private key belongs to the point. */
    static boolean belongs(PrivateKey key, byte[] point) {
        if (!(key instanceof ECPrivateKey ec)
                || ec.getS().bitLength() > KEY_BYTES * Byte.SIZE) {
            return false;
        }
        HPKE suite = suite();
        byte[] scalar = BigIntegers.asUnsignedByteArray(KEY_BYTES, ec.getS());
        return Arrays.equals(point, suite.serializePublicKey(
                suite.deserializePrivateKey(scalar, null).getPublic()));
    }
}
