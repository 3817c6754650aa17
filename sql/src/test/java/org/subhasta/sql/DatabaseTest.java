package org.subhasta.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database as the default run has it: started, migrated, with its two roles. */
class DatabaseTest {

    private static final String PASSWORD = "an-owner-of-the-tests";
    private static final String APPLICATION_PASSWORD = "an-application-of-the-tests";

    /** Written once and never changed: the tables that promise it, wherever they are. */
    private static final List<String> FOR_EVER = List.of("journal.leaf", "journal.entry",
            "journal.concealment", "journal.disclosure", "journal.position", "journal.node",
            "journal.checkpoint", "journal.cosignature", "journal.verification", "journal.alarm",
            "journal.alarm_end", "journal.stop", "journal.erasure", "bidding.bid",
            "auction.auction", "auction.participant", "auction.entry", "auction.act",
            "auction.refused_act");

    /** What needs more than reading and adding is a table of its own kind, never one of these. */
    private static final List<String> CHANGES = List.of("UPDATE", "DELETE", "TRUNCATE");

    @TempDir
    private static Path folder;

    private static PostgresBinaries binaries;
    private static LocalPostgres postgres;
    private static Credentials application;

    @BeforeAll
    static void start() throws Exception {
        binaries = PostgresBinaries.unpack(Path.of("target/postgresql"));
        start(folder.resolve("template")).close();
        postgres = start(folder.resolve("data"));
        application = Migrations.apply(postgres.owner(), APPLICATION_PASSWORD);
    }

    @AfterAll
    static void stop() {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void whatIsCommittedIsOnTheDiskWhateverAFileSays() throws Exception {
        Path data = folder.resolve("careless");
        try (LocalPostgres first = start(data)) {
            assertTrue(first.process().isAlive());
            assertEquals(first.owner(), LocalPostgres.running(data, PASSWORD).orElseThrow(),
                    "found by another program");
        }
        assertTrue(LocalPostgres.running(data, PASSWORD).isEmpty(), "stopped");
        Files.writeString(data.resolve("postgresql.conf"),
                "\nfsync = off\nsynchronous_commit = off\nfull_page_writes = off\n",
                StandardOpenOption.APPEND);
        try (LocalPostgres careless = start(data);
                Connection connection = careless.owner().connect()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertEquals(List.of("on"), column(connection, "SHOW " + setting), setting);
            }
        }
    }

    @Test
    void theApplicationMayReadAndAddButNotChangeWhatIsThereForEver() throws Exception {
        try (Connection connection = application.connect()) {
            for (String table : FOR_EVER) {
                assertEquals(List.of("t"), column(connection, "SELECT has_table_privilege('"
                        + table + "', 'SELECT') AND has_table_privilege('" + table
                        + "', 'INSERT')"), table);
                for (String change : CHANGES) {
                    assertEquals(List.of("f"), column(connection, "SELECT has_table_privilege('"
                            + table + "', '" + change + "')"), change + " " + table);
                }
                assertEquals(List.of(), column(connection,
                        "SELECT column_name FROM information_schema.column_privileges"
                                + " WHERE privilege_type = 'UPDATE' AND grantee = current_user"
                                + " AND table_schema || '.' || table_name = '" + table + "'"),
                        "columns of " + table + " that it may update");
            }
        }
    }

    @Test
    void theServerRefusesAChangeOfALeaf() throws Exception {
        try (Connection connection = application.connect();
                Statement statement = connection.createStatement()) {
            for (String change : List.of("UPDATE journal.leaf SET content = ''",
                    "DELETE FROM journal.leaf", "TRUNCATE journal.leaf",
                    "ALTER TABLE journal.leaf ADD COLUMN more text", "DROP TABLE journal.leaf")) {
                SQLException refused =
                        assertThrows(SQLException.class, () -> statement.execute(change), change);
                assertEquals("42501", refused.getSQLState(), change);
            }
        }
    }

    @Test
    void theApplicationOwnsNothingAndCanMakeNothing() throws Exception {
        try (Connection connection = application.connect()) {
            assertEquals(List.of(), column(connection,
                    "SELECT relname FROM pg_class WHERE relowner = current_user::regrole"));
            assertEquals(List.of(), column(connection,
                    "SELECT nspname FROM pg_namespace WHERE nspowner = current_user::regrole"));
            assertEquals(List.of(), column(connection, "SELECT nspname FROM pg_namespace"
                    + " WHERE has_schema_privilege(oid, 'CREATE')"));
            assertEquals(List.of("f|f|f|f"), column(connection,
                    "SELECT rolsuper || '|' || rolcreaterole || '|' || rolcreatedb || '|'"
                            + " || rolreplication FROM pg_roles WHERE rolname = current_user")
                            .stream().map(row -> row.replace("false", "f")).toList());
        }
    }

    @Test
    void migratingAgainChangesNothing() throws Exception {
        String history = "SELECT version || checksum || installed_on FROM migration."
                + "flyway_schema_history WHERE version IS NOT NULL ORDER BY 1";
        try (Connection connection = postgres.owner().connect()) {
            List<String> before = column(connection, history);
            Migrations.apply(postgres.owner(), APPLICATION_PASSWORD);
            assertEquals(before, column(connection, history));
            assertFalse(before.isEmpty());
        }
    }

