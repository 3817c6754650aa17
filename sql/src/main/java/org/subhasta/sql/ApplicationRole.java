package org.subhasta.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Makes the role of the running server: it signs in, and has only what migrations grant. Roles
 * belong to a whole PostgreSQL, not to one database in it, so each database has a role of its own:
 * two copies of the platform on one PostgreSQL do not change each other's password.
 */
final class ApplicationRole {

    private static final String NAME = "subhasta_app";
    private static final String USUAL_DATABASE = "subhasta";

    /** PostgreSQL cuts longer names, in silence. */
    private static final int LONGEST_NAME = 63;
    private static final int HASH_BYTES = 4;

    private ApplicationRole() {
    }

    /**
     * The role's name, which needs no quotes.
     *
     * @param database the name of the database, as PostgreSQL has it
     */
    static String of(String database) {
        if (database.equals(USUAL_DATABASE)) {
            return NAME;
        }
        String role = NAME + "_" + database;
        String plain = role.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        if (plain.equals(role) && role.length() <= LONGEST_NAME) {
            return role;
        }
        // What was left out still tells two databases apart.
        String end = "_" + hash(database);
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME - end.length())) + end;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static void ensure(Connection owner, String role, String password) throws SQLException {
        if (!password.matches("[\\x21-\\x7e&&[^'\\\\]]{16,}")) {
            throw new IllegalArgumentException(
                    "the application role's password: 16 or more printable ASCII, no quotes");
        }
        String verb = exists(owner, role) ? "ALTER" : "CREATE";
        try (Statement statement = owner.createStatement()) {
            // Identifiers and passwords cannot be parameters of this statement.
            statement.execute(verb + " ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB"
                    + " NOCREATEROLE NOREPLICATION PASSWORD '" + password + "'");
            statement.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        }
    }

    private static boolean exists(Connection owner, String role) throws SQLException {
        try (PreparedStatement query =
                owner.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            query.setString(1, role);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
