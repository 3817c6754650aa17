package org.subhasta.launch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.subhasta.sql.Credentials;

/**
 * The link with which the first administrator is made: printed where only whoever started the
 * system sees it. The server learns the hash alone, so that nobody who reads its properties, log or
 * database could use it. A fresh one at each start, none once there is an administrator.
 */
final class SetupLink {

    private final String token;

    private SetupLink(String token) {
        this.token = token;
    }

    /** A link where nobody administers the platform yet. */
    static Optional<SetupLink> ifNeeded(Credentials owner) throws CannotRun {
        if (hasAdministrator(owner)) {
            return Optional.empty();
        }
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        return Optional.of(new SetupLink(
                Base64.getUrlEncoder().withoutPadding().encodeToString(bits)));
    }

    /** The address to open. */
    String under(String address) {
        return address + "/setup?token=" + token;
    }

    /** What the server compares with: SHA-256 in lower-case hexadecimal. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean hasAdministrator(Credentials owner) throws CannotRun {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT 1 FROM parties.person_role WHERE role = 'ADMINISTRATOR'")) {
            return found.next();
        } catch (SQLException e) {
            throw new CannotRun("The database does not answer after its migration ("
                    + e.getMessage() + "): start again.", e);
        }
    }
}
