package org.subhasta.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Trust")
class TrustTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("in a folder follows the files in it, PEM and DER")
    void folder() throws Exception {
        Trust trust = Trust.folder(folder.resolve("trust"));
        assertEquals(List.of(), trust.authorities());
        Files.createDirectory(folder.resolve("trust"));
        Files.writeString(folder.resolve("trust/a.pem"),
                CertificateAuthority.pem(Keys.AUTHORITY.certificate())
                        + CertificateAuthority.pem(Keys.STRANGER.certificate()));
        assertEquals(2, trust.authorities().size());
        Files.delete(folder.resolve("trust/a.pem"));
        Files.write(folder.resolve("trust/b.der"), Keys.AUTHORITY.certificate().getEncoded());
        assertEquals(List.of(Keys.AUTHORITY.certificate()), trust.authorities());
        assertTrue(trust.check(Keys.SIGNER.certificate(), Keys.NOW).passed());
        Files.delete(folder.resolve("trust/b.der"));
        assertFalse(trust.check(Keys.SIGNER.certificate(), Keys.NOW).passed());
    }

    @Test
    @DisplayName("leaves out files that hold no authority's certificate")
    void otherFiles() throws Exception {
        Files.writeString(folder.resolve("signer.pem"),
                CertificateAuthority.pem(Keys.SIGNER.certificate()));
        Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n"
                + "-----END CERTIFICATE-----\n");
        Files.writeString(folder.resolve("read.me"), "not a certificate");
        assertEquals(List.of(), Trust.folder(folder).authorities());
        List<X509Certificate> signer = List.of(Keys.SIGNER.certificate());
        assertThrows(IllegalArgumentException.class, () -> Trust.of(signer));
    }

    @Test
    @DisplayName("leads through an authority between, where it comes along or is trusted itself")
    void intermediate() {
        KeyPair pair = Keys.pair("P-384");
        X509Certificate between = Keys.AUTHORITY.certify(new CertificateAuthority.Issue(
                new X500Name("CN=Between"), pair.getPublic(), Keys.BEGAN, Keys.ENDS,
                KeyUsage.keyCertSign, true));
        CertificateAuthority second =
                CertificateAuthority.of(new SigningKey(pair.getPrivate(), List.of(between)));
        SigningKey key = second.issue("Ada", "Example", "NL", Keys.BEGAN);
        byte[] content = {1};
        assertEquals(Optional.of(SubIndication.NO_CERTIFICATE_CHAIN_FOUND), CadesVerifier.verify(
                content, CadesSigner.sign(content, key, Keys.NOW), Keys.TRUST, Keys.NOW)
                .subIndication());
        SigningKey withChain =
                new SigningKey(key.privateKey(), List.of(key.certificate(), between));
        Validation result = CadesVerifier.verify(content,
                CadesSigner.sign(content, withChain, Keys.NOW), Keys.TRUST, Keys.NOW);
        assertTrue(result.passed(), result.explanation());
        assertTrue(Trust.of(List.of(between)).check(key.certificate(), Keys.NOW).passed());
    }

    @Test
    @DisplayName("tells a demonstration's certificates by their name, and can do without them")
    void demonstration() {
        CertificateAuthority demonstration = CertificateAuthority.demonstration(Keys.BEGAN);
        SigningKey key = demonstration.issue("Ada", "Example", "NL", Keys.BEGAN);
        assertTrue(CertificateAuthority.isDemonstration(demonstration.certificate()));
        assertTrue(CertificateAuthority.isDemonstration(key.certificate()));
        assertFalse(CertificateAuthority.isDemonstration(Keys.SIGNER.certificate()));
        Trust trust = Trust.of(List.of(demonstration.certificate()));
        assertTrue(trust.check(key.certificate(), Keys.NOW).passed());
        assertFalse(trust.withoutDemonstration().check(key.certificate(), Keys.NOW).passed());
    }

    @Test
    @DisplayName("is stored and used again, an authority's key as PKCS#12; no text tells the key")
    void stored() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Keys.AUTHORITY.key().writePkcs12(file, "authority", "secret".toCharArray());
        CertificateAuthority again = CertificateAuthority.of(SigningKey.open(
                new ByteArrayInputStream(file.toByteArray()), "secret".toCharArray()));
        SigningKey key = again.issue("Ada", "Example", "NL", Keys.BEGAN);
        assertTrue(Keys.TRUST.check(key.certificate(), Keys.NOW).passed());
        assertEquals("SigningKey[CN=Ada,O=Example,C=NL]", key.toString());
        assertThrows(IOException.class, () -> SigningKey.open(
                new ByteArrayInputStream(file.toByteArray()), "wrong".toCharArray()));
        assertThrows(IllegalArgumentException.class, () -> CertificateAuthority.of(Keys.SIGNER));
    }
}
