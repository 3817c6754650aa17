package org.subhasta.system.clock;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.subhasta.kernel.ServerClock;

/**
 * The host's time and an offset that a test writes into a file. It exists only in the application
 * that the tests deploy; a test makes sure that the shipped one does not have it.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableClock extends ServerClock {

    /** System property of the server: the file with an ISO 8601 duration. */
    public static final String FILE = "subhasta.test.clock";

    @Override
    protected Instant hostTime() {
        return Instant.now().plus(offset());
    }

    private static Duration offset() {
        try {
            return Duration.parse(Files.readString(Path.of(System.getProperty(FILE))).strip());
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
