package org.subhasta.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("About time-stamps, OpenSSL and we agree:")
class OpenSslTimeStampTest {

    private static final byte[] CONTENT = "line\r\nanother\n".getBytes(UTF_8);
    private static final String AT = Long.toString(Keys.NOW.getEpochSecond());

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws Exception {
        Files.writeString(folder.resolve("ca.pem"),
                CertificateAuthority.pem(Keys.AUTHORITY.certificate()));
        Files.write(folder.resolve("content"), CONTENT);
        Files.writeString(folder.resolve("other"), "altered");
    }

    private Tool openssl(String command) throws Exception {
        return Tool.run(folder, ("openssl " + command).split(" "));
    }

    private byte[] read(String file) throws Exception {
        return Files.readAllBytes(folder.resolve(file));
    }

    private byte[] answer(String request) throws Exception {
        byte[] answer = new TimeStampAuthority(Keys.STAMPER, InstantSource.fixed(Keys.NOW))
                .answer(read(request));
        Files.write(folder.resolve("answer.tsr"), answer);
        return answer;
    }

    @ParameterizedTest
    @DisplayName("what it asks, we answer, and it verifies the answer against what it asked")
    @ValueSource(strings = {"-sha256 -cert", "-sha384 -cert", "-sha512 -cert",
            "-sha256 -no_nonce -cert"})
    void answersItsQuestions(String options) throws Exception {
        openssl("ts -query -data content -out q.tsq " + options).succeeded();
        answer("q.tsq");
        String verify = "ts -verify -in answer.tsr -CAfile ca.pem -attime " + AT;
        assertTrue(openssl(verify + " -queryfile q.tsq").succeeded().output()
                .contains("Verification: OK"));
        assertTrue(openssl(verify + " -data content").succeeded().output()
                .contains("Verification: OK"));
        assertNotEquals(0, openssl(verify + " -data other").status());
        String text = openssl("ts -reply -in answer.tsr -text").output();
        assertTrue(text.contains("Mar  1 12:00:00 2027 GMT"), text);
        assertTrue(text.contains(TimeStampAuthority.POLICY), text);
    }

    @Test
    @DisplayName("without its asking for certificates none come along")
    void withoutCertificates() throws Exception {
        openssl("ts -query -data content -out q.tsq -sha256").succeeded();
        answer("q.tsq");
        String verify = "ts -verify -in answer.tsr -CAfile ca.pem -queryfile q.tsq -attime " + AT;
        assertNotEquals(0, openssl(verify).status());
        Files.writeString(folder.resolve("tsa.pem"),
                CertificateAuthority.pem(Keys.STAMPER.certificate()));
        openssl(verify + " -untrusted tsa.pem").succeeded();
    }

    @ParameterizedTest
    @DisplayName("what we do not stamp it is told, with the reason")
    @ValueSource(strings = {"-sha1=unrecognized or unsupported algorithm",
            "-sha256 -tspolicy 1.2.3.4=requested TSA policy is not supported"})
    void refusals(String optionsAndReason) throws Exception {
        String[] parts = optionsAndReason.split("=");
        openssl("ts -query -data content -out q.tsq " + parts[0]).succeeded();
        answer("q.tsq");
        String text = openssl("ts -reply -in answer.tsr -text").output();
        assertTrue(text.contains("Status: Rejected"), text);
        assertTrue(text.contains(parts[1]), text);
    }

    @Test
    @DisplayName("to what is no question the answer is that it is none")
    void nonsense() throws Exception {
        for (byte[] bytes : new byte[][] {{}, {0x30, 0}, {0x30, (byte) 0x80}, new byte[5000]}) {
            Files.write(folder.resolve("q.tsq"), bytes);
            answer("q.tsq");
            String text = openssl("ts -reply -in answer.tsr -text").output();
            assertTrue(text.contains("the data submitted has the wrong format"), text);
        }
    }

    @ParameterizedTest
    @DisplayName("what it stamps, we verify")
    @ValueSource(strings = {"P-256", "RSA-2048"})
    void verifiesItsStamps(String kind) throws Exception {
        Files.writeString(folder.resolve("serial"), "0100");
        Files.writeString(folder.resolve("tsa.cnf"), """
                [tsa]
                default_tsa = one
                [one]
                serial = serial
                signer_digest = sha256
                default_policy = 1.2.3.4.1
                digests = sha256, sha512
                accuracy = secs:1
                ordering = no
                tsa_name = yes
                ess_cert_id_chain = no
                ess_cert_id_alg = sha256
                """);
        // It stamps with the time of this machine.
        CertificateAuthority today = CertificateAuthority.create(
                "Authority of today", Instant.now().minus(Duration.ofDays(1)));
        SigningKey key = Keys.stamper(today, kind, Instant.now().minus(Duration.ofDays(1)));
        Files.writeString(folder.resolve("today.pem"),
                CertificateAuthority.pem(today.certificate()));
        try (OutputStream out = Files.newOutputStream(folder.resolve("key.p12"))) {
            key.writePkcs12(out, "tsa", "secret".toCharArray());
        }
        openssl("pkcs12 -in key.p12 -passin pass:secret -nodes -out key.pem").succeeded();
        openssl("ts -query -data content -sha256 -cert -out q.tsq").succeeded();
        openssl("ts -reply -config tsa.cnf -queryfile q.tsq -signer key.pem -inkey key.pem "
                + "-chain today.pem -token_out -out token").succeeded();
        Trust trust = Trust.of(List.of(today.certificate()));
        Validation result = TimeStampVerifier.verify(read("token"), CONTENT, trust);
        assertTrue(result.passed(), result.explanation());
        assertEquals(SubIndication.HASH_FAILURE, TimeStampVerifier.verify(
                read("token"), read("other"), trust).subIndication().orElseThrow());
    }
}
