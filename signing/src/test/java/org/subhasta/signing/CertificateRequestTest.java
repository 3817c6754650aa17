package org.subhasta.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateRequestTest {

    private static final String CHALLENGE = CertificateRequest.challengeOf("{\"person\":\"x\"}");
    private static final CertificateRequest.Holder ADA =
            new CertificateRequest.Holder("Ada Novak", "0123456789ab", "Example Ltd", "NL");

    @ParameterizedTest
    @ValueSource(strings = {"P-256", "P-384", "RSA-2048"})
    void a_request_proves_that_its_maker_holds_the_key(String kind) {
        CertificateRequest request = request(Keys.pair(kind));
        assertTrue(request.isFor(KeyUse.SIGNING));
        assertTrue(request.isProved(CHALLENGE));
    }

    @Test
    void a_request_made_for_somebody_else_proves_nothing() {
        assertFalse(request(Keys.pair("P-256")).isProved(CertificateRequest.challengeOf("other")));
    }

    @Test
    void a_request_changed_in_any_byte_is_refused_or_proves_nothing() {
        byte[] der = CertificateRequest.make(Keys.pair("P-256"), CHALLENGE);
        for (int i = 0; i < der.length; i++) {
            byte[] changed = der.clone();
            changed[i] ^= 1;
            int place = i;
            assertFalse(CertificateRequest.read(changed)
                    .filter(read -> read.isProved(CHALLENGE)).isPresent(), () -> "byte " + place);
        }
    }

    @Test
    void what_is_no_request_is_not_read() {
        assertTrue(CertificateRequest.read(new byte[0]).isEmpty());
        assertTrue(CertificateRequest.read("not a request".getBytes()).isEmpty());
        assertTrue(CertificateRequest.read(new byte[20_000]).isEmpty());
    }

    @Test
    void a_key_for_encryption_is_on_p_256_and_nothing_else() {
        assertTrue(request(Keys.pair("P-256")).isFor(KeyUse.ENCRYPTION));
        assertFalse(request(Keys.pair("P-384")).isFor(KeyUse.ENCRYPTION));
        CertificateRequest rsa = request(Keys.pair("RSA-2048"));
        assertFalse(rsa.isFor(KeyUse.ENCRYPTION));
        assertThrows(IllegalArgumentException.class,
                () -> rsa.certify(Keys.AUTHORITY, ADA, KeyUse.ENCRYPTION, Keys.NOW));
    }

    @Test
    void the_certificate_names_the_registered_holder_for_two_years_and_is_trusted_for_its_use() {
        CertificateRequest request = request(Keys.pair("P-256"));
        X509Certificate made = request.certify(Keys.AUTHORITY, ADA, KeyUse.SIGNING, Keys.NOW);
        assertEquals("2.5.4.5=#130c303132333435363738396162,CN=Ada Novak,O=Example Ltd,C=NL",
                made.getSubjectX500Principal().getName());
        assertEquals(Keys.NOW.atZone(ZoneOffset.UTC).plusYears(2).toInstant(),
                made.getNotAfter().toInstant());
        assertNotNull(made.getExtensionValue("2.5.29.56"), "RFC 9608: no revocation available");
        assertTrue(Keys.TRUST.check(made, Keys.NOW).passed());
        assertFalse(Keys.TRUST.check(made, Keys.NOW, KeyUse.ENCRYPTION).passed());
    }

    @Test
    void a_certificate_for_encryption_signs_nothing() {
        X509Certificate made = request(Keys.pair("P-256"))
                .certify(Keys.AUTHORITY, ADA, KeyUse.ENCRYPTION, Keys.NOW);
        assertTrue(Keys.TRUST.check(made, Keys.NOW, KeyUse.ENCRYPTION).passed());
        assertFalse(Keys.TRUST.check(made, Keys.NOW).passed());
    }

    @Test
    void openssl_verifies_our_request_and_we_read_openssl_s(@TempDir Path folder)
            throws Exception {
        Path ours = Files.write(folder.resolve("ours.csr"),
                CertificateRequest.make(Keys.pair("P-256"), CHALLENGE));
        Tool.run(folder, "openssl", "req", "-inform", "DER", "-in", ours.toString(), "-verify",
                "-noout").succeeded();
        Files.writeString(folder.resolve("request.cnf"), """
                [req]
                prompt = no
                distinguished_name = name
                attributes = more
                [name]
                CN = Whoever asks
                [more]
                challengePassword = %s
                """.formatted(CHALLENGE));
        Path theirs = folder.resolve("theirs.csr");
        Tool.run(folder, "openssl", "req", "-new", "-newkey", "ec", "-pkeyopt",
                "ec_paramgen_curve:P-256", "-nodes", "-keyout", "key.pem", "-config",
                "request.cnf", "-outform", "DER", "-out", theirs.toString()).succeeded();
        CertificateRequest read =
                CertificateRequest.read(Files.readAllBytes(theirs)).orElseThrow();
        assertTrue(read.isProved(CHALLENGE));
        assertArrayEquals(new boolean[] {true, true}, new boolean[] {
            read.isFor(KeyUse.SIGNING), read.isFor(KeyUse.ENCRYPTION)});
    }

    private static CertificateRequest request(KeyPair pair) {
        return CertificateRequest.read(CertificateRequest.make(pair, CHALLENGE)).orElseThrow();
    }
}
