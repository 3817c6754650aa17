package org.subhasta.parties.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subhasta.kernel.Refusal;

class CertificateRuleTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2028-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final int SIGNING = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;

    @ParameterizedTest
    @CsvSource({"RSA,2048", "RSA,3072", "EC,secp256r1", "EC,secp384r1", "Ed25519,"})
    void a_strong_key_for_signatures_is_admitted(String algorithm, String size) throws Exception {
        assertEquals(List.of(), judge(certificate(algorithm, size, SIGNING, false), NOW));
    }

    @ParameterizedTest
    @CsvSource({"RSA,1024", "EC,secp521r1", "Ed448,"})
    void other_keys_are_refused(String algorithm, String size) throws Exception {
        assertEquals(List.of(at(PartiesRefusal.CERTIFICATE_WEAK_KEY)),
                judge(certificate(algorithm, size, SIGNING, false), NOW));
    }

    @Test
    void a_key_for_something_else_is_refused() throws Exception {
        assertEquals(List.of(at(PartiesRefusal.CERTIFICATE_WRONG_USAGE)),
                judge(certificate("EC", "secp256r1", KeyUsage.dataEncipherment, false), NOW));
    }

    @Test
    void a_key_on_p_256_that_agrees_on_keys_and_signs_nothing_is_for_encryption() throws Exception {
        X509Certificate own = certificate("EC", "secp256r1", KeyUsage.keyAgreement, false);
        assertTrue(CertificateRule.isForEncryption(own));
        assertEquals(List.of(), judge(own, NOW));
        assertEquals(List.of(at(PartiesRefusal.CERTIFICATE_WEAK_KEY)),
                judge(certificate("EC", "secp384r1", KeyUsage.keyAgreement, false), NOW));
    }

    @Test
    void a_key_that_signs_as_well_is_for_signatures() throws Exception {
        assertFalse(CertificateRule.isForEncryption(certificate(
                "EC", "secp256r1", SIGNING | KeyUsage.keyAgreement, false)));
    }

    @Test
    void a_key_whose_usage_is_not_said_may_sign() throws Exception {
        assertEquals(List.of(), judge(certificate("EC", "secp256r1", 0, false), NOW));
    }

    @Test
    void an_authority_s_own_certificate_signs_no_bids() throws Exception {
        assertEquals(List.of(at(PartiesRefusal.CERTIFICATE_OF_AUTHORITY)),
                judge(certificate("EC", "secp256r1", SIGNING, true), NOW));
    }

    @Test
    void it_is_valid_from_its_first_to_its_last_second() throws Exception {
        X509Certificate certificate = certificate("EC", "secp256r1", SIGNING, false);
        assertEquals(List.of(), judge(certificate, FROM));
        assertEquals(List.of(), judge(certificate, UNTIL));
        assertEquals(List.of(at(PartiesRefusal.CERTIFICATE_EXPIRED, UNTIL.toString())),
                judge(certificate, UNTIL.plus(Duration.ofNanos(1000))));
        assertEquals(List.of(at(PartiesRefusal.CERTIFICATE_NOT_YET_VALID, FROM.toString())),
                judge(certificate, FROM.minus(Duration.ofNanos(1000))));
    }

    @Test
    void all_that_is_wrong_is_said() throws Exception {
        assertEquals(List.of(at(PartiesRefusal.CERTIFICATE_WEAK_KEY),
                        at(PartiesRefusal.CERTIFICATE_WRONG_USAGE),
                        at(PartiesRefusal.CERTIFICATE_EXPIRED, UNTIL.toString())),
                judge(certificate("RSA", "1024", KeyUsage.keyEncipherment, false),
                        UNTIL.plusSeconds(1)));
    }

    private static List<Refusal> judge(X509Certificate certificate, Instant now) {
        return CertificateRule.judge("certificate", certificate, now);
    }

    private static Refusal at(PartiesRefusal code, String... details) {
        return Refusal.at("certificate", code, details);
    }

    private static X509Certificate certificate(
            String algorithm, String size, int usage, boolean authority) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("RSA")) {
            generator.initialize(Integer.parseInt(size));
        } else if (size != null) {
            generator.initialize(new ECGenParameterSpec(size));
        }
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=Ada Lovelace");
        var builder = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(FROM),
                Date.from(UNTIL), name, pair.getPublic());
        if (usage != 0) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        }
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        String signature = switch (algorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> algorithm;
        };
        return new JcaX509CertificateConverter().getCertificate(
                builder.build(new JcaContentSignerBuilder(signature).build(pair.getPrivate())));
    }
}
