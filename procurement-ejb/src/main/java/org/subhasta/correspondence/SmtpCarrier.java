package org.subhasta.correspondence;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;

/**
 * Hands letters to a mail server (RFC 6409). {@code smtp} asks for encryption by STARTTLS and gives up
 * where there is none, except on this machine itself; {@code smtps} is encrypted from the start
 * (RFC 8314).
 */
final class SmtpCarrier implements Carrier {

    private static final String PATIENCE_MILLIS = "10000";
    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI server;
    private final Session session;

    /** @param server such as {@code smtp://user:password@mail.example:587} */
    SmtpCarrier(URI server) {
        this(server, THIS_MACHINE.contains(server.getHost()), new Properties());
    }

    /**
     * One that differs from what operators may say.
     *
     * @param plain whether it may do without encryption
     * @param more  settings of Jakarta Mail, stronger than ours
     */
    SmtpCarrier(URI server, boolean plain, Properties more) {
        this.server = server;
        String protocol = protocol();
        Properties settings = new Properties();
        for (String what : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            settings.setProperty("mail." + protocol + "." + what, PATIENCE_MILLIS);
        }
        settings.setProperty("mail.smtp.starttls.enable", "true");
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(!plain));
        settings.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        settings.setProperty("mail." + protocol + ".auth",
                Boolean.toString(server.getRawUserInfo() != null));
        settings.putAll(more);
        session = Session.getInstance(settings);
    }

    @Override
    public void carry(String id, MimeMessage message) throws MessagingException {
        String[] user = server.getRawUserInfo() == null
                ? new String[] {null, null} : (server.getRawUserInfo() + ":").split(":", 3);
        int port = server.getPort() >= 0 ? server.getPort()
                : protocol().equals("smtps") ? SUBMISSIONS : SUBMISSION;
        try (Transport transport = session.getTransport(protocol())) {
            transport.connect(server.getHost(), port, decoded(user[0]), decoded(user[1]));
            transport.sendMessage(message, message.getRecipients(Message.RecipientType.TO));
        }
    }

    private String protocol() {
        return server.getScheme().toLowerCase(java.util.Locale.ROOT);
    }

    private static String decoded(String part) {
        return part == null ? null
                : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
