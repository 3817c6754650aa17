package org.subhasta.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.subhasta.signing.log.Malformed;
import org.subhasta.signing.log.SignerKey;

/**
 * The key that signs the log's heads: {@code keys/log.key} in the data folder, one line as
 * {@link SignerKey#secret} writes it. Its name is the log's origin. Read once, on first use.
 */
@ApplicationScoped
class NoteKey {

    private SignerKey key;

    synchronized SignerKey get() {
        if (key == null) {
            try {
                key = SignerKey.parse(Files.readString(folder().resolve("keys/log.key")));
            } catch (IOException e) {
                throw new UncheckedIOException("the log's key cannot be read", e);
            } catch (Malformed e) {
                throw new IllegalStateException("the log's key cannot be used", e);
            }
        }
        return key;
    }

    /** The data folder. */
    static Path folder() {
        return Path.of(System.getProperty("subhasta.data", "var"));
    }
}
