package org.subhasta.correspondence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A letter handed to a mail server")
class SmtpCarrierTest {

    private static final String TEXT = "Hello Zoë,\n\nhttp://localhost/x?token=abc\n";

    private GreenMail server = new GreenMail(setup(ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    @DisplayName("arrives as plain text in UTF-8, with its subject and names as written")
    void arrives() throws Exception {
        server.start();
        new SmtpCarrier(address("")).carry("abcdefghjkmn", message());
        MimeMessage got = server.getReceivedMessages()[0];
        assertEquals("Zoës Angebot", got.getSubject());
        assertTrue(got.getContentType().startsWith("text/plain; charset=UTF-8"));
        assertEquals(TEXT.strip(), got.getContent().toString().replace("\r\n", "\n").strip());
        assertEquals("<abcdefghjkmn@platform.example>", got.getMessageID());
        assertArrayEquals(new String[] {"auto-generated"}, got.getHeader("Auto-Submitted"));
        assertEquals(1, got.getAllRecipients().length);
    }

    @Test
    @DisplayName("is handed over as the user the operator set, and not with a wrong password")
    void signsIn() throws Exception {
        server.setUser("subhasta", "p@ss:word");
        server.start();
        new SmtpCarrier(address("subhasta:p%40ss%3Aword@")).carry("abcdefghjkmn", message());
        assertEquals(1, server.getReceivedMessages().length);
        assertThrows(AuthenticationFailedException.class, () -> new SmtpCarrier(
                address("subhasta:another@")).carry("abcdefghjkmn", message()));
        assertEquals(1, server.getReceivedMessages().length);
    }

    @Test
    @DisplayName("goes nowhere without encryption, unless the server is this machine")
    void encrypts() {
        server.start();
        assertThrows(MessagingException.class, () -> new SmtpCarrier(
                address(""), false, new Properties()).carry("abcdefghjkmn", message()));
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    @DisplayName("goes encrypted from the start where the address says smtps, to a trusted server")
    void encryptsFromTheStart() throws Exception {
        server = new GreenMail(setup(ServerSetup.PROTOCOL_SMTPS));
        server.start();
        URI address = URI.create("smtps://localhost:" + server.getSmtps().getPort());
        // GreenMail's certificate is nobody's: without saying so it is not trusted.
        assertThrows(MessagingException.class,
                () -> new SmtpCarrier(address).carry("abcdefghjkmn", message()));
        Properties trusting = new Properties();
        trusting.setProperty("mail.smtps.ssl.trust", "localhost");
        trusting.setProperty("mail.smtps.ssl.checkserveridentity", "false");
        new SmtpCarrier(address, true, trusting).carry("abcdefghjkmn", message());
        assertEquals(1, server.getReceivedMessages().length);
    }

    @Test
    @DisplayName("waits while the server is away, and arrives when it is back")
    void comesBack() throws Exception {
        server.start();
        int port = server.getSmtp().getPort();
        SmtpCarrier carrier = new SmtpCarrier(address(""));
        server.stop();
        assertThrows(MessagingException.class,
                () -> carrier.carry("abcdefghjkmn", message()));
        server = new GreenMail(new ServerSetup(port, null, ServerSetup.PROTOCOL_SMTP));
        server.start();
        carrier.carry("abcdefghjkmn", message());
        assertEquals(1, server.getReceivedMessages().length);
    }

    private URI address(String user) {
        return URI.create("smtp://" + user + "localhost:" + server.getSmtp().getPort());
    }

    private static ServerSetup setup(String protocol) {
        return new ServerSetup(0, null, protocol);
    }

    private static MimeMessage message() throws MessagingException {
        return Messages.of("abcdefghjkmn", "office@platform.example", new Letter(
                "zoe@supplier.example", "Zoë Müller", "Zoës Angebot", TEXT), Instant.EPOCH);
    }
}
