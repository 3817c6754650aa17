package org.subhasta.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.subhasta.sql.Credentials;

/** Moves the platform's time forward. */
public final class TestClock {

    private final Path file;
    private final Credentials owner;

    TestClock(Path file, Credentials owner) {
        this.file = file;
        this.owner = owner;
    }

    /** The platform's time as this test sees it, to within the time a call takes. */
    public Instant now() {
        try {
            return Instant.now().plus(standing());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Moves the time forward. A jump would look like an outage to the heartbeat and move closings;
     * so the heartbeat moves with the clock, under its lock, and nothing looks in between.
     *
     * @param by how far, not negative: time never goes back
     */
    public synchronized void advance(Duration by) throws SQLException, IOException {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time does not go back");
        }
        try (Connection connection = owner.connect()) {
            // Before the clock: auctions look at both several times a second.
            try (PreparedStatement beat = connection.prepareStatement(
                    "UPDATE auction.heartbeat SET at = ?")) {
                beat.setObject(1, OffsetDateTime.ofInstant(
                        Instant.now().plus(standing()).plus(by), ZoneOffset.UTC));
                beat.executeUpdate();
            }
            connection.setAutoCommit(false);
            connection.prepareStatement("SELECT at FROM journal.heartbeat FOR UPDATE").execute();
            write(standing().plus(by));
            try (PreparedStatement beat = connection.prepareStatement(
                    "UPDATE journal.heartbeat SET at = ?")) {
                beat.setObject(1, OffsetDateTime.ofInstant(now(), ZoneOffset.UTC));
                beat.executeUpdate();
            }
            connection.commit();
        }
    }

    /** Moves the time to an instant that is not past. */
    public void advanceTo(Instant instant) throws SQLException, IOException {
        advance(Duration.between(now(), instant));
    }

    /** Moves the time without the heartbeat: to the platform this is an outage. */
    public synchronized void outage(Duration by) throws IOException {
        write(standing().plus(by));
    }

    /** What stands in the file: tests inside the server move the time, too. */
    private Duration standing() throws IOException {
        return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
    }

    private void write(Duration offset) throws IOException {
        Path draft = Files.writeString(
                file.resolveSibling(file.getFileName() + ".draft"), offset.toString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
