package org.subhasta.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A signature is refused, each with its own sub-indication,")
class CadesRefusalsTest {

    private static final byte[] CONTENT = "a bid".getBytes(UTF_8);
    private static final byte[] GOOD = CadesSigner.sign(CONTENT, Keys.SIGNER, Keys.NOW);

    private static void refused(SubIndication why, byte[] signature) {
        refused(why, signature, Keys.NOW);
    }

    private static void refused(SubIndication why, byte[] signature, Instant at) {
        Validation result = CadesVerifier.verify(CONTENT, signature, Keys.TRUST, at);
        assertEquals(why, result.subIndication().orElse(null), result.explanation());
        assertEquals(why.indication(), result.indication());
        assertFalse(result.passed());
    }

    private static void refused(SubIndication why, SigningKey key) {
        refused(why, CadesSigner.sign(CONTENT, key, Keys.NOW));
    }

    @Test
    @DisplayName("when the certificate has expired, to the second")
    void expired() {
        SigningKey key = Keys.valid(Keys.BEGAN, Keys.NOW);
        byte[] signature = CadesSigner.sign(CONTENT, key, Keys.NOW);
        assertTrue(CadesVerifier.verify(CONTENT, signature, Keys.TRUST, Keys.NOW).passed());
        refused(SubIndication.EXPIRED, signature, Keys.NOW.plusSeconds(1));
    }

    @Test
    @DisplayName("when the certificate is not yet valid, to the second")
    void notYetValid() {
        SigningKey key = Keys.valid(Keys.NOW, Keys.ENDS);
        byte[] signature = CadesSigner.sign(CONTENT, key, Keys.NOW);
        assertTrue(CadesVerifier.verify(CONTENT, signature, Keys.TRUST, Keys.NOW).passed());
        refused(SubIndication.NOT_YET_VALID, signature, Keys.NOW.minusSeconds(1));
    }

    @Test
    @DisplayName("when the authority is a stranger")
    void stranger() {
        refused(SubIndication.NO_CERTIFICATE_CHAIN_FOUND,
                Keys.STRANGER.issue("Eve", "Elsewhere", "NL", Keys.BEGAN));
    }

    @Test
    @DisplayName("when the authority only bears the name of a trusted one")
    void impostor() {
        refused(SubIndication.NO_CERTIFICATE_CHAIN_FOUND,
                Keys.IMPOSTOR.issue("Eve", "Elsewhere", "NL", Keys.BEGAN));
    }

    @Test
    @DisplayName("when the stranger's authority comes along inside the signature")
    void strangerWithChain() {
        SigningKey key = Keys.STRANGER.issue("Eve", "Elsewhere", "NL", Keys.BEGAN);
        refused(SubIndication.NO_CERTIFICATE_CHAIN_FOUND, new SigningKey(key.privateKey(),
                List.of(key.certificate(), Keys.STRANGER.certificate())));
    }

    @Test
    @DisplayName("when nobody is trusted")
    void nobodyTrusted() {
        Validation result = CadesVerifier.verify(CONTENT, GOOD, Trust.of(List.of()), Keys.NOW);
        assertEquals(SubIndication.NO_CERTIFICATE_CHAIN_FOUND,
                result.subIndication().orElseThrow());
    }

    @Test
    @DisplayName("when the certificate is for encryption only")
    void wrongKeyUsage() {
        refused(SubIndication.CHAIN_CONSTRAINTS_FAILURE,
                Keys.issue(Keys.pair("P-256"), Keys.BEGAN, Keys.ENDS, KeyUsage.keyAgreement));
    }

    @Test
    @DisplayName("when the certificate does not say what its key is for")
    void noKeyUsage() {
        refused(SubIndication.CHAIN_CONSTRAINTS_FAILURE,
                Keys.issue(Keys.pair("P-256"), Keys.BEGAN, Keys.ENDS, 0));
    }

    @Test
    @DisplayName("when an authority signs as if it were a signer")
    void authorityAsSigner() {
        refused(SubIndication.CHAIN_CONSTRAINTS_FAILURE, Keys.AUTHORITY.key());
    }

    @Test
    @DisplayName("when a signer's certificate plays the authority of another")
    void signerAsAuthority() {
        KeyPair pair = Keys.pair("P-256");
        // Issued by a mere signer: the path must not lead through it.
        X509Certificate forged = Crafted.issuedBySigner(Keys.SIGNER, pair.getPublic());
        refused(SubIndication.NO_CERTIFICATE_CHAIN_FOUND, new SigningKey(pair.getPrivate(),
                List.of(forged, Keys.SIGNER.certificate())));
    }

    @Test
    @DisplayName("when an authority on the way has expired")
    void expiredAuthority() {
        CertificateAuthority old = CertificateAuthority.create("Old",
                Keys.NOW.minus(Duration.ofDays(20 * 365)));
        SigningKey key = old.issue("Ada", "Example", "NL", Keys.NOW.minus(Duration.ofDays(1)));
        Validation result = CadesVerifier.verify(CONTENT,
                CadesSigner.sign(CONTENT, key, Keys.NOW),
                Trust.of(List.of(old.certificate())), Keys.NOW);
        assertEquals(SubIndication.CHAIN_CONSTRAINTS_FAILURE, result.subIndication().orElseThrow());
    }

    @Test
    @DisplayName("when the digest is SHA-1")
    void sha1() {
        refused(SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                Crafted.plain(CONTENT, Keys.SIGNER, "SHA1withECDSA"));
    }

    @Test
    @DisplayName("when the digest is MD5")
    void md5() {
        refused(SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                Crafted.plain(CONTENT, Keys.of("RSA-2048"), "MD5withRSA"));
    }

