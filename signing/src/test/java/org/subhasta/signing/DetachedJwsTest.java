package org.subhasta.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A detached JSON web signature")
class DetachedJwsTest {

    private static final byte[] CONTENT = "{\"amount\":\"9900.00\"}".getBytes(UTF_8);
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.";

    private static boolean holds(String compact, byte[] content, SigningKey key) {
        return DetachedJws.parse(compact)
                .filter(jws -> jws.isOver(content, key.certificate())).isPresent();
    }

    @ParameterizedTest
    @DisplayName("holds with every accepted kind of key, and names the certificate")
    @ValueSource(strings = {"P-256", "P-384", "RSA-2048"})
    void holds(String kind) throws Exception {
        SigningKey key = Keys.of(kind);
        String compact = DetachedJws.sign(CONTENT, key);
        assertTrue(holds(compact, CONTENT, key));
        assertEquals(Validation.fingerprint(key.certificate()),
                DetachedJws.parse(compact).orElseThrow().fingerprint());
    }

    @Test
    @DisplayName("shows every changed character")
    void everyChangedCharacterIsDetected() {
        String compact = DetachedJws.sign(CONTENT, Keys.SIGNER);
        List<String> undetected = new ArrayList<>();
        for (int i = 0; i < compact.length(); i++) {
            for (char other : i == compact.length() - 1 ? ALPHABET.toCharArray()
                    : new char[] {'A', 'B', '.'}) {
                StringBuilder changed = new StringBuilder(compact);
                changed.setCharAt(i, other);
                if (other != compact.charAt(i)
                        && holds(changed.toString(), CONTENT, Keys.SIGNER)) {
                    undetected.add(i + " " + other);
                }
            }
        }
        assertEquals(List.of(), undetected);
    }

    @Test
    @DisplayName("is over its content and no other")
    void otherContent() {
        String compact = DetachedJws.sign(CONTENT, Keys.SIGNER);
        byte[] other = "{\"amount\":\"9900.01\"}".getBytes(UTF_8);
        assertFalse(holds(compact, other, Keys.SIGNER));
    }

    @Test
    @DisplayName("is of the key of the certificate that it names")
    void otherKey() throws Exception {
        assertFalse(holds(DetachedJws.sign(CONTENT, Keys.of("P-384")), CONTENT, Keys.SIGNER));
    }

    @ParameterizedTest
    @DisplayName("with any other header is none")
    @ValueSource(strings = {
        "{\"alg\":\"none\"}", "{\"alg\":\"ES256\"}", "{}", "[]", "",
        "{\"alg\":\"ES256\",\"x5t#S256\":\"AAAA\"}",
        "{\"alg\":\"ES256\",\"x5t#S256\":\"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU\","
                + "\"crit\":[\"b64\"],\"b64\":false}",
        "{\"alg\":\"ES256\",\"x5t#S256\":\"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU\","
                + "\"jku\":\"https://evil.example/keys\"}"})
    void otherHeaders(String header) {
        String compact = Base64.getUrlEncoder().withoutPadding()
                .encodeToString(header.getBytes(UTF_8)) + "..AAAA";
        assertEquals(Optional.empty(), DetachedJws.parse(compact).map(DetachedJws::fingerprint));
    }

    @Test
    @DisplayName("longer than any is not read")
    void tooLong() {
        assertTrue(DetachedJws.parse("e".repeat(5_000) + "..A").isEmpty());
    }
}
