package org.subhasta.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.Indication;
import org.subhasta.signing.SubIndication;
import org.subhasta.signing.Validation;

@DisplayName("A certificate that names where its authority tells of revoked ones")
class PlatformTrustTest {

    private static final Instant NOW = Instant.now();
    private static final Instant BEGAN = NOW.minus(Duration.ofDays(10));
    private static final CertificateAuthority AUTHORITY =
            CertificateAuthority.create("Authority with a list", BEGAN);

    @TempDir
    private Path data;
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private X509Certificate certificate;

    @BeforeEach
    void start() throws Exception {
        System.setProperty("subhasta.data", data.toString());
        Files.createDirectories(data.resolve("trust"));
        Files.writeString(data.resolve("trust/authority.pem"),
                CertificateAuthority.pem(AUTHORITY.certificate()));
        byte[] list = AUTHORITY.revocationList(
                List.of(), NOW.minusSeconds(60), NOW.plus(Duration.ofDays(1)));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/list.crl", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, list.length);
            exchange.getResponseBody().write(list);
            exchange.close();
        });
        server.start();
        certificate = certificate(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/list.crl");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        System.clearProperty("subhasta.data");
        System.clearProperty(PlatformTrust.HOSTS);
    }

    private static X509Certificate certificate(String list) throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(256);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                AUTHORITY.certificate(), BigInteger.valueOf(4711), Date.from(BEGAN),
                Date.from(NOW.plus(Duration.ofDays(100))), new X500Name("CN=Ada"),
                keys.generateKeyPair().getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(
                new DistributionPoint[] {new DistributionPoint(new DistributionPointName(
                        new GeneralNames(new GeneralName(
                                GeneralName.uniformResourceIdentifier, list))), null, null)}));
        return new JcaX509CertificateConverter().getCertificate(builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA")
                        .build(AUTHORITY.key().privateKey())));
    }

    private Validation check() {
        PlatformTrust trust = new PlatformTrust();
        trust.read();
        return trust.get().check(certificate, Instant.now());
    }

    @Test
    @DisplayName("passes where the list says nothing against it")
    void passes() {
        System.setProperty(PlatformTrust.HOSTS, "crl.example, 127.0.0.1");
        Validation result = check();
        assertTrue(result.passed(), result.explanation());
        assertEquals(1, asked.get());
    }

    @Test
    @DisplayName("is neither passed nor failed while nobody answers there, and it says so")
    void down() {
        System.setProperty(PlatformTrust.HOSTS, "127.0.0.1");
        server.stop(0);
        assertUnknown();
    }

    @Test
    @DisplayName("makes the platform call no private network that its operator did not name")
    void notCalled() {
        assertUnknown();
        System.setProperty(PlatformTrust.HOSTS, "crl.example");
        assertUnknown();
        assertEquals(0, asked.get());
    }

    private void assertUnknown() {
        Validation result = check();
        assertEquals(Indication.INDETERMINATE, result.indication());
        assertEquals(Optional.of(SubIndication.TRY_LATER), result.subIndication());
        assertTrue(result.explanation().contains("could not be found out"), result.explanation());
    }
}