    @Test
    void twoDatabasesOfOnePostgresDoNotLockEachOtherOut() throws Exception {
        try (Connection connection = postgres.owner().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"Second-city\"");
        }
        Credentials second = Migrations.apply(new Credentials(
                postgres.owner().url().replaceFirst("/subhasta$", "/Second-city"),
                LocalPostgres.OWNER, PASSWORD), "another-application-password");
        for (Credentials each : List.of(application, second)) {
            try (Connection connection = each.connect()) {
                assertEquals(List.of(each.user()), column(connection, "SELECT current_user"));
                assertEquals(List.of("t"), column(connection,
                        "SELECT has_table_privilege('journal.leaf', 'INSERT')"));
            }
        }
    }

    @Test
    void aWrongPasswordIsOneSentence() {
        Credentials wrong =
                new Credentials(postgres.owner().url(), LocalPostgres.OWNER, "something else");
        DatabaseUnusable unusable = assertThrows(DatabaseUnusable.class,
                () -> Migrations.apply(wrong, APPLICATION_PASSWORD));
        assertEquals("The database at " + wrong.url() + " does not accept the user"
                + " subhasta_owner with this password: correct SUBHASTA_DB_USER and"
                + " SUBHASTA_DB_PASSWORD.", unusable.getMessage());
    }

    @Test
    void aMissingDatabaseIsOneSentence() {
        Credentials missing = new Credentials(
                postgres.owner().url().replaceFirst("/subhasta$", "/nowhere"),
                LocalPostgres.OWNER, PASSWORD);
        DatabaseUnusable unusable = assertThrows(DatabaseUnusable.class,
                () -> Migrations.apply(missing, APPLICATION_PASSWORD));
        assertTrue(unusable.getMessage().contains("/nowhere does not exist: create it with"),
                unusable.getMessage());
    }

    @Test
    void anUnreachableDatabaseIsOneSentence() {
        Credentials nobody = new Credentials("jdbc:postgresql://127.0.0.1:9/x", "a", "b");
        DatabaseUnusable unusable = assertThrows(DatabaseUnusable.class,
                () -> Migrations.apply(nobody, APPLICATION_PASSWORD));
        assertTrue(unusable.getMessage().startsWith(
                "The database at jdbc:postgresql://127.0.0.1:9/x cannot be reached"),
                unusable.getMessage());
        assertEquals(1, unusable.getMessage().lines().count());
    }

    @Test
    void anOwnerWhoMayNotCreateRolesIsToldSo() throws Exception {
        try (Connection connection = postgres.owner().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE modest LOGIN PASSWORD 'modest-password'");
        }
        Credentials modest =
                new Credentials(postgres.owner().url(), "modest", "modest-password");
        DatabaseUnusable unusable = assertThrows(DatabaseUnusable.class,
                () -> Migrations.apply(modest, APPLICATION_PASSWORD));
        assertTrue(unusable.getMessage().endsWith("give modest the right to create roles."),
                unusable.getMessage());
    }

    @Test
    void otherMigrationsThanTheseAreToldSo() throws Exception {
        try (LocalPostgres other = start(folder.resolve("other"));
                Connection connection = other.owner().connect();
                Statement statement = connection.createStatement()) {
            Migrations.apply(other.owner(), APPLICATION_PASSWORD);
            statement.execute("UPDATE migration.flyway_schema_history SET checksum = 1"
                    + " WHERE version IS NOT NULL");
            DatabaseUnusable unusable = assertThrows(DatabaseUnusable.class,
                    () -> Migrations.apply(other.owner(), APPLICATION_PASSWORD));
            assertTrue(unusable.getMessage().contains("was made by other migrations"),
                    unusable.getMessage());
            assertEquals(1, unusable.getMessage().lines().count(), unusable.getMessage());
        }
    }

    @Test
    void aKilledServerIsRecoveredAndAnOrphanEnded() throws Exception {
        Path data = folder.resolve("killed");
        LocalPostgres killed = start(data);
        try (Connection connection = killed.owner().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (n int)");
            statement.execute("INSERT INTO kept VALUES (7)");
        }
        killed.process().destroyForcibly();
        killed.process().onExit().join();
        LocalPostgres orphan = start(data);
        // Nobody closes the orphan, as when the launcher alone is killed.
        try (LocalPostgres again = start(data); Connection connection = again.owner().connect()) {
            assertFalse(orphan.process().isAlive());
            assertEquals(List.of("7"), column(connection, "SELECT n FROM kept"));
        }
    }

    @Test
    void aStrangersProcessWithTheNumberInTheStalePidFileIsLeftAlone() throws Exception {
        Path data = folder.resolve("stale");
        start(data).close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(data.resolve("postmaster.pid"), stranger.pid() + "\n" + data + "\n");
            start(data).close();
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    /** Making a data folder takes seconds, copying one does not. */
    private static LocalPostgres start(Path data) throws Exception {
        Path template = folder.resolve("template");
        if (Files.exists(template) && !Files.exists(data)) {
            try (Stream<Path> tree = Files.walk(template)) {
                for (Path path : tree.toList()) {
                    Files.copy(path, data.resolve(template.relativize(path).toString()),
                            StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return LocalPostgres.start(binaries, data, folder.resolve("postgresql.log"), PASSWORD);
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