    @Test
    @DisplayName("when the RSA key has 1024 bits")
    void smallRsa() {
        Scheme scheme = Scheme.preferred(Keys.of("RSA-2048").certificate());
        refused(SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                CadesSigner.sign(CONTENT, Keys.of("RSA-1024"), scheme, Keys.NOW));
    }

    @Test
    @DisplayName("when the certificate is signed with SHA-1")
    void certificateWithSha1() {
        KeyPair pair = Keys.pair("P-256");
        X509Certificate weak = Keys.AUTHORITY.certify(new CertificateAuthority.Issue(
                new X500Name("CN=Ada"), pair.getPublic(), Keys.BEGAN, Keys.ENDS,
                CertificateAuthority.SIGNING, false), "SHA1withECDSA");
        refused(SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                new SigningKey(pair.getPrivate(), List.of(weak)));
    }

    @Test
    @DisplayName("when there are two signers")
    void twoSigners() {
        byte[] other = CadesSigner.sign(CONTENT, Keys.of("P-256"), Keys.NOW);
        refused(SubIndication.FORMAT_FAILURE, Crafted.withSigners(GOOD, one -> {
            ASN1EncodableVector both = new ASN1EncodableVector();
            both.add(one.getObjectAt(0));
            both.add(Crafted.signers(other).getObjectAt(0));
            return new DERSet(both);
        }));
    }

    @Test
    @DisplayName("when there is no signer at all")
    void zeroSigners() {
        refused(SubIndication.FORMAT_FAILURE, Crafted.withSigners(GOOD, one -> new DERSet()));
    }

    @Test
    @DisplayName("when it has no signed attributes")
    void noSignedAttributes() {
        refused(SubIndication.FORMAT_FAILURE,
                Crafted.direct(CONTENT, Keys.SIGNER, "SHA256withECDSA"));
    }

    @Test
    @DisplayName("when it does not name its certificate by hash")
    void noSigningCertificateAttribute() {
        refused(SubIndication.SIG_CONSTRAINTS_FAILURE,
                Crafted.plain(CONTENT, Keys.SIGNER, "SHA256withECDSA"));
    }

    @Test
    @DisplayName("when its certificate was swapped for another of the same key and name")
    void swappedCertificate() throws Exception {
        X509Certificate signer = Keys.SIGNER.certificate();
        X509Certificate other = Keys.AUTHORITY.certify(new CertificateAuthority.Issue(
                X500Name.getInstance(signer.getSubjectX500Principal().getEncoded()),
                signer.getPublicKey(), Keys.BEGAN, Keys.ENDS, CertificateAuthority.SIGNING, false));
        refused(SubIndication.NO_SIGNING_CERTIFICATE_FOUND, Crafted.withCertificates(GOOD,
                List.of(Certificate.getInstance(other.getEncoded()))));
    }

    @Test
    @DisplayName("when its certificate is missing")
    void missingCertificate() {
        refused(SubIndication.NO_SIGNING_CERTIFICATE_FOUND,
                Crafted.withCertificates(GOOD, List.of()));
    }

    @Test
    @DisplayName("when unsigned attributes were put to it")
    void unsignedAttributes() {
        Attribute time = new Attribute(CMSAttributes.signingTime,
                new DERSet(new org.bouncycastle.asn1.DERUTCTime("270301120000Z")));
        refused(SubIndication.FORMAT_FAILURE, Crafted.withUnsigned(GOOD, new DERSet(time)));
    }

    @Test
    @DisplayName("when the content is inside it")
    void attached() {
        refused(SubIndication.FORMAT_FAILURE, Crafted.attached(CONTENT, Keys.SIGNER));
    }

    @Test
    @DisplayName("when it says the time inside although the PDF has to")
    void timeInsidePdf() {
        Validation result = CadesVerifier.verify(CONTENT, GOOD, CmsSignature.Profile.PADES,
                Keys.TRUST, Keys.NOW);
        assertEquals(SubIndication.SIG_CONSTRAINTS_FAILURE, result.subIndication().orElseThrow());
    }

    @Test
    @DisplayName("when bytes follow it")
    void trailing() {
        refused(SubIndication.FORMAT_FAILURE, Arrays.copyOf(GOOD, GOOD.length + 1));
    }

    @Test
    @DisplayName("when it is something else")
    void nonsense() {
        refused(SubIndication.FORMAT_FAILURE, new byte[0]);
        refused(SubIndication.FORMAT_FAILURE, "-----BEGIN PKCS7-----".getBytes(UTF_8));
        refused(SubIndication.FORMAT_FAILURE, new byte[] {0x30, 0});
    }

    @Test
    @DisplayName("when values are nested deep, without exhausting the stack")
    void deep() {
        byte[] deep = new byte[200_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        refused(SubIndication.FORMAT_FAILURE, deep);
    }

    @Test
    @DisplayName("when it is huge or of indefinite length, without being parsed")
    void giant() {
        byte[] giant = new byte[100 * 1024 * 1024];
        giant[0] = 0x30;
        giant[1] = (byte) 0x80;
        refused(SubIndication.FORMAT_FAILURE, giant);
        refused(SubIndication.FORMAT_FAILURE, Arrays.copyOf(giant, CadesVerifier.MAXIMUM_BYTES));
    }

    @Test
    @DisplayName("but content that cannot be read is an exception, not a judgement")
    void unreadableContent() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        };
        assertThrows(IOException.class,
                () -> CadesVerifier.verify(broken, GOOD, Keys.TRUST, Keys.NOW));
    }
}
