package org.subhasta.system.doors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;

/** Somebody who holds the database: its owner's connection, from inside the server. */
final class Owner {

    private Owner() {
    }

    static Connection connection() throws Exception {
        Properties signIn = new Properties();
        signIn.setProperty("user", "subhasta_owner");
        signIn.setProperty("password", Files.readString(
                data().resolve("secrets/database-owner")).strip());
        return new org.postgresql.Driver().connect(System.getProperty("subhasta.db.url"), signIn);
    }

    static Path data() {
        return Path.of(System.getProperty("subhasta.data"));
    }

    /** Changes something as no part of the application could; how many rows it was. */
    static int change(String sql, Object... values) throws Exception {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
