package org.subhasta.correspondence;

import java.net.URI;
import java.nio.file.Path;

/**
 * By which way letters leave: to the server that {@code SUBHASTA_SMTP_URL} names, else into the
 * folder {@code mail} of the data folder. The launcher has judged what is set.
 */
final class Route {

    private Route() {
    }

    /** From the environment: a password must not stand on the server's command line. */
    private static String server() {
        String set = System.getenv("SUBHASTA_SMTP_URL");
        return set == null ? "" : set.strip();
    }

    static boolean isFolder() {
        return server().isEmpty();
    }

    static Path folder() {
        return Path.of(System.getProperty("subhasta.data", "."), "mail");
    }

    static Carrier carrier() {
        return isFolder() ? new FolderCarrier(folder()) : new SmtpCarrier(URI.create(server()));
    }

    static String sender() {
        String set = System.getProperty("subhasta.mail.from", "");
        return set.isEmpty() ? Messages.sender(Letters.platform()) : set;
    }
}
