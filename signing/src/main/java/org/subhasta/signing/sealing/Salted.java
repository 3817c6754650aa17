package org.subhasta.signing.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Digests that tell nothing about their content until their salt is published: SHA-256 over 32
 * random bytes and then the content.
 */
public final class Salted {

    /** Bytes of a salt. */
    public static final int SALT_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BUFFER_BYTES = 64 * 1024;

    private Salted() {
    }

    /** A fresh salt, never to be used again. */
    public static byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** The digest of a file, hexadecimal; the caller closes the stream. */
    public static String sha256(byte[] salt, InputStream content) throws IOException {
        MessageDigest digest = sha256();
        digest.update(salt);
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(byte[] salt, byte[] content, int length) {
        MessageDigest digest = sha256();
        digest.update(salt);
        digest.update(content, 0, length);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** To a signed statement: over the salt, the statement's SHA-256 and the signature's. */
    static String commitment(byte[] salt, byte[] statement, byte[] signature) {
        MessageDigest digest = sha256();
        digest.update(salt);
        digest.update(sha256().digest(statement));
        return HexFormat.of().formatHex(digest.digest(sha256().digest(signature)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
