package org.subhasta.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.Base64.Encoder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A JSON web signature")
class JwsTest {

    private static final byte[] PAYLOAD = "{\"outcome\":\"accepted\"}".getBytes(UTF_8);
    private static final Encoder BASE64 = java.util.Base64.getUrlEncoder().withoutPadding();

    private static Optional<SubIndication> refusal(String compact) {
        Jws.Verified verified = Jws.verify(compact, Keys.TRUST, Keys.NOW);
        assertFalse(verified.validation().passed());
        assertEquals(0, verified.payload().length);
        return verified.validation().subIndication();
    }

    @ParameterizedTest
    @DisplayName("passes with every accepted kind of key and gives its payload")
    @CsvSource({"P-256,ES256", "P-384,ES384", "RSA-2048,PS256"})
    void passes(String kind, String algorithm) throws Exception {
        String compact = Jws.sign(PAYLOAD, Keys.of(kind));
        Jws.Verified verified = Jws.verify(compact, Keys.TRUST, Keys.NOW);
        assertTrue(verified.validation().passed(), verified.validation().explanation());
        assertArrayEquals(PAYLOAD, verified.payload());
        assertEquals(algorithm, JWSObject.parse(compact).getHeader().getAlgorithm().getName());
    }

    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=";

    @Test
    @DisplayName("shows every changed character, in the last place whichever it is changed to")
    void everyChangedCharacterIsDetected() {
        String compact = Jws.sign(PAYLOAD, Keys.SIGNER);
        List<Integer> undetected = new ArrayList<>();
        for (int i = 0; i < compact.length(); i++) {
            char[] others = i == compact.length() - 1
                    ? ALPHABET.toCharArray()
                    : new char[] {'A', 'b', '_', '.', '=', ' '};
            for (char other : others) {
                String changed = compact.substring(0, i) + other + compact.substring(i + 1);
                if (!changed.equals(compact)
                        && Jws.verify(changed, Keys.TRUST, Keys.NOW).validation().passed()) {
                    undetected.add(i);
                }
            }
        }
        assertEquals(List.of(), undetected);
    }

    @Test
    @DisplayName("of a stranger is not passed")
    void stranger() {
        assertEquals(Optional.of(SubIndication.NO_CERTIFICATE_CHAIN_FOUND), refusal(Jws.sign(
                PAYLOAD, Keys.STRANGER.issue("Eve", "Elsewhere", "NL", Keys.BEGAN))));
    }

    @Test
    @DisplayName("without an algorithm is refused")
    void none() {
        String header = BASE64.encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
        assertEquals(Optional.of(SubIndication.FORMAT_FAILURE),
                refusal(header + "." + BASE64.encodeToString(PAYLOAD) + "."));
    }

    @Test
    @DisplayName("by a secret that is the public key is refused")
    void publicKeyAsSecret() throws Exception {
        JWSObject object = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.HS256)
                .x509CertChain(List.of(Base64.encode(Keys.SIGNER.certificate().getEncoded())))
                .build(), new Payload(PAYLOAD));
        object.sign(new MACSigner(Keys.SIGNER.certificate().getPublicKey().getEncoded()));
        assertEquals(Optional.of(SubIndication.CRYPTO_CONSTRAINTS_FAILURE),
                refusal(object.serialize()));
    }

    @Test
    @DisplayName("whose header says more than is understood is refused")
    void otherHeader() throws Exception {
        JWSObject object = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.ES256)
                .x509CertChain(List.of(Base64.encode(Keys.SIGNER.certificate().getEncoded())))
                .keyID("somewhere").build(), new Payload(PAYLOAD));
        ECDSASigner signer = new ECDSASigner((ECPrivateKey) Keys.SIGNER.privateKey());
        signer.getJCAContext().setProvider(BouncyCastle.PROVIDER);
        object.sign(signer);
        assertEquals(Optional.of(SubIndication.FORMAT_FAILURE), refusal(object.serialize()));
    }

    @Test
    @DisplayName("without a certificate, of nonsense, or of great length is refused")
    void malformed() {
        String header = BASE64.encodeToString("{\"alg\":\"ES256\"}".getBytes(UTF_8));
        assertEquals(Optional.of(SubIndication.NO_SIGNING_CERTIFICATE_FOUND),
                refusal(header + "." + BASE64.encodeToString(PAYLOAD) + ".AAAA"));
        assertEquals(Optional.of(SubIndication.FORMAT_FAILURE), refusal("a.b"));
        assertEquals(Optional.of(SubIndication.FORMAT_FAILURE), refusal("a".repeat(100_000)));
    }

    @Test
    @DisplayName("is not made with a key that it has no algorithm for")
    void otherKeys() {
        SigningKey key = Keys.of("Ed25519");
        assertThrows(IllegalArgumentException.class, () -> Jws.sign(PAYLOAD, key));
    }
}
