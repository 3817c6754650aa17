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
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.Jws;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.SignatureTimeStamp;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.TimeStampAuthority;
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

    @Test
    @DisplayName("tells since when a file or signature was there, by a time-stamp kept apart")
    void timeStamps() throws Exception {
        TimeStampAuthority stamps = new TimeStampAuthority(AUTHORITY.issueTimeStamper(
                "Time-stamps", "Example", "NL", NOW.minusSeconds(3600)), () -> NOW);
        byte[] document = "a document".getBytes(UTF_8);
        byte[] signature = CadesSigner.sign(document, SIGNER, NOW);
        Files.write(path("doc.p7s"), signature);
        Files.write(path("doc.tst"), stamps.stamp(Sha256.digest(document)).encoded());
        Files.write(path("p7s.tst"), SignatureTimeStamp.over(signature, stamps).encoded());
        Files.writeString(path("other"), "another document");

        assertEquals(0, run("verify", "--trust", "@ca.pem", "@doc.tst", "@doc"), said());
        assertTrue(said().contains("was there no later than 2027-03-01 12:00:00 UTC"), said());
        said.reset();
        assertEquals(0, run("verify", "--trust", "@ca.pem", "@p7s.tst", "@doc.p7s", "@doc"), said());
        assertTrue(said().contains("doc.p7s was there no later than"), said());
        assertTrue(said().contains("is validly signed by"), said());
        said.reset();
        assertEquals(1, run("verify", "--trust", "@ca.pem", "@doc.tst", "@other"), said());
        assertTrue(said().contains("HASH_FAILURE"), said());
        assertEquals(3, run("verify", "@doc.tst", "@doc"), said());
        assertEquals(1, run("verify", "--trust", "@ca.pem", "@doc.tst"), said());
        assertTrue(said().contains("a time-stamp on its own"), said());
    }

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
        assertTrue(said().contains("All of it holds."), said());
        said.reset();
        assertEquals(0, run("verify", "--trust", "@ca.pem", "@doc", "@sig"), said());
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

    private String receipt(String outcome) throws Exception {
        return Jws.sign(CanonicalJson.canonicalize("""
                {"format":"subhasta-receipt-1","subject":"box/t3nd3r","outcome":"%s",
                 "bid":"00000000-0000-4000-0000-000000000002","at":"2027-03-01T11:00:00Z",
                 "digest":"%s","signature":"%s","leaf":"%s","code":"LATE"}""".formatted(outcome,
                Sha256.hex(Files.readAllBytes(path("doc"))), "ab".repeat(32), "cd".repeat(32))),
                SIGNER);
    }

    @Test
    @DisplayName("shows what a receipt says and which file it is for")
    void receipt() throws Exception {
        Files.writeString(path("r"), receipt("accepted") + "\n");
        assertEquals(0, run("verify", "--trust", "@ca.pem", "@r", "@doc"), said());
        assertTrue(said().contains("accepted bid 00000000"), said());
        assertTrue(said().contains("is for the file " + path("doc")), said());
        assertEquals(3, run("verify", "@r"), said());
        said.reset();
        Files.writeString(path("r"), receipt("refused"));
        assertEquals(0, run("verify", "--trust", "@ca.pem", "@r"), said());
        assertTrue(said().contains("with the reason LATE"), said());
    }

    @Test
    @DisplayName("shows nothing of a receipt that was altered in any of its characters")
    void alteredReceipt() throws Exception {
        String receipt = receipt("accepted");
        for (int i = 0; i < receipt.length(); i++) {
            char other = receipt.charAt(i) == 'A' ? 'B' : 'A';
            Files.writeString(path("r"), receipt.substring(0, i) + other + receipt.substring(i + 1));
            said.reset();
            assertEquals(1, run("verify", "--trust", "@ca.pem", "@r"), said());
            assertFalse(said().contains("accepted"), said());
        }
    }

    @Test
    @DisplayName("checks several files at once, and the worst of them is the result")
    void several() throws Exception {
        Files.writeString(path("r"), receipt("accepted"));
        Files.write(path("sig"), CadesSigner.sign("another".getBytes(UTF_8), SIGNER, NOW));
        assertEquals(1, run("verify", "--trust", "@ca.pem", "@r", "@doc", "@sig"), said());
        assertTrue(said().contains("All of it holds.") && said().contains("HASH_FAILURE"), said());
    }

    @Test
    @DisplayName("does not guess what it does not know, and needs the document of a signature")
    void unknown() throws Exception {
        assertEquals(1, run("verify", "@doc"), said());
        assertTrue(said().contains("no receipt, signed PDF"), said());
        Files.write(path("sig"), CadesSigner.sign("a".getBytes(UTF_8), SIGNER, NOW));
        assertEquals(1, run("verify", "@sig"), said());
        assertTrue(said().contains("name the document"), said());
    }

    @Test
    @DisplayName("ends with 2 when it is not understood, and says why")
    void usage() {
        assertEquals(2, run("verify"));
        assertEquals(2, run("verify", "--signature", "@none", "@doc"));
        assertTrue(said().contains("There is no file"), said());
        assertEquals(2, run("verify", "--when", "now", "@doc"));
        assertEquals(2, run("verify", "--trust"));
        assertEquals(2, run("verify", "--at", "yesterday", "@doc"));
    }
}
