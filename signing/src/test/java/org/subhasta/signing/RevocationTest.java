package org.subhasta.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Revocation")
class RevocationTest {

    private static final byte[] CONTENT = "a bid".getBytes(UTF_8);
    private static final X509Certificate SIGNER = Keys.SIGNER.certificate();
    private static final X509Certificate ISSUER = Keys.AUTHORITY.certificate();
    private static final Instant BEFORE = Keys.NOW.minusSeconds(60);

    private static RevocationStatus status(RevocationList list) {
        return list.lookUp(SIGNER, ISSUER, Keys.NOW);
    }

    private static Validation check(Revocation.Policy policy, RevocationSource... sources) {
        return Keys.TRUST.with(Revocation.of(policy, List.of(sources))).check(SIGNER, Keys.NOW);
    }

    @Test
    @DisplayName("in a list is told with date and reason, and the signature fails")
    void listed() {
        RevocationList list =
                Lists.list(List.of(Lists.revoked(Keys.SIGNER, BEFORE, CRLReason.KEY_COMPROMISE)));
        assertEquals(new RevocationStatus.Revoked(BEFORE, "keyCompromise"), status(list));
        Validation result = check(Revocation.Policy.REQUIRED, list::lookUp);
        assertEquals(Optional.of(SubIndication.REVOKED), result.subIndication());
        assertEquals(Indication.TOTAL_FAILED, result.indication());
        assertTrue(result.explanation().contains("keyCompromise"), result.explanation());
    }

    @Test
    @DisplayName("in no list of the authority is good, as of the list")
    void notListed() {
        RevocationStatus.Good good = assertInstanceOf(RevocationStatus.Good.class,
                status(Lists.list(List.of(Lists.revoked(
                        Keys.STAMPER, BEFORE, CRLReason.UNSPECIFIED)))));
        assertEquals(BEFORE, good.asOf());
        assertTrue(check(Revocation.Policy.REQUIRED, Lists.list(List.of())::lookUp).passed());
    }

    @Test
    @DisplayName("is not told by a list that has ended: INDETERMINATE, TRY_LATER")
    void stale() {
        RevocationList old = Lists.read(Keys.AUTHORITY.revocationList(List.of(),
                Keys.NOW.minusSeconds(7200), Keys.NOW.minusSeconds(1)));
        Validation result = check(Revocation.Policy.AT_HAND, old::lookUp);
        assertEquals(Optional.of(SubIndication.TRY_LATER), result.subIndication());
        assertEquals(Indication.INDETERMINATE, result.indication());
    }

    @Test
    @DisplayName("is not told by a list made after the certificate's end: it may have dropped it")
    void forgotten() {
        SigningKey old = Keys.valid(Keys.BEGAN, Keys.NOW.minusSeconds(3600));
        RevocationStatus status = Lists.list(List.of()).lookUp(
                old.certificate(), ISSUER, Keys.NOW.minusSeconds(7200));
        assertEquals(SubIndication.OUT_OF_BOUNDS_NO_POE,
                assertInstanceOf(RevocationStatus.Unknown.class, status).why());
    }

    @Test
    @DisplayName("is not told by lists of others, of differences, for other kinds, or in parts")
    void otherLists() {
        RevocationStatus none = new RevocationStatus.NotLookedUp();
        Instant end = Keys.NOW.plusSeconds(3600);
        assertEquals(none, status(Lists.read(
                Keys.STRANGER.revocationList(List.of(), BEFORE, end))));
        assertEquals(none, status(Lists.read(
                Keys.IMPOSTOR.revocationList(List.of(), BEFORE, end))));
        assertEquals(none, status(Lists.list(List.of(), extension(
                Extension.deltaCRLIndicator, new ASN1Integer(1)))));
        assertEquals(none, status(Lists.list(List.of(), scope(null, false, true, false))));
        assertEquals(none, status(Lists.list(List.of(), scope(null, false, false, true))));
        assertInstanceOf(RevocationStatus.Good.class,
                status(Lists.list(List.of(), scope(null, true, false, false))));
        assertEquals(none, status(Lists.list(List.of(),
                scope(point("http://a.example/part-7.crl"), false, false, false))));
    }

