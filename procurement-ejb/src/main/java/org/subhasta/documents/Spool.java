package org.subhasta.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What was handed in, on disk while it is judged: a file can be 64 MiB, memory is for people. */
final class Spool implements AutoCloseable {

    private final Path file;
    private long size;
    private String sha256 = "";

    private Spool(Path file) {
        this.file = file;
    }

    /** Reads at most one byte more than the limit, so that "too large" is noticed and bounded. */
    static Spool of(InputStream content, long limitBytes) throws IOException {
        Spool spool = new Spool(Files.createTempFile("subhasta-document-", ".tmp"));
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(
                Files.newOutputStream(spool.file), digest)) {
            byte[] buffer = new byte[64 * 1024];
            int read;
            while (spool.size <= limitBytes && (read = content.read(buffer)) >= 0) {
                out.write(buffer, 0, read);
                spool.size += read;
            }
        } catch (IOException e) {
            spool.close();
            throw e;
        }
        spool.sha256 = HexFormat.of().formatHex(digest.digest());
        return spool;
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    String digest() {
        return sha256;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
