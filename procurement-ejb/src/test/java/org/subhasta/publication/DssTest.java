package org.subhasta.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.CertificateAuthority.Revoked;
import org.subhasta.signing.PdfSigner;
import org.subhasta.signing.SignatureTimeStamp;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.TimeStampAuthority;
import org.subhasta.signing.TimeStamps;

/** Against the validator that the European Commission publishes, with its own default policy. */
@DisplayName("The European Commission's DSS calls")
class DssTest {

    private static final Path ORACLE = Path.of("../signing/oracle/target").toAbsolutePath();
    private static final Instant SIGNED = Instant.parse("2026-10-21T09:14:32Z");
    private static final Instant VALIDATED = SIGNED.plus(Duration.ofHours(1));
    private static final Instant BEGAN = SIGNED.minus(Duration.ofDays(10));
    private static final byte[] DOCUMENT = "a bid".getBytes(UTF_8);
    private static final CertificateAuthority AUTHORITY =
            CertificateAuthority.create("Authority of signers", BEGAN);
    private static final CertificateAuthority PLATFORM =
            CertificateAuthority.create("A platform", BEGAN);
    private static final SigningKey SIGNER =
            AUTHORITY.issue("Procurement office", "Municipality of Alder Bay", "NL", BEGAN);
    private static final TimeStamps STAMPS = new TimeStampAuthority(
            PLATFORM.issueTimeStamper("Time-stamps", "A platform", "NL", BEGAN), () -> SIGNED);

    @TempDir
    private Path folder;

    @BeforeEach
    void trust() throws Exception {
        assumeTrue(Files.isDirectory(ORACLE.resolve("lib")),
                "needs signing/oracle to be built");
        Files.writeString(folder.resolve("signers.pem"),
                CertificateAuthority.pem(AUTHORITY.certificate()));
        Files.writeString(folder.resolve("platform.pem"),
                CertificateAuthority.pem(PLATFORM.certificate()));
        list("signers.crl", AUTHORITY, List.of());
        list("platform.crl", PLATFORM, List.of());
    }

    private void list(String file, CertificateAuthority authority, List<Revoked> revoked)
            throws Exception {
        Files.write(folder.resolve(file), authority.revocationList(
                revoked, SIGNED.plusSeconds(60), SIGNED.plus(Duration.ofDays(30))));
    }

    private String dss(Instant at, byte[] signed, byte[]... document) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
                ORACLE.resolve("classes") + ":" + ORACLE.resolve("lib") + "/*",
                "org.subhasta.oracle.Dss", at.toString(), folder.toString(),
                Files.write(folder.resolve("signed"), signed).toString()));
        if (document.length > 0) {
            command.add(Files.write(folder.resolve("document"), document[0]).toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        process.waitFor();
        return said.lines().reduce((first, last) -> last).orElse("");
    }

    private static byte[] notice() throws Exception {
        return PdfSigner.sign(Samples.pdf(Samples.rich()), SIGNER, "Award notice",
                "Municipality of Alder Bay", SIGNED, STAMPS);
    }

    private static byte[] stamped(byte[] signature) throws Exception {
        return SignatureTimeStamp.join(
                signature, SignatureTimeStamp.over(signature, STAMPS).encoded());
    }

    @Test
    @DisplayName("an award notice valid, of level PAdES B-T, and a changed one not")
    void notice_() throws Exception {
        byte[] notice = notice();
        assertEquals("PAdES-BASELINE-T TOTAL_PASSED", dss(VALIDATED, notice));
        notice[2_000] ^= 1;
        assertTrue(dss(VALIDATED, notice).startsWith("PAdES-BASELINE-T TOTAL_FAILED HASH_FAILURE"));
    }

    @Test
    @DisplayName("a bid's signature valid, of level CAdES B-B, and over another document not")
    void signature() throws Exception {
        byte[] signature = CadesSigner.sign(DOCUMENT, SIGNER, SIGNED);
        assertEquals("CAdES-BASELINE-B TOTAL_PASSED", dss(VALIDATED, signature, DOCUMENT));
        assertTrue(dss(VALIDATED, signature, "another".getBytes(UTF_8))
                .startsWith("CAdES-BASELINE-B TOTAL_FAILED HASH_FAILURE"));
    }

    @Test
    @DisplayName("a time-stamped signature valid, of level CAdES B-T, also when it was revoked later")
    void revokedLater() throws Exception {
        byte[] plain = CadesSigner.sign(DOCUMENT, SIGNER, SIGNED);
        byte[] stamped = stamped(plain);
        assertEquals("CAdES-BASELINE-T TOTAL_PASSED", dss(VALIDATED, stamped, DOCUMENT));
        list("signers.crl", AUTHORITY, List.of(new Revoked(SIGNER.certificate().getSerialNumber(),
                SIGNED.plusSeconds(30), CRLReason.CESSATION_OF_OPERATION)));
        assertEquals("CAdES-BASELINE-T TOTAL_PASSED", dss(VALIDATED, stamped, DOCUMENT));
        assertFalse(dss(VALIDATED, plain, DOCUMENT).contains("TOTAL_PASSED"));
    }
}
