package org.subhasta.launch;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The mail server and the addresses that the operator names in the environment. Looked at before
 * anything starts. The server's address may have a password in it: it is neither printed nor handed
 * on by the command line, the server reads the environment itself.
 */
final class ConfiguredMail {

    private static final String SERVER = "SUBHASTA_SMTP_URL";
    private static final String SENDER = "SUBHASTA_MAIL_FROM";
    private static final String PLATFORM = "SUBHASTA_PUBLIC_URL";

    private ConfiguredMail() {
    }

    /** The server's system properties that follow from it, stronger than the usual ones. */
    static Map<String, String> properties(Map<String, String> environment) throws CannotRun {
        String server = set(environment, SERVER);
        if (!server.isEmpty() && !isAddress(server, Set.of("smtp", "smtps"), true)) {
            throw new CannotRun(SERVER + " must be an address such as"
                    + " smtp://user:password@mail.example:587, signs such as @ or / in the"
                    + " password written as %40 or %2F.");
        }
        String sender = set(environment, SENDER);
        if (!sender.isEmpty() && !sender.matches("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")) {
            throw new CannotRun(SENDER + " names " + sender + ", but must be an e-mail address"
                    + " such as procurement@alder-bay.example.");
        }
        String platform = set(environment, PLATFORM);
        if (!platform.isEmpty() && !isAddress(platform, Set.of("http", "https"), false)) {
            throw new CannotRun(PLATFORM + " names " + platform + ", but must be the address people"
                    + " type, such as https://tenders.alder-bay.example.");
        }
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("subhasta.mail.from", sender);
        if (!platform.isEmpty()) {
            properties.put("subhasta.address", platform.replaceFirst("/+$", ""));
        }
        return properties;
    }

    private static String set(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").strip();
    }

    private static boolean isAddress(String text, Set<String> schemes, boolean user) {
        try {
            URI uri = URI.create(text);
            return uri.getScheme() != null && uri.getHost() != null
                    && schemes.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && (user || uri.getRawUserInfo() == null)
                    && uri.getRawQuery() == null && uri.getRawFragment() == null
                    && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
