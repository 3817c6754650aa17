package org.subhasta.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.kernel.ServerClock;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.SubIndication;
import org.subhasta.signing.TimeStamp;
import org.subhasta.signing.TimeStampAuthority;
import org.subhasta.signing.Validation;

@DisplayName("The time-stamp over a signature that was received")
class SignatureStampsTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final Instant BEGAN = NOW.minus(Duration.ofDays(100));
    private static final Instant AFTER_ITS_END = NOW.plus(Duration.ofDays(1_000));
    private static final byte[] CONTENT = "a bid".getBytes(UTF_8);
    private static final CertificateAuthority AUTHORITY =
            CertificateAuthority.create("Authority of bidders", BEGAN);
    private static final CertificateAuthority PLATFORM =
            CertificateAuthority.create("A platform", BEGAN);
    private static final SigningKey STAMPER =
            PLATFORM.issueTimeStamper("Time-stamps", "A platform", "NL", BEGAN);
    private static final SigningKey SIGNER = AUTHORITY.issue("Ada", "Example", "NL", BEGAN);
    private static final byte[] SIGNATURE = CadesSigner.sign(CONTENT, SIGNER, NOW);

    @TempDir
    private Path data;
    private SignatureStamps stamps;

    @BeforeEach
    void platform() throws Exception {
        System.setProperty("subhasta.data", data.toString());
        Files.createDirectories(data.resolve("keys"));
        Files.createDirectories(data.resolve("trust/time-stamps"));
        Files.writeString(data.resolve("keys/time-stamps.password"), "secret");
        try (OutputStream out = Files.newOutputStream(data.resolve("keys/time-stamps.p12"))) {
            STAMPER.writePkcs12(out, "key", "secret".toCharArray());
        }
        Files.writeString(data.resolve("trust/bidders.pem"),
                CertificateAuthority.pem(AUTHORITY.certificate()));
        Files.writeString(data.resolve("trust/time-stamps/platform.pem"),
                CertificateAuthority.pem(PLATFORM.certificate()));
        restart();
    }

    private void restart() {
        PlatformTrust trust = new PlatformTrust();
        trust.read();
        ServerClock clock = new ServerClock() {
            @Override
            protected Instant hostTime() {
                return NOW;
            }
        };
        stamps = new SignatureStamps(new PlatformTimeStamps(clock, trust), trust);
    }

    @AfterEach
    void forget() {
        System.clearProperty("subhasta.data");
        System.clearProperty(PlatformTimeStamps.AUTHORITIES);
    }

    private Optional<byte[]> token() {
        return stamps.over(SIGNATURE).map(TimeStamp::encoded);
    }

    private Optional<SubIndication> why(Optional<byte[]> token, Instant at) {
        return stamps.judge(CONTENT, SIGNATURE, token, at).subIndication();
    }

    /** The authority says in its list that the signer's certificate was revoked. */
    private void revoke(Instant since) throws Exception {
        Files.write(data.resolve("trust/bidders.crl"), AUTHORITY.revocationList(
                List.of(new CertificateAuthority.Revoked(
                        SIGNER.certificate().getSerialNumber(), since, CRLReason.SUPERSEDED)),
                NOW.plusSeconds(120), AFTER_ITS_END.plusSeconds(1)));
        restart();
    }

    @Test
    @DisplayName("keeps it valid when the certificate has ended before it is opened")
    void expired() {
        Optional<byte[]> token = token();
        Validation judged = stamps.judge(CONTENT, SIGNATURE, token, AFTER_ITS_END);
        assertTrue(judged.passed(), judged.explanation());
        assertEquals(NOW, judged.timeStamp().orElseThrow().time());
        assertEquals(Optional.of(SubIndication.EXPIRED), why(Optional.empty(), AFTER_ITS_END));
    }

    @Test
    @DisplayName("keeps it valid when the certificate is revoked before it is opened")
    void revokedLater() throws Exception {
        Optional<byte[]> token = token();
        revoke(NOW.plusSeconds(60));
        assertEquals(Optional.empty(), why(token, NOW.plusSeconds(300)));
        assertEquals(Optional.of(SubIndication.REVOKED),
                why(Optional.empty(), NOW.plusSeconds(300)));
    }

    @Test
    @DisplayName("does not help where the certificate was revoked before it was stamped")
    void revokedBefore() throws Exception {
        Optional<byte[]> token = token();
        revoke(NOW.minusSeconds(60));
        assertEquals(Optional.of(SubIndication.REVOKED), why(token, NOW.plusSeconds(300)));
    }

    @Test
    @DisplayName("counts for this signature and no other")
    void another() {
        byte[] other = CadesSigner.sign(CONTENT, SIGNER, NOW);
        Optional<byte[]> strange = stamps.over(other).map(TimeStamp::encoded);
        assertEquals(Optional.of(SubIndication.HASH_FAILURE), why(strange, NOW));
        assertEquals(AFTER_ITS_END, stamps.provenBy(SIGNATURE, strange, AFTER_ITS_END));
    }

    @Test
    @DisplayName("proves when whatever the signature covers was there")
    void proven() {
        assertEquals(NOW, stamps.provenBy(SIGNATURE, token(), AFTER_ITS_END));
        assertEquals(BEGAN, stamps.provenBy(SIGNATURE, token(), BEGAN));
        assertEquals(AFTER_ITS_END,
                stamps.provenBy(SIGNATURE, Optional.empty(), AFTER_ITS_END));
    }

    @Test
    @DisplayName("is not to be had without the key, and then there is none")
    void noKey() throws Exception {
        Files.delete(data.resolve("keys/time-stamps.p12"));
        restart();
        assertTrue(stamps.over(SIGNATURE).isEmpty());
    }

    @Test
    @DisplayName("comes from the operator's authority, and from no other where that is down")
    void operatorsOwn() throws Exception {
        CertificateAuthority another = CertificateAuthority.create("Qualified", BEGAN);
        TimeStampAuthority qualified = new TimeStampAuthority(
                another.issueTimeStamper("Qualified time", "Trust centre", "NL", BEGAN), () -> NOW);
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = qualified.answer(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        System.setProperty(PlatformTimeStamps.AUTHORITIES,
                "http://127.0.0.1:" + server.getAddress().getPort() + "/tsr");
        try {
            assertTrue(stamps.over(SIGNATURE).isEmpty(), "nobody said to trust it");
            Files.writeString(data.resolve("trust/time-stamps/qualified.pem"),
                    CertificateAuthority.pem(another.certificate()));
            restart();
            TimeStamp stamp = stamps.over(SIGNATURE).orElseThrow();
            assertArrayEquals(qualified.certificate().getEncoded(),
                    stamp.authority().getEncoded());
        } finally {
            server.stop(0);
        }
        assertTrue(stamps.over(SIGNATURE).isEmpty(), "it is down");
    }
}
