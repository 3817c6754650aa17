package org.subhasta.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * Brings a database to the state this version of the code needs.
 *
 * <p>Migrations are SQL files ({@code sql/migrations}) or classes in
 * {@code org.subhasta.sql.migrations} ({@code JavaMigration}); both are numbered by the UTC time
 * they were written, so that parallel work does not collide, and may therefore arrive out of order.
 */
public final class Migrations {

    /** Oldest PostgreSQL that is tested with Subhasta. */
    public static final int OLDEST_VERSION = 16;

    private static final String HISTORY_SCHEMA = "migration";

    private Migrations() {
    }

    /**
     * Checks the server's version, makes the application role, applies what is missing.
     *
     * @param owner who owns the tables
     * @param applicationPassword the application role's password from now on; printable ASCII
     *     without quotes
     * @return how the running server reaches the database: as its application role
     * @throws DatabaseUnusable when the database cannot be reached, is too old, does not let the
     *     owner do its work, or was migrated by other files than these
     */
    public static Credentials apply(Credentials owner, String applicationPassword)
            throws DatabaseUnusable {
        try (Connection connection = owner.connect()) {
            checkVersion(connection.getMetaData().getDatabaseMajorVersion(), owner);
            String role = ApplicationRole.of(connection.getCatalog());
            prepare(connection, owner, role, applicationPassword);
            migrate(owner, role);
            return new Credentials(owner.url(), role, applicationPassword);
        } catch (SQLException e) {
            throw new DatabaseUnusable(connectionRefused(owner, e), e);
        }
    }

    private static void prepare(Connection connection, Credentials owner, String role,
            String password) throws DatabaseUnusable {
        try {
            ApplicationRole.ensure(connection, role, password);
        } catch (SQLException e) {
            throw new DatabaseUnusable("The database refused the preparation of the role "
                    + role + " (" + firstLine(e) + "): give " + owner.user()
                    + " the right to create roles.", e);
        }
    }

    private static String connectionRefused(Credentials owner, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) {
            return "The database at " + owner.url() + " does not accept the user " + owner.user()
                    + " with this password: correct SUBHASTA_DB_USER and SUBHASTA_DB_PASSWORD.";
        }
        if (state.equals("3D000")) {
            return "The database named in " + owner.url() + " does not exist: create it with"
                    + " \"createdb --owner=" + owner.user() + " NAME\" or correct"
                    + " SUBHASTA_DB_URL.";
        }
        return "The database at " + owner.url() + " cannot be reached (" + firstLine(e)
                + "): start it or correct SUBHASTA_DB_URL.";
    }

    /** Judges the version of the PostgreSQL that was found. */
    static void checkVersion(int version, Credentials owner) throws DatabaseUnusable {
        if (version < OLDEST_VERSION) {
            throw new DatabaseUnusable("The database at " + owner.url() + " is PostgreSQL "
                    + version + ", but Subhasta needs " + OLDEST_VERSION
                    + " or newer: upgrade it or point SUBHASTA_DB_URL to another.");
        }
    }

    private static void migrate(Credentials owner, String role) throws DatabaseUnusable {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(owner.url(), owner.user(), owner.password())
                    .locations("classpath:org/subhasta/sql/migrations")
                    .defaultSchema(HISTORY_SCHEMA)
                    .createSchemas(true)
                    .outOfOrder(true)
                    .placeholders(Map.of("application", role))
                    .load()
                    .migrate();
        } catch (FlywayValidateException e) {
            throw new DatabaseUnusable("The database at " + owner.url() + " was made by other"
                    + " migrations than this version has (" + lastLine(e) + "): use the version"
                    + " that made it, or start with an empty database or data folder.", e);
        } catch (FlywayException e) {
            throw new DatabaseUnusable("The database at " + owner.url()
                    + " could not be migrated: " + oneLine(e) + ".", e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private static String lastLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().map(String::strip)
                .filter(line -> line.startsWith("->") || line.contains("igration")
                        && !line.startsWith("Validate failed"))
                .findFirst().orElse("see the history in schema " + HISTORY_SCHEMA);
    }

    private static String oneLine(Exception e) {
        return String.join(" ", String.valueOf(e.getMessage()).lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("---")).toList());
    }
}
