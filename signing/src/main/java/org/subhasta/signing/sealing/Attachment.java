package org.subhasta.signing.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is to be sealed with a bid. Its salted digest stands in the statement; the salt
 * travels sealed, so that not even equal files of two bidders can be told to be equal.
 *
 * @param salt    {@value Salted#SALT_BYTES} fresh random bytes
 * @param size    in bytes, at most 64 MiB
 * @param content gives the bytes from the start each time it is asked
 */
public record Attachment(byte[] salt, long size, Content content) {

    /** Where the bytes come from. */
    public interface Content {
        InputStream open() throws IOException;
    }

    public Attachment {
        if (salt.length != Salted.SALT_BYTES || size < 0 || size > TextCipher.MAXIMUM_PLAIN) {
            throw new IllegalArgumentException("not a file that can be sealed");
        }
    }

    /** A file with a fresh salt. */
    public static Attachment of(Path file) throws IOException {
        return new Attachment(Salted.salt(), Files.size(file), () -> Files.newInputStream(file));
    }

    /** What the statement says of it as {@code digest}. */
    public String digest() throws IOException {
        try (InputStream in = content.open()) {
            return Salted.sha256(salt, in);
        }
    }
}
