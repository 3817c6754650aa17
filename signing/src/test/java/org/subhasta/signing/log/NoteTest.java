package org.subhasta.signing.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant AT = Instant.parse("2026-11-25T15:00:00Z");

    private final SignerKey witness =
            SignerKey.generate("witness.example.org", KeyKind.WITNESS, RANDOM);
    private final VerifierKey log = TestLog.KEY.verifier();
    private final SignedNote note = TestLog.of(5).head(5);

    /** The note and key of the Go checksum database's documentation: golang.org/x/mod. */
    @Test
    @DisplayName("a note signed by others verifies with their key, and a key is read as written")
    void othersNote() throws Malformed {
        String key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        String text = "If you think cryptography is the answer to your problem,\n"
                + "then you don't know what your problem is.\n";
        String signed = text + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN"
                + "1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
        VerifierKey verifier = VerifierKey.parse(key);
        assertEquals(key, verifier.toString());
        assertEquals(Optional.empty(), verifier.problem(SignedNote.parse(signed)));
        assertEquals(signed, SignedNote.parse(signed).toString());
    }

    @Test
    @DisplayName("keys are read back, and the wrong one is another")
    void keys() throws Malformed {
        assertEquals(log, VerifierKey.parse(log.toString()));
        assertEquals(log, SignerKey.parse(TestLog.KEY.secret()).verifier());
        assertFalse(TestLog.KEY.toString().contains(TestLog.KEY.secret()));
        VerifierKey other = SignerKey.generate(log.name(), KeyKind.LOG, RANDOM).verifier();
        assertEquals(Optional.of(LogProblem.NOT_SIGNED_BY_KEY), other.problem(note));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a+b", "a+00000000+AAAA", "a b+c74f20a3+AAAA",
            "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TX",
            "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"})
    @DisplayName("what is no verifier key is refused")
    void notKeys(String text) {
        assertThrows(Malformed.class, () -> VerifierKey.parse(text));
        assertThrows(Malformed.class, () -> SignerKey.parse("PRIVATE+KEY+" + text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n", "text\n", "text\n\n", "text\n\nnothing\n",
            "text\n\n— name\n", "text\n\n— name !\n", "text\n\n— name AAAA\n",
            "text\n\n— na+me AAAAAAAA\n", "text\n\n— name AAAAAAAA", "text\n\n—  AAAAAAAA\n",
            "te\rxt\n\n— name AAAAAAAA\n", "text\n\n— name AAAAAAAB=\n",
            "text\n\n— a AAAAAAAA\nx\n"})
    @DisplayName("what is no signed note is refused")
    void notNotes(String text) {
        assertThrows(Malformed.class, () -> SignedNote.parse(text));
    }

    @Test
    @DisplayName("a note too long or with too many signatures is refused")
    void bounded() {
        String one = "— name AAAAAAAA\n";
        assertThrows(Malformed.class, () -> SignedNote.parse("t\n\n" + one.repeat(65)));
        assertThrows(Malformed.class, () -> SignedNote.parse("t".repeat(65536) + "\n\n" + one));
        assertThrows(Malformed.class, () -> SignedNote.parse(new byte[] {(byte) 0xff, '\n'}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "o\n1\n", "o\n01\nAA==\n", "o\n-1\n%s\n", "o\n1\nAA==\n",
            "\n1\n%s\n", "o\n1\n%s", "o\n1\n%s\n\n", "o\n1000000000000000000\n%s\n"})
    @DisplayName("what is no checkpoint is refused")
    void notCheckpoints(String text) {
        String filled = text.formatted(Hash.EMPTY.base64());
        assertThrows(Malformed.class, () -> Checkpoint.parse(filled));
    }

    @Test
    @DisplayName("a checkpoint with lines of others is read; the signature covers them")
    void extensions() throws Malformed {
        String text = new Checkpoint("o", 0, Hash.EMPTY).text() + "more\n";
        assertEquals(new Checkpoint("o", 0, Hash.EMPTY), Checkpoint.parse(text));
    }

    @Test
    @DisplayName("a witness's co-signature says when, and is no signature of a log")
    void cosignature() throws Malformed {
        SignedNote cosigned = SignedNote.parse(note.with(witness.cosign(note, AT)).toString());
        assertEquals(Optional.of(AT), witness.verifier().cosignedAt(cosigned));
        assertEquals(Optional.empty(), log.problem(cosigned), "the log's own still holds");
        assertEquals(Optional.empty(), witness.verifier().cosignedAt(note));
        assertThrows(IllegalStateException.class, () -> witness.sign("text\n"));
        assertThrows(IllegalStateException.class, () -> TestLog.KEY.cosign(note, AT));
        VerifierKey asLog =
                new VerifierKey(witness.verifier().name(), KeyKind.LOG, witness.verifier().key());
        assertEquals(Optional.of(LogProblem.NOT_SIGNED_BY_KEY), asLog.problem(cosigned));
    }

    @Test
    @DisplayName("every byte of a co-signature counts, its instant too")
    void cosignatureTampered() {
        NoteSignature signature = witness.cosign(note, AT);
        for (int i = 0; i < signature.bytes().length; i++) {
            NoteSignature changed = new NoteSignature(signature.name(), signature.keyId(),
                    TestLog.flipped(signature.bytes(), i, 1));
            assertEquals(Optional.of(LogProblem.BAD_SIGNATURE),
                    witness.verifier().problem(note.with(changed)), "byte " + i);
        }
    }

    @Test
    @DisplayName("every bit of a signed note counts")
    void everyBit() {
        byte[] bytes = note.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length * 8; i++) {
            byte[] changed = TestLog.flipped(bytes, i / 8, 1 << i % 8);
            boolean holds;
            try {
                holds = log.problem(SignedNote.parse(changed)).isEmpty();
            } catch (Malformed e) {
                holds = false;
            }
            assertFalse(holds, "bit " + i);
        }
        assertTrue(log.problem(note).isEmpty());
    }
}
