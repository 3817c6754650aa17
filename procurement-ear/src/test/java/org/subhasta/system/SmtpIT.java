package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the operator names a mail server, mails go there and are shown to nobody. */
class SmtpIT {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final String SECRET = "p%40ss-of-mail";

    @TempDir
    private Path folder;

    @Test
    void mailsGoToTheServerThatIsNamedAndIntoNoFolder() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
        server.setUser("subhasta", "p@ss-of-mail");
        server.start();
        int port = TestPlatform.freePort();
        Path data = folder.resolve("data");
        Launched platform = Launched.start(port, data, Map.of("SUBHASTA_SMTP_URL",
                "smtp://subhasta:" + SECRET + "@localhost:" + server.getSmtp().getPort(),
                "SUBHASTA_MAIL_FROM", "tenders@alder-bay.example",
                "SUBHASTA_PUBLIC_URL", "https://tenders.alder-bay.example"));
        try {
            // The demonstration invites its people when it starts.
            assertTrue(server.waitForIncomingEmail(PATIENCE_MILLIS, 1));
            MimeMessage invitation = Arrays.stream(server.getReceivedMessages())
                    .filter(SmtpIT::isInvitation).findFirst().orElseThrow();
            assertTrue(invitation.getFrom()[0].toString().contains("tenders@alder-bay.example"));
            assertTrue(invitation.getContent().toString()
                    .contains("https://tenders.alder-bay.example/invitation?token="));
            assertFalse(Files.exists(data.resolve("mail")));
            assertEquals(404, status(port));
            List<String> log = Files.readAllLines(data.resolve("log/server.log"));
            assertTrue(log.stream().noneMatch(line -> line.contains("ss-of-mail")));
        } finally {
            platform.stop();
            server.stop();
        }
    }

    private static boolean isInvitation(MimeMessage message) {
        try {
            return message.getSubject().startsWith("You are invited");
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static int status(int port) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port + "/development/mail")).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
