package org.subhasta.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the role of the running server: it signs in, and has only what migrations grant. */
final class ApplicationRole {

    private ApplicationRole() {
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