    @Test
    @DisplayName("is told by the part of a list that the certificate names, and by no other part")
    void parts() {
        X509Certificate certificate = certificate(extension(Extension.cRLDistributionPoints, false,
                new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(
                        point("http://a.example/part-7.crl"), null, null)})));
        assertInstanceOf(RevocationStatus.Good.class, Lists.list(List.of(), scope(
                point("http://a.example/part-7.crl"), false, false, false))
                .lookUp(certificate, ISSUER, Keys.NOW));
        assertEquals(new RevocationStatus.NotLookedUp(), Lists.list(List.of(), scope(
                point("http://a.example/part-8.crl"), false, false, false))
                .lookUp(certificate, ISSUER, Keys.NOW));
    }

    private static DistributionPointName point(String address) {
        return new DistributionPointName(new GeneralNames(
                new GeneralName(GeneralName.uniformResourceIdentifier, address)));
    }

    private static Extension scope(DistributionPointName point, boolean people,
            boolean authorities, boolean indirect) {
        return extension(Extension.issuingDistributionPoint, new IssuingDistributionPoint(
                point, people, authorities, null, indirect, false));
    }

    private static Extension extension(ASN1ObjectIdentifier type,
            ASN1Encodable value) {
        return extension(type, true, value);
    }

    private static Extension extension(ASN1ObjectIdentifier type,
            boolean critical, ASN1Encodable value) {
        return CertificateAuthority.extension(type, critical, value);
    }

    private static X509Certificate certificate(Extension... further) {
        KeyPair pair = Keys.pair("P-256");
        return Keys.AUTHORITY.certify(new CertificateAuthority.Issue(new X500Name("CN=Ada"),
                pair.getPublic(), Keys.BEGAN, Keys.ENDS, CertificateAuthority.SIGNING, false,
                List.of(further)));
    }

    @Test
    @DisplayName("that nobody was asked about passes or not by the policy, and is said")
    void policies() {
        Validation unasked = check(Revocation.Policy.AT_HAND);
        assertTrue(unasked.passed());
        assertTrue(unasked.explanation().contains("was not looked up"), unasked.explanation());
        assertEquals(Optional.of(new RevocationStatus.NotLookedUp()), unasked.revocation());
        assertTrue(check(Revocation.Policy.WHERE_OFFERED).passed());
        assertEquals(Optional.of(SubIndication.TRY_LATER),
                check(Revocation.Policy.REQUIRED).subIndication());
        X509Certificate offering = certificate(extension(Extension.cRLDistributionPoints, false,
                new CRLDistPoint(new DistributionPoint[] {
                        new DistributionPoint(point("http://a.example/list.crl"), null, null)})));
        Trust offered = Keys.TRUST.with(
                Revocation.of(Revocation.Policy.WHERE_OFFERED, List.of()));
        assertEquals(Optional.of(SubIndication.TRY_LATER),
                offered.check(offering, Keys.NOW).subIndication());
    }

    @Test
    @DisplayName("is not asked of certificates that say none is published (RFC 9608)")
    void notPublished() {
        X509Certificate certificate = certificate(CertificateAuthority.NO_REVOCATION);
        Validation result = Keys.TRUST.with(Revocation.of(Revocation.Policy.REQUIRED, List.of()))
                .check(certificate, Keys.NOW);
        assertTrue(result.passed(), result.explanation());
        assertTrue(result.explanation().contains("publishes no revocation"));
    }

    @Test
    @DisplayName("of an authority on the way takes down what it issued, INDETERMINATE")
    void authority() {
        KeyPair pair = Keys.pair("P-256");
        X509Certificate between = Keys.AUTHORITY.certify(new CertificateAuthority.Issue(
                new X500Name("CN=Between"), pair.getPublic(), Keys.BEGAN, Keys.ENDS,
                KeyUsage.keyCertSign, true));
        SigningKey key = CertificateAuthority.of(new SigningKey(pair.getPrivate(),
                List.of(between))).issue("Ada", "Example", "NL", Keys.BEGAN);
        SigningKey withChain =
                new SigningKey(key.privateKey(), List.of(key.certificate(), between));
        RevocationList list = Lists.list(List.of(new CertificateAuthority.Revoked(
                between.getSerialNumber(), BEFORE, CRLReason.CA_COMPROMISE)));
        Trust trust = Keys.TRUST.with(
                Revocation.of(Revocation.Policy.AT_HAND, List.of(list::lookUp)));
        Validation result = CadesVerifier.verify(CONTENT,
                CadesSigner.sign(CONTENT, withChain, Keys.NOW), trust, Keys.NOW);
        assertEquals(Optional.of(SubIndication.REVOKED_CA_NO_POE), result.subIndication());
    }

    @Test
    @DisplayName("is heeded from a list in the trusted folder, and no longer when that is replaced")
    void folder(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("ca.pem"), CertificateAuthority.pem(ISSUER));
        Trust trust = Trust.folder(folder);
        assertTrue(trust.check(SIGNER, Keys.NOW).passed());
        Files.write(folder.resolve("ca.crl"), Keys.AUTHORITY.revocationList(
                List.of(Lists.revoked(Keys.SIGNER, BEFORE, CRLReason.CERTIFICATE_HOLD)), BEFORE,
                Keys.NOW.plusSeconds(600)));
        assertEquals(Optional.of(SubIndication.REVOKED),
                trust.check(SIGNER, Keys.NOW).subIndication());
        Files.write(folder.resolve("ca.crl"), Keys.AUTHORITY.revocationList(
                List.of(), BEFORE, Keys.NOW.plusSeconds(600)));
        assertTrue(trust.check(SIGNER, Keys.NOW).passed());
    }

    @Test
    @DisplayName("in what is no list is an error, not an answer")
    void noList() {
        for (byte[] bytes : new byte[][] {{}, {0x30, 0}, "-----BEGIN".getBytes(UTF_8),
                new byte[RevocationList.MAXIMUM_BYTES + 1]}) {
            assertThrows(IOException.class, () -> RevocationList.read(bytes));
            assertThrows(IOException.class, () -> OcspAnswer.read(bytes));
        }
    }

    private static RevocationStatus ask(Responder responder) {
        byte[] nonce = new byte[32];
        nonce[0] = 7;
        try {
            OcspAnswer answer = OcspAnswer.read(
                    responder.answer(OcspAnswer.question(SIGNER, ISSUER, nonce)));
            assertEquals(responder.repeatsNonce, !answer.isFor(new byte[32]));
            assertTrue(answer.isFor(nonce));
            return answer.lookUp(SIGNER, ISSUER, Keys.NOW);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("is told by a responder: the authority itself, or one delegated to")
    void responder() {
        for (Responder responder : List.of(Responder.authority(), Responder.delegate())) {
            assertInstanceOf(RevocationStatus.Good.class,
                    ask(responder.knows(Keys.SIGNER, Responder.GOOD)));
            responder.repeatsNonce = false;
            assertInstanceOf(RevocationStatus.Good.class, ask(responder));
            assertEquals(new RevocationStatus.Revoked(BEFORE, "superseded"),
                    ask(responder.knows(Keys.SIGNER, Responder.revoked(BEFORE, 4))));
            assertInstanceOf(RevocationStatus.Unknown.class,
                    ask(responder.knows(Keys.STAMPER, Responder.GOOD)));
        }
    }

    @Test
    @DisplayName("is not told by a responder nobody delegated to, or whose own term has ended")
    void wrongResponders() {
        KeyPurposeId answers = KeyPurposeId.id_kp_OCSPSigning;
        for (Responder responder : List.of(
                Responder.delegate(Keys.STRANGER, answers, true, Keys.ENDS),
                Responder.delegate(Keys.IMPOSTOR, answers, true, Keys.ENDS),
                Responder.delegate(Keys.AUTHORITY, KeyPurposeId.id_kp_codeSigning, true,
                        Keys.ENDS),
                Responder.delegate(Keys.AUTHORITY, answers, false, Keys.ENDS),
                Responder.delegate(Keys.AUTHORITY, answers, true, Keys.NOW.minusSeconds(120)))) {
            assertEquals(new RevocationStatus.NotLookedUp(),
                    ask(responder.knows(Keys.SIGNER, Responder.GOOD)));
        }
    }

    @Test
    @DisplayName("is not told by an old answer")
    void oldAnswer() {
        Responder responder = Responder.authority().knows(Keys.SIGNER, Responder.GOOD);
        responder.until = Keys.NOW.minusSeconds(1);
        assertInstanceOf(RevocationStatus.Unknown.class, ask(responder));
        responder.until = null;
        assertInstanceOf(RevocationStatus.Good.class, ask(responder));
        responder.from = Keys.NOW.minus(Duration.ofMinutes(11));
        assertInstanceOf(RevocationStatus.Unknown.class, ask(responder));
    }
}
