package org.subhasta.launch;

import java.util.Map;
import java.util.Optional;
import org.subhasta.sql.Credentials;

/** A PostgreSQL of one's own, named by the environment instead of the one that comes along. */
final class ConfiguredDatabase {

    private static final String URL = "SUBHASTA_DB_URL";
    private static final String USER = "SUBHASTA_DB_USER";
    private static final String PASSWORD = "SUBHASTA_DB_PASSWORD";

    private ConfiguredDatabase() {
    }

    static Optional<Credentials> from(Map<String, String> environment) throws CannotRun {
        String url = environment.getOrDefault(URL, "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CannotRun(URL + " is " + url + ", but must look like"
                    + " jdbc:postgresql://host:5432/database.");
        }
        String user = environment.getOrDefault(USER, "");
        if (user.isBlank()) {
            throw new CannotRun(URL + " is set but not " + USER
                    + ": set it to the role that shall own the tables.");
        }
        return Optional.of(new Credentials(url, user, environment.getOrDefault(PASSWORD, "")));
    }
}
