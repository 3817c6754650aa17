package org.subhasta.system.doors;

import java.io.IOException;
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
import java.time.temporal.ChronoUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Time from inside the server, by the file that the movable clock reads. */
final class Moment {

    private Moment() {
    }

    /** A connection as the application's own role. */
    static Connection connection() throws NamingException, SQLException {
        return ((DataSource) new InitialContext().lookup("java:jboss/datasources/Subhasta"))
                .getConnection();
    }

    /** The platform's own time, which may have been moved. */
    static Instant now() throws IOException {
        return Instant.now().plus(offset()).truncatedTo(ChronoUnit.MICROS);
    }

    /** Moves the time and the heartbeat together: to the platform this is no outage. */
    static void advance(Duration by) throws Exception {
        try (Connection connection = connection()) {
            // Before the clock: auctions look at both several times a second.
            try (PreparedStatement beat =
                    connection.prepareStatement("UPDATE auction.heartbeat SET at = ?")) {
                beat.setObject(1, OffsetDateTime.now(ZoneOffset.UTC).plus(offset()).plus(by));
                beat.executeUpdate();
            }
            connection.setAutoCommit(false);
            connection.prepareStatement("SELECT at FROM journal.heartbeat FOR UPDATE").execute();
            Duration offset = move(by);
            try (PreparedStatement beat =
                    connection.prepareStatement("UPDATE journal.heartbeat SET at = ?")) {
                beat.setObject(1, OffsetDateTime.now(ZoneOffset.UTC).plus(offset));
                beat.executeUpdate();
            }
            connection.commit();
        }
    }

    /** Sets the database's clock, so that one which nobody sets tells another time; undo it. */
    static void jump(Duration by) throws IOException {
        Path file = file().resolveSibling(file().getFileName() + ".jump");
        Duration jump = Files.exists(file)
                ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        Path draft = Files.writeString(
                file.resolveSibling(file.getFileName() + ".draft"), jump.plus(by).toString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Moves the time alone: to the platform it was down meanwhile. */
    static void outage(Duration by) throws IOException {
        move(by);
    }

    private static Path file() {
        return Path.of(System.getProperty("subhasta.test.clock"));
    }

    private static Duration offset() throws IOException {
        return Files.exists(file())
                ? Duration.parse(Files.readString(file()).strip()) : Duration.ZERO;
    }

    private static Duration move(Duration by) throws IOException {
        Path file = file();
        Duration offset = offset().plus(by);
        Path draft = Files.writeString(
                file.resolveSibling(file.getFileName() + ".draft"), offset.toString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return offset;
    }
}
