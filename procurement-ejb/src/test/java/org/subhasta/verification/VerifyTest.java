package org.subhasta.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.Jws;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Validation;
import org.subhasta.signing.command.Commands;
import org.subhasta.signing.command.Terminal;

@DisplayName("verify on the command line")
class VerifyTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final CertificateAuthority AUTHORITY =
            CertificateAuthority.create("Test authority", NOW.minusSeconds(3600));
    private static final SigningKey SIGNER =
            AUTHORITY.issue("Ada Example", "Example Ltd", "NL", NOW.minusSeconds(3600));

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void files() throws Exception {
        Files.writeString(path("ca.pem"), CertificateAuthority.pem(AUTHORITY.certificate()));
        Files.writeString(path("doc"), "a document");
    }

    private Path path(String name) {
        return folder.resolve(name);
    }

    private int run(String... arguments) {
        PrintStream out = new PrintStream(said, true, UTF_8);
        // An argument that begins with @ is a file in the folder.
        List<String> resolved = Arrays.stream(arguments).map(argument -> argument.startsWith("@")
                ? path(argument.substring(1)).toString() : argument).toList();
        return Commands.run(Main.COMMANDS, resolved, new Terminal(
                out, out, Clock.fixed(NOW, ZoneOffset.UTC), question -> Optional.empty())).status();
    }

    private String said() {
        return said.toString(UTF_8);
    }

    @Test
    @DisplayName("tells who signed a document")
    void verifies() throws Exception {
        Files.write(path("sig"), CadesSigner.sign("a document".getBytes(UTF_8), SIGNER, NOW));
        assertEquals(0, run("verify", "--trust", "@ca.pem", "--signature", "@sig", "@doc"), said());
        assertTrue(said().contains("TOTAL_PASSED"), said());
        assertTrue(said().contains(Validation.fingerprint(SIGNER.certificate())), said());
    }

    @Test
    @DisplayName("ends with 1 when something is wrong, 3 when the signer is not trusted")
    void tellsWrongFromNotTrusted() throws Exception {
        Files.write(path("sig"), CadesSigner.sign("another".getBytes(UTF_8), SIGNER, NOW));
        assertEquals(1, run("verify", "--trust", "@ca.pem", "--signature", "@sig", "@doc"));
        assertTrue(said().contains("HASH_FAILURE"), said());
        Files.writeString(path("doc"), "another");
        assertEquals(3, run("verify", "--signature", "@sig", "@doc"), said());
        assertEquals(3, run("verify", "--trust", "@ca.pem", "--at", "2040-01-01T00:00:00Z",
                "--signature", "@sig", "@doc"), said());
        assertTrue(said().contains("EXPIRED"), said());
        assertEquals(0, run("verify", "--trust", "@ca.pem", "--signature", "@sig", "@doc"));
    }

    @Test
    @DisplayName("shows what a receipt says, once its signature holds")
    void receipt() throws Exception {
        Files.writeString(path("receipt.jws"),
                Jws.sign("{\"outcome\":\"accepted\"}".getBytes(UTF_8), SIGNER) + "\n");
        assertEquals(0, run("verify", "--trust", "@ca.pem", "--receipt", "@receipt.jws"), said());
        assertTrue(said().contains("{\"outcome\":\"accepted\"}"), said());
        said.reset();
        assertEquals(3, run("verify", "--receipt", "@receipt.jws"), said());
        assertFalse(said().contains("accepted"), said());
    }

    @Test
    @DisplayName("ends with 2 when it is not understood, and says why")
    void usage() {
        assertEquals(2, run("verify", "--signature", "@none", "@doc"));
        assertTrue(said().contains("There is no file"), said());
        assertEquals(2, run("verify", "--when", "now", "@doc"));
        assertEquals(2, run("verify", "--trust"));
        assertEquals(2, run("verify", "--at", "yesterday", "@doc"));
    }
}
