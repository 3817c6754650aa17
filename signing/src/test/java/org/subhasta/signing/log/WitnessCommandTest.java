package org.subhasta.signing.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.signing.command.Commands;
import org.subhasta.signing.command.Terminal;

@DisplayName("The command witness")
class WitnessCommandTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> handedIn = new ArrayList<>();
    private HttpServer server;
    private TestLog log = TestLog.of(300);
    private int size = 200;
    private VerifierKey key = TestLog.KEY.verifier();
    private boolean takes = true;

    @BeforeEach
    void platform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/log/key" -> answer(exchange, 200, (key + "\n").getBytes(UTF_8));
                case "/log/checkpoint" ->
                        answer(exchange, 200, log.head(size).toString().getBytes(UTF_8));
                case "/api/v1/log/cosignatures" -> {
                    handedIn.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    answer(exchange, takes ? 200 : 422, new byte[0]);
                }
                default -> tile(exchange, path.substring("/log/tile/".length()));
            }
        });
        server.start();
    }

    private void tile(HttpExchange exchange, String path) throws IOException {
        try {
            answer(exchange, 200, log.tile(Tile.parse(path)));
        } catch (Malformed e) {
            answer(exchange, 404, new byte[0]);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int look(String... more) {
        List<String> arguments = new ArrayList<>(List.of("witness", "--state",
                folder.toString(), "--once", "http://127.0.0.1:" + server.getAddress().getPort()));
        arguments.addAll(List.of(more));
        PrintStream out = new PrintStream(said, true, UTF_8);
        return Commands.run(Commands.ALL, arguments, new Terminal(
                out, out, Clock.fixed(NOW, ZoneOffset.UTC), question -> Optional.empty()))
                .status();
    }

    private String said() {
        return said.toString(UTF_8);
    }

    private SignedNote seen() throws Exception {
        return SignedNote.parse(Files.readString(folder.resolve("seen")));
    }

    @Test
    @DisplayName("co-signs the first head, and each that continues it, and hands them in")
    void cosigns() throws Exception {
        assertEquals(0, look("--name", "audit.example/witness"), this::said);
        VerifierKey own = VerifierKey.parse(
                Files.readString(folder.resolve("witness.vkey")).strip());
        assertEquals("audit.example/witness", own.name());
        assertEquals(Optional.of(NOW), own.cosignedAt(SignedNote.parse(handedIn.getFirst())));
        size = 300;
        assertEquals(0, look(), this::said);
        assertEquals(300, Checkpoint.parse(seen().text()).size());
        assertEquals(Optional.of(NOW), own.cosignedAt(seen()));
        assertEquals(2, handedIn.size());
    }

    @Test
    @DisplayName("refuses a database and a key rewritten together, and keeps both heads")
    void rewritten() throws Exception {
        look();
        log = TestLog.of(300, "another ");
        size = 300;
        assertEquals(1, look());
        assertTrue(said().contains("does not continue"), this::said);
        assertEquals(200, Checkpoint.parse(seen().text()).size());
        assertEquals(1, handedIn.size());
        try (Stream<Path> files = Files.list(folder)) {
            Path evidence = files.filter(file ->
                    file.getFileName().toString().startsWith("refused-")).findFirst().orElseThrow();
            assertEquals(log.head(300).toString(), Files.readString(evidence));
        }
    }

    @Test
    @DisplayName("refuses a log with fewer entries than before")
    void shrunk() {
        look();
        size = 199;
        assertEquals(1, look());
        assertTrue(said().contains("fewer entries"), this::said);
    }

    @Test
    @DisplayName("believes no other key than the first, whatever the log says later")
    void anotherKey() throws Exception {
        Path trusted = folder.resolve("trusted.vkey");
        VerifierKey other = SignerKey.generate(
                key.name(), KeyKind.LOG, new SecureRandom()).verifier();
        Files.writeString(trusted, other.toString());
        assertEquals(1, look("--trust", trusted.toString()), this::said);
        assertFalse(Files.exists(folder.resolve("seen")));
        Files.writeString(trusted, key.toString());
        assertEquals(2, look("--trust", trusted.toString()), this::said);
        assertTrue(said().contains("another key"), this::said);
    }

    @Test
    @DisplayName("remembers what it co-signed even where the platform does not take it")
    void notTaken() throws Exception {
        takes = false;
        assertEquals(0, look());
        assertTrue(said().contains("witness.vkey"), this::said);
        assertEquals(200, Checkpoint.parse(seen().text()).size());
    }

    @Test
    @DisplayName("says what it needs")
    void misused() {
        assertEquals(2, look("--every", "0"));
        assertEquals(2, look("somewhere"));
        server.stop(0);
        assertEquals(1, look());
        assertTrue(said().contains("That did not work"), this::said);
    }
}
