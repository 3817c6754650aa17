package org.subhasta.parties;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the secrets of authenticator apps, which cannot be hashed because codes are computed from
 * them: AES-256-GCM under {@code keys/second-factors.key}, which the launcher made. Whoever gets
 * hold of the database alone gets no code of it, and a secret moved to another row does not open.
 */
@ApplicationScoped
class SecondFactorKey {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private volatile SecretKey key;

    /**
     * The nonce, the ciphertext and its tag.
     *
     * @param row identifier of what the secret belongs to
     */
    byte[] seal(String row, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, row, nonce, secret);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] open(String row, byte[] sealed) {
        return run(Cipher.DECRYPT_MODE, row, Arrays.copyOf(sealed, NONCE_BYTES),
                Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    }

    private byte[] run(int mode, String row, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(row.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys/second-factors.key is not the one that sealed", e);
        }
    }

    private SecretKey key() {
        if (key == null) {
            Path file = Path.of(System.getProperty("subhasta.data"), "keys", "second-factors.key");
            try {
                key = new SecretKeySpec(
                        HexFormat.of().parseHex(Files.readString(file).strip()), "AES");
            } catch (IOException e) {
                throw new UncheckedIOException("the key of second factors cannot be read", e);
            }
        }
        return key;
    }
}
