package org.subhasta.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.security.Security;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A detached CAdES signature")
class CadesTest {

    private static final byte[] CONTENT = "{\"price\":\"123.00\"}".getBytes(UTF_8);

    @ParameterizedTest
    @DisplayName("passes with every accepted kind of key, and names its signer and claimed time")
    @ValueSource(strings = {"P-256", "P-384", "RSA-2048", "RSA-3072", "Ed25519"})
    void passes(String kind) throws Exception {
        SigningKey key = Keys.of(kind);
        Instant claimed = Keys.NOW.minusSeconds(60);
        byte[] signature = CadesSigner.sign(CONTENT, key, claimed);
        Validation result = CadesVerifier.verify(CONTENT, signature, Keys.TRUST, Keys.NOW);
        assertTrue(result.passed(), result.explanation());
        assertEquals(key.certificate(), result.signer().orElseThrow());
        assertEquals(Optional.of(claimed), result.claimedTime());
        assertTrue(CadesVerifier.verify(new ByteArrayInputStream(CONTENT), signature, Keys.TRUST,
                Keys.NOW).passed());
    }

    @ParameterizedTest
    @DisplayName("passes with RSASSA-PSS of every accepted digest")
    @ValueSource(strings = {"SHA-256", "SHA-384", "SHA-512"})
    void passesWithPss(String digest) {
        byte[] signature = CadesSigner.sign(CONTENT, Keys.of("RSA-2048"),
                Scheme.pss(digest, 32), Keys.NOW);
        Validation result = CadesVerifier.verify(CONTENT, signature, Keys.TRUST, Keys.NOW);
        assertTrue(result.passed(), result.explanation());
    }

    @ParameterizedTest
    @DisplayName("is not made with keys that would be refused")
    @ValueSource(strings = {"RSA-1024", "P-521", "Ed448"})
    void refusesOtherKeys(String kind) {
        SigningKey key = Keys.of(kind);
        assertThrows(IllegalArgumentException.class,
                () -> CadesSigner.sign(CONTENT, key, Keys.NOW));
    }

    @Test
    @DisplayName("shows every change of a single byte, in whatever place")
    void everyChangedByteIsDetected() {
        byte[] signature = CadesSigner.sign(CONTENT, Keys.SIGNER, Keys.NOW);
        assertTrue(CadesVerifier.verify(CONTENT, signature, Keys.TRUST, Keys.NOW).passed());
        List<String> undetected = new ArrayList<>();
        for (int i = 0; i < signature.length; i++) {
            for (int flip : new int[] {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff}) {
                byte[] changed = signature.clone();
                changed[i] ^= (byte) flip;
                if (CadesVerifier.verify(CONTENT, changed, Keys.TRUST, Keys.NOW).passed()) {
                    undetected.add(i + "^" + Integer.toHexString(flip));
                }
            }
        }
        // No byte is excused.
        assertEquals(List.of(), undetected);
    }

    @Test
    @DisplayName("shows every change of a single byte of the content")
    void everyChangedByteOfTheContentIsDetected() {
        byte[] signature = CadesSigner.sign(CONTENT, Keys.SIGNER, Keys.NOW);
        for (int i = 0; i < CONTENT.length; i++) {
            byte[] changed = CONTENT.clone();
            changed[i] ^= 1;
            assertEquals(Optional.of(SubIndication.HASH_FAILURE),
                    CadesVerifier.verify(changed, signature, Keys.TRUST, Keys.NOW).subIndication());
        }
    }

    @Test
    @DisplayName("is refused at every length it may be cut off at")
    void truncated() {
        byte[] signature = CadesSigner.sign(CONTENT, Keys.SIGNER, Keys.NOW);
        for (int length = 0; length < signature.length; length++) {
            assertEquals(Optional.of(SubIndication.FORMAT_FAILURE), CadesVerifier.verify(CONTENT,
                    Arrays.copyOf(signature, length), Keys.TRUST, Keys.NOW)
                    .subIndication());
        }
    }

    @Test
    @DisplayName("is made and verified without adding a provider to the JVM")
    void addsNoProvider() {
        byte[] signature = CadesSigner.sign(CONTENT, Keys.SIGNER, Keys.NOW);
        assertTrue(CadesVerifier.verify(CONTENT, signature, Keys.TRUST, Keys.NOW).passed());
        assertNull(Security.getProvider("BC"));
    }
}
