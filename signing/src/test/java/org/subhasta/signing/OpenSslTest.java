package org.subhasta.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("OpenSSL and we agree:")
class OpenSslTest {

    private static final byte[] CONTENT = "line\r\nanother\n\0".getBytes(UTF_8);
    private static final String AT = Long.toString(Keys.NOW.getEpochSecond());

    @TempDir
    Path folder;

    @BeforeEach
    void authority() throws Exception {
        Files.writeString(folder.resolve("ca.pem"),
                CertificateAuthority.pem(Keys.AUTHORITY.certificate()));
        Files.write(folder.resolve("content"), CONTENT);
    }

    private void writeKey(SigningKey key) throws Exception {
        try (OutputStream out = Files.newOutputStream(folder.resolve("key.p12"))) {
            key.writePkcs12(out, "signer", "secret".toCharArray());
        }
        Tool.run(folder, "openssl", "pkcs12", "-in", "key.p12", "-passin", "pass:secret", "-nodes",
                "-out", "key.pem").succeeded();
    }

    /** Without Ed25519, which OpenSSL has for signing but, as of 3.0, not in CMS. */
    @ParameterizedTest
    @DisplayName("what we sign, it verifies, certificate path and all")
    @ValueSource(strings = {"P-256", "P-384", "RSA-2048"})
    void verifiesOurs(String kind) throws Exception {
        SigningKey key = Keys.of(kind);
        Files.write(folder.resolve("sig"), CadesSigner.sign(CONTENT, key, Keys.NOW));
        Tool result = verify("content");
        assertTrue(result.succeeded().output().contains("successful"), result.output());
        Files.writeString(folder.resolve("other"), "altered");
        assertNotEquals(0, verify("other").status());
    }

    private Tool verify(String content) throws Exception {
        return Tool.run(folder, "openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER",
                "-in", "sig", "-content", content, "-CAfile", "ca.pem", "-purpose", "any",
                "-attime", AT, "-out", "verified");
    }

    @ParameterizedTest
    @DisplayName("what it signs, we verify, altered content apart")
    @CsvSource({"P-256,sha256,false", "P-384,sha384,false", "P-256,sha512,false",
            "RSA-2048,sha256,false", "RSA-3072,sha512,false", "RSA-2048,sha256,true"})
    void weVerifyItsSignatures(String kind, String digest, boolean pss) throws Exception {
        SigningKey key = Keys.of(kind);
        writeKey(key);
        List<String> command = new ArrayList<>(List.of("openssl", "cms", "-sign", "-cades",
                "-binary", "-in", "content", "-signer", "key.pem", "-inkey", "key.pem", "-md",
                digest, "-outform", "DER", "-out", "sig"));
        if (pss) {
            command.addAll(List.of("-keyopt", "rsa_padding_mode:pss", "-keyopt",
                    "rsa_pss_saltlen:digest"));
        }
        Tool.run(folder, command.toArray(String[]::new)).succeeded();
        byte[] signature = Files.readAllBytes(folder.resolve("sig"));
        Validation result = CadesVerifier.verify(CONTENT, signature, Keys.TRUST, Keys.NOW);
        assertTrue(result.passed(), result.explanation());
        assertEquals(SubIndication.HASH_FAILURE, CadesVerifier.verify("altered".getBytes(UTF_8),
                signature, Keys.TRUST, Keys.NOW).subIndication().orElseThrow());
    }

    @Test
    @DisplayName("it opens our PKCS#12 files without its legacy provider, and we open its")
    void pkcs12() throws Exception {
        writeKey(Keys.SIGNER);
        Tool.run(folder, "openssl", "pkcs12", "-export", "-in", "key.pem", "-out", "theirs.p12",
                "-passout", "pass:other").succeeded();
        SigningKey back = SigningKey.open(folder.resolve("theirs.p12"), "other".toCharArray());
        assertEquals(Keys.SIGNER.certificate(), back.certificate());
        assertTrue(CadesVerifier.verify(CONTENT, CadesSigner.sign(CONTENT, back, Keys.NOW),
                Keys.TRUST, Keys.NOW).passed());
    }
}
