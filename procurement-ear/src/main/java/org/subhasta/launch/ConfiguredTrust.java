package org.subhasta.launch;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Authorities that the operator names in the environment: who stamps the time, and who may be asked
 * about revocation. Looked at before anything starts, so that a slip is told at once and not to the
 * first bidder.
 */
final class ConfiguredTrust {

    private static final String TIME_STAMPS = "SUBHASTA_TSA_URL";
    private static final String REVOCATION = "SUBHASTA_REVOCATION_HOSTS";

    private ConfiguredTrust() {
    }

    /** The server's system properties that follow from it. */
    static Map<String, String> properties(Map<String, String> environment) throws CannotRun {
        List<String> authorities = parts(environment, TIME_STAMPS);
        for (String authority : authorities) {
            if (!isAddress(authority)) {
                throw new CannotRun(TIME_STAMPS + " names " + authority + ", but must be an address"
                        + " such as https://tsa.example/tsr, or several separated by commas.");
            }
        }
        List<String> hosts = parts(environment, REVOCATION);
        for (String host : hosts) {
            if (!host.matches("[A-Za-z0-9][A-Za-z0-9.-]*")) {
                throw new CannotRun(REVOCATION + " names " + host + ", but must be host names such"
                        + " as crl.authority.example, separated by commas.");
            }
        }
        return Map.of("subhasta.tsa", String.join(",", authorities),
                "subhasta.revocation.hosts", String.join(",", hosts));
    }

    private static List<String> parts(Map<String, String> environment, String name) {
        return Stream.of(environment.getOrDefault(name, "").split(","))
                .map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** Without a user in it: the address stands on the server's command line. */
    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
