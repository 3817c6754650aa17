package org.subhasta.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.cert.CRLReason;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A time-stamp")
class TimeStampTest {

    private static final byte[] CONTENT = "a bid".getBytes(UTF_8);
    private static final byte[] DIGEST = Sha256.digest(CONTENT);

    private static TimeStamp stamp() {
        return stamp(Keys.STAMPER);
    }

    private static TimeStamp stamp(SigningKey key) {
        try {
            return new TimeStampAuthority(key, InstantSource.fixed(Keys.NOW)).stamp(DIGEST);
        } catch (TimeStampUnavailable e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<SubIndication> why(byte[] token) {
        Validation result = TimeStampVerifier.verify(token, CONTENT, Keys.TRUST);
        assertEquals(result.passed(), result.timeStamp().isPresent());
        return result.subIndication();
    }

    @Test
    @DisplayName("of our own authority passes, and says when, by whom and under which policy")
    void passes() {
        TimeStamp made = stamp();
        Validation result = TimeStampVerifier.verify(made.encoded(), CONTENT, Keys.TRUST);
        assertTrue(result.passed(), result.explanation());
        TimeStamp read = result.timeStamp().orElseThrow();
        assertEquals(Keys.NOW, read.time());
        assertEquals(made.serial(), read.serial());
        assertEquals(TimeStampAuthority.POLICY, read.policy());
        assertEquals(Keys.STAMPER.certificate(), read.authority());
        assertArrayEquals(made.encoded(), read.encoded());
        assertTrue(TimeStampVerifier.verifyDigest(made.encoded(), DIGEST, Keys.TRUST).passed());
    }

    @Test
    @DisplayName("has a serial number of its own, also within one second")
    void serials() {
        assertNotEquals(stamp().serial(), stamp().serial());
    }

    @Test
    @DisplayName("over something else is not passed")
    void other() {
        assertEquals(Optional.of(SubIndication.HASH_FAILURE),
                TimeStampVerifier.verify(stamp().encoded(), new byte[1], Keys.TRUST)
                        .subIndication());
        assertEquals(Optional.of(SubIndication.HASH_FAILURE),
                TimeStampVerifier.verifyDigest(stamp().encoded(), new byte[32], Keys.TRUST)
                        .subIndication());
    }

    @Test
    @DisplayName("by a stranger is not passed, nor by an authority trusted for time-stamps alone "
            + "where it signs bids")
    void strangers() {
        TimeStamp strange = stamp(Keys.STRANGER.issueTimeStamper("T", "T", "NL", Keys.BEGAN));
        assertEquals(Optional.of(SubIndication.NO_CERTIFICATE_CHAIN_FOUND),
                why(strange.encoded()));
        Trust both = Keys.TRUST.alsoForTimeStamps(
                Trust.of(List.of(Keys.STRANGER.certificate())));
        assertTrue(TimeStampVerifier.verify(strange.encoded(), CONTENT, both).passed());
        SigningKey signer = Keys.STRANGER.issue("Eve", "Elsewhere", "NL", Keys.BEGAN);
        assertFalse(both.check(signer.certificate(), Keys.NOW).passed());
    }

    private static SigningKey stamper(boolean critical, KeyPurposeId... purposes) {
        KeyPair pair = Keys.pair("P-256");
        List<Extension> usage = purposes.length == 0 ? List.of()
                : List.of(CertificateAuthority.extension(Extension.extendedKeyUsage, critical,
                        new ExtendedKeyUsage(purposes)));
        return new SigningKey(pair.getPrivate(), List.of(Keys.AUTHORITY.certify(
                new CertificateAuthority.Issue(new X500Name("CN=T"), pair.getPublic(), Keys.BEGAN,
                        Keys.ENDS, CertificateAuthority.SIGNING, false, usage))));
    }

    @Test
    @DisplayName("counts only with a certificate that is for time-stamps alone, critically so")
    void purpose() {
        assertEquals(Optional.empty(), why(forged(stamper(true, KeyPurposeId.id_kp_timeStamping))));
        for (SigningKey unfit : List.of(
                stamper(false, KeyPurposeId.id_kp_timeStamping),
                stamper(true, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning),
                stamper(true, KeyPurposeId.id_kp_emailProtection),
                stamper(true),
                Keys.SIGNER)) {
            assertEquals(Optional.of(SubIndication.CHAIN_CONSTRAINTS_FAILURE),
                    why(forged(unfit)));
            InstantSource clock = InstantSource.fixed(Keys.NOW);
            assertThrows(IllegalArgumentException.class,
                    () -> new TimeStampAuthority(unfit, clock));
        }
    }

    /** What our authority would not do: the same statement, signed with another key. */
    private static byte[] forged(SigningKey key) {
        try {
            byte[] statement = CmsSignature.parse(stamp().encoded(),
                    CmsSignature.Profile.TIME_STAMP).content().orElseThrow();
            return CadesSigner.attach(
                    PKCSObjectIdentifiers.id_ct_TSTInfo, statement, key, key.chain());
        } catch (CmsSignature.Unacceptable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("by a key for time-stamps does not sign a bid")
    void stamperSignsNoBids() {
        assertEquals(Optional.of(SubIndication.CHAIN_CONSTRAINTS_FAILURE), CadesVerifier.verify(
                CONTENT, CadesSigner.sign(CONTENT, Keys.STAMPER, Keys.NOW), Keys.TRUST, Keys.NOW)
                .subIndication());
    }

    @Test
    @DisplayName("of another content than time-stamp information is not passed")
    void otherContent() {
        byte[] wrong = CadesSigner.attach(new ASN1ObjectIdentifier("1.2.840.113549.1.7.1"),
                CONTENT, Keys.STAMPER, Keys.STAMPER.chain());
        assertEquals(Optional.of(SubIndication.FORMAT_FAILURE), why(wrong));
        byte[] nonsense = CadesSigner.attach(PKCSObjectIdentifiers.id_ct_TSTInfo,
                CONTENT, Keys.STAMPER, Keys.STAMPER.chain());
        assertEquals(Optional.of(SubIndication.FORMAT_FAILURE), why(nonsense));
        assertEquals(Optional.of(SubIndication.FORMAT_FAILURE), why(new byte[0]));
    }

    @Test
    @DisplayName("is not given outside the term of the authority's certificate")
    void ended() {
        TimeStampAuthority early = new TimeStampAuthority(Keys.STAMPER,
                InstantSource.fixed(Keys.BEGAN.minusSeconds(1)));
        assertEquals(TimeStampUnavailable.Reason.REFUSED,
                assertThrows(TimeStampUnavailable.class, () -> early.stamp(DIGEST)).reason());
    }

    @Test
    @DisplayName("stands after its authority's certificate was replaced, and falls with its key")
    void revokedLater() {
        Instant later = Keys.NOW.plus(Duration.ofDays(1));
        assertEquals(Optional.empty(), revoked(later, CRLReason.SUPERSEDED));
        assertEquals(Optional.of(SubIndication.REVOKED),
                revoked(later, CRLReason.KEY_COMPROMISE));
        assertEquals(Optional.of(SubIndication.REVOKED),
                revoked(Keys.NOW.minusSeconds(1), CRLReason.SUPERSEDED));
    }

    private static Optional<SubIndication> revoked(Instant since, CRLReason reason) {
        RevocationSource source = Lists.revoking(Keys.STAMPER, since, reason);
        return TimeStampVerifier.verify(stamp().encoded(), CONTENT, Keys.TRUST.with(
                Revocation.of(Revocation.Policy.AT_HAND, List.of(source)))).subIndication();
    }

    @ParameterizedTest
    @DisplayName("shows every changed byte, in two ways")
    @ValueSource(ints = {0x01, 0x80})
    void everyByte(int flip) {
        byte[] token = stamp().encoded();
        List<Integer> undetected = new ArrayList<>();
        int unneeded = Bytes.indexOf(token, encoded(Keys.AUTHORITY.certificate()));
        for (int i = 0; i < token.length; i++) {
            byte[] changed = token.clone();
            changed[i] ^= (byte) flip;
            // The trusted authority's own certificate comes along for tools that want it. Trust
            // never comes from there, so what stands in it carries no meaning.
            boolean meaningless = i >= unneeded
                    && i < unneeded + encoded(Keys.AUTHORITY.certificate()).length;
            if (why(changed).isEmpty() && !meaningless) {
                undetected.add(i);
            }
        }
        assertEquals(List.of(), undetected);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
