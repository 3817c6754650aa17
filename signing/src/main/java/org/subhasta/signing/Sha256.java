package org.subhasta.signing;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 digests (FIPS 180-4) as 64 lower-case hexadecimal digits, the way documents, statements
 * and certificates are named everywhere in the platform. An instance takes bytes as they come, for
 * content too large to hold; it belongs to one thread and gives its digest once.
 */
public final class Sha256 {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final MessageDigest running = messageDigest();

    /** Starts a digest of bytes that arrive piece by piece. */
    public static Sha256 running() {
        return new Sha256();
    }

    private Sha256() {
    }

    /** Adds bytes to the running digest. */
    public Sha256 update(byte[] bytes, int offset, int length) {
        running.update(bytes, offset, length);
        return this;
    }

    /** The digest of everything added; a further call would begin anew. */
    public String hex() {
        return HexFormat.of().formatHex(running.digest());
    }

    /** The digest of these bytes. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    /** The digest of everything the stream gives; the caller closes it. */
    public static String hex(InputStream content) throws IOException {
        Sha256 digest = new Sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return digest.hex();
    }

    /** The 32 bytes themselves. */
    public static byte[] digest(byte[] bytes) {
        return messageDigest().digest(bytes);
    }

    private static MessageDigest messageDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
