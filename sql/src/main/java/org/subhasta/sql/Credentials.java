package org.subhasta.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;

/**
 * Where a PostgreSQL database is and as whom to reach it.
 *
 * @param url JDBC address, {@code jdbc:postgresql://host:port/database}
 * @param user role to sign in as
 * @param password its password, possibly empty
 */
public record Credentials(String url, String user, String password) {

    private static final int SECONDS_TO_CONNECT = 10;

    public Credentials {
        Objects.requireNonNull(url);
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
    }

    /** A new connection in autocommit mode; the caller closes it. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", Integer.toString(SECONDS_TO_CONNECT));
        properties.setProperty("ApplicationName", "subhasta");
        return DriverManager.getConnection(url, properties);
    }

    /** Without the password, so that it reaches no log. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
