package org.subhasta.auction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.kernel.Identifier;
import org.subhasta.sql.Credentials;
import org.subhasta.sql.LocalPostgres;
import org.subhasta.sql.Migrations;
import org.subhasta.sql.PostgresBinaries;

/** The database as the default run has it, with nobody on it but the tests of auctions. */
final class AuctionDatabase implements AutoCloseable {

    private static final String PASSWORD = "an-owner-of-the-tests";

    private final LocalPostgres postgres;
    private final Credentials application;
    private final String organisation = Identifier.next();
    private final String person = Identifier.next();

    private AuctionDatabase(LocalPostgres postgres, Credentials application) {
        this.postgres = postgres;
        this.application = application;
    }

    static AuctionDatabase start(Path folder) throws Exception {
        Files.createDirectories(folder);
        LocalPostgres postgres = LocalPostgres.start(
                PostgresBinaries.unpack(Path.of("target/postgresql")), folder.resolve("data"),
                folder.resolve("log"), PASSWORD);
        AuctionDatabase database =
                new AuctionDatabase(postgres, Migrations.apply(postgres.owner(), PASSWORD));
        try (Connection connection = database.connect()) {
            update(connection, """
                    INSERT INTO parties.organisation VALUES (?, 'AUTHORITY', 'Owner', 'XM', ?, '',
                        'NL', '', '', 'Town', 'a@example.org', '', 'UTC', 'approved', now(), 'x',
                        NULL, now(), 0)""", database.organisation, database.organisation);
            update(connection, """
                    INSERT INTO parties.person VALUES (?, ?, 'Somebody', 'a@example.org', NULL,
                        false, now(), 0)""", database.person, database.organisation);
        }
        return database;
    }

    /** As the application's own role, committing each statement unless told otherwise. */
    Connection connect() throws SQLException {
        return application.connect();
    }

    /** Whose acts all are, as far as the database asks. */
    String person() {
        return person;
    }

    /** Publishes terms; its lots. */
    Published publish(String terms, Instant at) throws SQLException {
        LiveTerms read = LiveTerms.read(terms).value().orElseThrow(
                () -> new AssertionError(LiveTerms.read(terms).faults().toString()));
        String id = Identifier.next();
        Published published =
                new Published(id, organisation, read, at, Published.lots(id, read));
        try (Connection connection = connect()) {
            update(connection, "INSERT INTO auction.auction VALUES (?, ?, ?, ?, ?)", id,
                    organisation, read.title(), terms, of(at));
            for (Lot lot : published.lots()) {
                update(connection, """
                        INSERT INTO auction.lot VALUES (?, ?, ?, 0, ?, ?, 'waiting')""", id,
                        lot.position(), lot.name(), of(at),
                        lot.beginning().nextDeadline().map(AuctionDatabase::of).orElse(null));
            }
        }
        return published;
    }

    /** An alarm of the journal stood on a lot. */
    void alarm(Lot lot, Instant since, Instant until) throws SQLException {
        try (Connection connection = connect()) {
            update(connection, """
                    WITH a AS (INSERT INTO journal.alarm (at, code, subject)
                        VALUES (?, 'LEAF_CHANGED', ?) RETURNING id)
                    INSERT INTO journal.alarm_end SELECT id, ? FROM a""",
                    of(since), lot.subject().toString(), of(until));
        }
    }

    void beat(Instant at) throws SQLException {
        try (Connection connection = connect()) {
            update(connection, """
                    INSERT INTO auction.heartbeat VALUES (1, ?)
                    ON CONFLICT (id) DO UPDATE SET at = excluded.at""", of(at));
        }
    }

    /** The first column of what a query gives, as texts. */
    List<String> column(String query, Object... values) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<String> column = new ArrayList<>();
                while (row.next()) {
                    column.add(row.getString(1));
                }
                return column;
            }
        }
    }

    static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static OffsetDateTime of(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        postgres.close();
    }
}
