package org.subhasta.signing.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.TimeStampAuthority;
import org.subhasta.signing.TimeStampVerifier;
import org.subhasta.signing.Trust;
import org.subhasta.signing.Validation;

@DisplayName("The command timestamp")
class StampTimeTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final CertificateAuthority AUTHORITY =
            CertificateAuthority.create("Test authority", NOW.minusSeconds(3600));
    private static final byte[] DOCUMENT = "a document".getBytes(UTF_8);
    private static final Trust TRUST = Trust.of(List.of(AUTHORITY.certificate()));

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpServer server;
    private String url;

    @BeforeEach
    void files() throws Exception {
        Files.write(folder.resolve("doc"), DOCUMENT);
        Files.write(folder.resolve("doc.p7s"), CadesSigner.sign(DOCUMENT,
                AUTHORITY.issue("Ada", "Example", "NL", NOW.minusSeconds(3600)), NOW));
        Files.writeString(folder.resolve("ca.pem"),
                CertificateAuthority.pem(AUTHORITY.certificate()));
        Files.writeString(folder.resolve("stranger.pem"), CertificateAuthority.pem(
                CertificateAuthority.create("Stranger", NOW).certificate()));
        TimeStampAuthority stamps = new TimeStampAuthority(AUTHORITY.issueTimeStamper(
                "Time-stamps", "Example", "NL", NOW.minusSeconds(3600)), () -> NOW);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = stamps.answer(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/tsr";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int run(String... arguments) {
        PrintStream out = new PrintStream(said, true, UTF_8);
        // An argument that begins with @ is a file in the folder.
        List<String> resolved = Arrays.stream(arguments).map(argument -> argument.startsWith("@")
                ? folder.resolve(argument.substring(1)).toString() : argument).toList();
        return Commands.run(Commands.ALL, resolved, new Terminal(out, out,
                Clock.fixed(NOW, ZoneOffset.UTC), question -> Optional.empty())).status();
    }

    private String said() {
        return said.toString(UTF_8);
    }

    @Test
    @DisplayName("makes of a signature one that holds when its certificate has ended")
    void signature() throws Exception {
        assertEquals(0, run("timestamp", "--url", url, "--trust", "@ca.pem", "--out", "@t.p7s",
                "@doc.p7s"), said());
        assertTrue(said().contains("Stamped 2027-03-01T12:00:00Z by CN=Time-stamps"), said());
        Validation later = CadesVerifier.verify(DOCUMENT,
                Files.readAllBytes(folder.resolve("t.p7s")), TRUST, NOW.plus(Duration.ofDays(2000)));
        assertTrue(later.passed(), later.explanation());
        assertEquals(NOW, later.timeStamp().orElseThrow().time());
    }

    @Test
    @DisplayName("keeps the time-stamp of any other file beside it")
    void file() throws Exception {
        assertEquals(0, run("timestamp", "--url", url, "--trust", "@ca.pem", "--out", "@doc.tst",
                "@doc"), said());
        assertTrue(TimeStampVerifier.verify(
                Files.readAllBytes(folder.resolve("doc.tst")), DOCUMENT, TRUST).passed());
    }

    @Test
    @DisplayName("writes nothing where nobody who is trusted stamps")
    void nothing() {
        assertEquals(1, run("timestamp", "--url", url, "--trust", "@stranger.pem", "--out", "@t",
                "@doc"));
        assertTrue(said().contains("gave no time-stamp"), said());
        server.stop(0);
        assertEquals(1, run("timestamp", "--url", url, "--trust", "@ca.pem", "--out", "@t", "@doc"));
        assertEquals(1, run("timestamp", "--url", "ftp://127.0.0.1/", "--trust", "@ca.pem", "--out",
                "@t", "@doc"));
        assertFalse(Files.exists(folder.resolve("t")));
    }

    @Test
    @DisplayName("says what it lacks")
    void usage() {
        assertEquals(2, run("timestamp", "--url", url, "--out", "@t", "@doc"));
        assertTrue(said().contains("--trust is missing"), said());
        assertEquals(2, run("timestamp", "--url", "tsa.example", "--trust", "@ca.pem", "--out",
                "@t", "@doc"));
        assertTrue(said().contains("--url needs an address"), said());
        assertEquals(2, run("timestamp", "--url", url, "--trust", "@ca.pem", "--out", "@t",
                "@none"));
        assertTrue(said().contains("There is no file"), said());
    }

    @Test
    @DisplayName("stamps no signature that is none")
    void noSignature() throws Exception {
        Files.write(folder.resolve("none.p7s"), DOCUMENT);
        assertEquals(1, run("timestamp", "--url", url, "--trust", "@ca.pem", "--out", "@t",
                "@none.p7s"));
        assertTrue(said().contains("no CMS signature"), said());
    }
}
