package org.subhasta.launch;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        if (carriesCredentials(url)) {
            throw new CannotRun(URL + " names a user or a password, which others on this machine"
                    + " could read then: leave them out and set " + USER + " and " + PASSWORD
                    + ".");
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

    /**
     * The address goes to the server's command line and into messages, and a user in it would win
     * over the application's role.
     */
    private static boolean carriesCredentials(String url) {
        String[] parts = url.split("\\?", 2);
        return parts[0].contains("@") || parts.length == 2
                && Stream.of(parts[1].split("&")).anyMatch(ConfiguredDatabase::isCredential);
    }

    private static boolean isCredential(String parameter) {
        try {
            String name = URLDecoder.decode(parameter.split("=", 2)[0], StandardCharsets.UTF_8)
                    .strip().toLowerCase(Locale.ROOT);
            return name.equals("user") || name.contains("password");
        } catch (IllegalArgumentException e) {
            // Not to be read, therefore not to be shown either.
            return true;
        }
    }
}
