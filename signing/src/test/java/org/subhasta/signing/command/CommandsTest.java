package org.subhasta.signing.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Trust;

@DisplayName("The command line")
class CommandsTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final CertificateAuthority AUTHORITY =
            CertificateAuthority.create("Test authority", NOW.minusSeconds(3600));
    private static final SigningKey SIGNER =
            AUTHORITY.issue("Ada Example", "Example Ltd", "NL", NOW.minusSeconds(3600));

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Deque<String> typed = new ArrayDeque<>();

    @BeforeEach
    void files() throws Exception {
        Files.writeString(folder.resolve("doc"), "a document");
        try (OutputStream out = Files.newOutputStream(folder.resolve("key.p12"))) {
            SIGNER.writePkcs12(out, "key", "secret".toCharArray());
        }
    }

    private int run(String... arguments) {
        PrintStream out = new PrintStream(said, true, UTF_8);
        // An argument that begins with @ is a file in the folder.
        List<String> resolved = Arrays.stream(arguments).map(argument -> argument.startsWith("@")
                ? folder.resolve(argument.substring(1)).toString() : argument).toList();
        Terminal terminal = new Terminal(out, out, Clock.fixed(NOW, ZoneOffset.UTC),
                question -> Optional.ofNullable(typed.poll()).map(String::toCharArray));
        return Commands.run(Commands.ALL, resolved, terminal).status();
    }

    private String said() {
        return said.toString(UTF_8);
    }

    private boolean signedByAda() throws Exception {
        return CadesVerifier.verify("a document".getBytes(UTF_8),
                Files.readAllBytes(folder.resolve("sig")),
                Trust.of(List.of(AUTHORITY.certificate())), NOW).passed();
    }

    @Test
    @DisplayName("signs with the key of a PKCS#12 file")
    void signs() throws Exception {
        assertEquals(0, run("sign", "--keystore", "@key.p12", "--password", "secret", "--out",
                "@sig", "@doc"), said());
        assertTrue(signedByAda());
    }

    @Test
    @DisplayName("asks for the password, and asks again when it was wrong")
    void asksForThePassword() throws Exception {
        typed.addAll(List.of("guess", "secret"));
        assertEquals(0, run("sign", "--keystore", "@key.p12", "--out", "@sig", "@doc"), said());
        assertTrue(said().contains("not the password"), said());
        assertTrue(signedByAda());
    }

    @Test
    @DisplayName("gives up after three wrong passwords, and at once where one was given")
    void wrongPassword() {
        typed.addAll(List.of("one", "two", "three", "secret"));
        assertEquals(1, run("sign", "--keystore", "@key.p12", "--out", "@sig", "@doc"));
        assertEquals(List.of("secret"), List.copyOf(typed));
        said.reset();
        assertEquals(1, run("sign", "--keystore", "@key.p12", "--password", "guess", "--out",
                "@sig", "@doc"));
        assertTrue(said().contains("password"), said());
    }

    @Test
    @DisplayName("ends with 2 when it is not understood, and says why")
    void usage() {
        assertEquals(2, run());
        assertEquals(2, run("sing"));
        assertTrue(said().contains("There is no command sing"), said());
        assertEquals(2, run("sign", "@doc"));
        assertTrue(said().contains("--out is missing"), said());
        assertEquals(2, run("sign", "--keystore", "@key.p12", "--out", "@sig", "@none"));
        assertTrue(said().contains("There is no file"), said());
        assertEquals(2, run("sign", "--when", "now", "@doc"));
        assertEquals(2, run("sign", "--out"));
        assertEquals(2, run("sign", "--out", "@a", "--out", "@b", "@doc"));
        assertTrue(said().contains("given twice"), said());
        assertEquals(2, run("sign", "--keystore", "@key.p12", "--out", "@sig", "@doc"));
        assertTrue(said().contains("no terminal"), said());
    }

    @Test
    @DisplayName("tells of every command what it needs")
    void help() {
        assertEquals(0, run("--help"));
        for (Command command : Commands.ALL) {
            assertTrue(said().contains("subhasta " + command.name()), said());
            said.reset();
            assertEquals(0, run(command.name(), "--help"));
            command.options().forEach(option -> assertTrue(said().contains(option), option));
            command.flags().forEach(flag -> assertTrue(said().contains(flag), flag));
            assertTrue(said().contains("Exit status"), said());
            assertTrue(said().lines().allMatch(line -> line.length() <= 90), said());
            run("--help");
        }
    }
}
