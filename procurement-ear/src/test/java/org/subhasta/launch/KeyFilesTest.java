package org.subhasta.launch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.demonstration.DemonstrationAccounts;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.Jws;
import org.subhasta.signing.KeyUse;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.SubIndication;
import org.subhasta.signing.TimeStampAuthority;
import org.subhasta.signing.TimeStampVerifier;
import org.subhasta.signing.Trust;
import org.subhasta.signing.log.KeyKind;
import org.subhasta.signing.log.SignerKey;
import org.subhasta.signing.log.VerifierKey;

@DisplayName("The key files of a data folder")
class KeyFilesTest {

    @TempDir
    Path data;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(data.resolve("keys"));
        Files.createDirectories(data.resolve("trust"));
    }

    private SigningKey open(String name) throws Exception {
        String password = name.startsWith("demo/") ? DemonstrationAccounts.PASSWORD
                : Files.readString(data.resolve(name + ".password")).strip();
        return SigningKey.open(data.resolve(name + ".p12"), password.toCharArray());
    }

    private Map<Path, byte[]> contents() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> file, KeyFilesTest::content));
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("hold a key for receipts that its own authority vouches for, trusted for no bid")
    void platform() throws Exception {
        KeyFiles.prepare(data, false);
        String receipt = Jws.sign(new byte[] {1}, open("keys/platform"));
        Instant now = Instant.now();
        Trust platform = Trust.of(List.of(open("keys/platform-authority").certificate()));
        assertTrue(Jws.verify(receipt, platform, now).validation().passed());
        assertEquals(List.of(open("keys/enrolment-authority").certificate()),
                Trust.folder(data.resolve("trust")).authorities());
        assertFalse(Files.exists(data.resolve("demo")));
    }

    @Test
    @DisplayName("hold a key that stamps the time, trusted for that and for no signature")
    void timeStamps() throws Exception {
        KeyFiles.prepare(data, true);
        TimeStampAuthority stamps =
                new TimeStampAuthority(open("keys/time-stamps"), Instant::now);
        byte[] what = {1, 2, 3};
        byte[] token = stamps.stamp(Sha256.digest(what)).encoded();
        Trust trust = Trust.folder(data.resolve("trust"));
        assertTrue(TimeStampVerifier.verify(token, what, trust).passed());
        assertFalse(trust.check(open("keys/platform").certificate(), Instant.now()).passed());
    }

    @Test
    @DisplayName("stay as they are from start to start")
    void idempotent() throws Exception {
        KeyFiles.prepare(data, true);
        Map<Path, byte[]> before = contents();
        KeyFiles.prepare(data, true);
        Map<Path, byte[]> after = contents();
        assertEquals(before.keySet(), after.keySet());
        before.forEach((file, content) -> assertArrayEquals(content, after.get(file)));
    }

    @Test
    @DisplayName("belong to this user alone where they are secret")
    void permissions() throws Exception {
        KeyFiles.prepare(data, true);
        for (String name : List.of("keys/platform.p12", "keys/platform.password",
                "keys/platform-authority.p12", "keys/authority.p12", "keys/authority.password",
                "keys/enrolment-authority.p12", "keys/enrolment-authority.password",
                "keys/log.key")) {
            assertEquals("rw-------", PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(data.resolve(name))), name);
        }
    }

    @Test
    @DisplayName("let the demonstration's suppliers sign, and nobody once it is over")
    void demonstration() throws Exception {
        KeyFiles.prepare(data, true);
        Trust trust = Trust.folder(data.resolve("trust"));
        Instant now = Instant.now();
        SigningKey ada = open("demo/ada-novak");
        assertTrue(trust.check(ada.certificate(), now).passed());
        assertFalse(trust.withoutDemonstration().check(ada.certificate(), now).passed());
        assertTrue(trust.check(open("keys/authority").certificate(), now).passed());
        KeyFiles.prepare(data, false);
        assertFalse(trust.check(ada.certificate(), now).passed());
        assertFalse(Files.exists(data.resolve("keys/authority.p12")));
    }

    @Test
    @DisplayName("have one key that the demonstration's authority says it revoked")
    void revoked() throws Exception {
        KeyFiles.prepare(data, true);
        Trust trust = Trust.folder(data.resolve("trust"));
        assertEquals(Optional.of(SubIndication.REVOKED), trust.check(
                open("demo/revoked").certificate(), Instant.now()).subIndication());
        assertEquals(Optional.empty(), trust.check(open("demo/ada-novak").certificate(),
                Instant.now().plus(Duration.ofDays(300))).subIndication());
        KeyFiles.prepare(data, false);
        assertFalse(Files.exists(data.resolve("trust/demonstration.crl")));
    }

    @Test
    @DisplayName("have an authority for keys people make themselves, another after a demonstration")
    void enrolment() throws Exception {
        KeyFiles.prepare(data, true);
        X509Certificate tried = open("keys/enrolment-authority").certificate();
        assertTrue(CertificateAuthority.isDemonstration(tried));
        KeyFiles.prepare(data, false);
        X509Certificate real = open("keys/enrolment-authority").certificate();
        assertFalse(CertificateAuthority.isDemonstration(real));
        assertEquals(List.of(real), Trust.folder(data.resolve("trust")).authorities());
    }

    @Test
    @DisplayName("give the demonstration's openers a key to which shares are encrypted")
    void openers() throws Exception {
        KeyFiles.prepare(data, true);
        X509Certificate elif = open("demo/elif-kaya-encryption").certificate();
        Trust trust = Trust.folder(data.resolve("trust"));
        assertTrue(trust.check(elif, Instant.now(), KeyUse.ENCRYPTION).passed());
        assertFalse(trust.check(elif, Instant.now()).passed());
    }

    @Test
    @DisplayName("hold the log's key, whose name is the log's, with its public half beside it")
    void log() throws Exception {
        KeyFiles.prepare(data, false);
        SignerKey key = SignerKey.parse(Files.readString(data.resolve("keys/log.key")));
        assertEquals(KeyKind.LOG, key.verifier().kind());
        assertEquals(key.verifier(),
                VerifierKey.parse(Files.readString(data.resolve("trust/log.vkey"))));
        Files.writeString(data.resolve("keys/log.key"), "another");
        CannotRun refusal = assertThrows(CannotRun.class, () -> KeyFiles.prepare(data, false));
        assertTrue(refusal.getMessage().contains("log.key"), refusal.getMessage());
    }

    @Test
    @DisplayName("that are damaged keep the platform from starting, in words")
    void damaged() throws Exception {
        KeyFiles.prepare(data, false);
        Files.writeString(data.resolve("keys/platform.password"), "another");
        CannotRun refusal = assertThrows(CannotRun.class, () -> KeyFiles.prepare(data, false));
        assertTrue(refusal.getMessage().contains("restore them"), refusal.getMessage());
    }
}
