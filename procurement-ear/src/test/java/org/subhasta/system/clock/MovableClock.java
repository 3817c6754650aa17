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
import java.time.temporal.ChronoUnit;
import org.subhasta.kernel.ServerClock;

/**
 * The host's time and an offset that a test writes into a file; and a jump of the database's
 * clock, which another file beside it holds. It exists only in the application
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

    /** The time that tests let pass, passes for the clock that nobody sets, too; no jump does. */
    @Override
    public Reading read(Instant database) {
        Duration offset = offset();
        return new Reading(database.plus(offset).plus(jump()).truncatedTo(ChronoUnit.MICROS),
                System.nanoTime() + offset.toNanos());
    }

    @Override
    public long steady() {
        return System.nanoTime() + offset().toNanos();
    }

    private static Duration offset() {
        return read(Path.of(System.getProperty(FILE)));
    }

    private static Duration jump() {
        return read(Path.of(System.getProperty(FILE) + ".jump"));
    }

    private static Duration read(Path file) {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
