package org.subhasta.signing.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LogProofTest {

    private final TestLog log = TestLog.of(20);
    private final VerifierKey key = TestLog.KEY.verifier();

    @Test
    @DisplayName("a proof is read as it was written, and holds")
    void roundTrip() throws Malformed {
        for (int size : new int[] {1, 2, 13, 20}) {
            for (int index = 0; index < size; index++) {
                LogProof proof = LogProof.parse(log.proof(index, size).bytes());
                assertEquals(log.proof(index, size).toString(), proof.toString());
                assertEquals(Optional.empty(),
                        proof.problem(key, Hash.ofLeaf(log.leaves.get(index))));
            }
        }
    }

    @Test
    @DisplayName("every bit of a proof counts")
    void everyBit() {
        byte[] bytes = log.proof(6, 20).bytes();
        for (int i = 0; i < bytes.length * 8; i++) {
            byte[] changed = TestLog.flipped(bytes, i / 8, 1 << i % 8);
            boolean holds;
            try {
                holds = LogProof.parse(changed).problem(key).isEmpty();
            } catch (Malformed e) {
                holds = false;
            }
            assertFalse(holds, "bit " + i);
        }
    }

    @Test
    @DisplayName("a proof for another entry, of another log or another key is told from one that is wrong")
    void problems() throws Malformed {
        LogProof proof = log.proof(6, 20);
        assertEquals(Optional.of(LogProblem.OTHER_LEAF), proof.problem(key, Hash.EMPTY));
        VerifierKey stranger =
                SignerKey.generate(key.name(), KeyKind.LOG, new SecureRandom()).verifier();
        assertEquals(Optional.of(LogProblem.NOT_SIGNED_BY_KEY), proof.problem(stranger));
        SignedNote other = TestLog.KEY.sign(
                new Checkpoint("elsewhere", 20, log.root(20)).text());
        assertEquals(Optional.of(LogProblem.OTHER_LOG),
                new LogProof(proof.leaf(), 6, proof.path(), other).problem(key));
        SignedNote noHead = TestLog.KEY.sign("hello\n");
        assertEquals(Optional.of(LogProblem.OTHER_LOG),
                new LogProof(proof.leaf(), 6, proof.path(), noHead).problem(key));
        assertEquals(Optional.of(LogProblem.NOT_INCLUDED),
                new LogProof(proof.leaf(), 7, proof.path(), proof.note()).problem(key));
    }

    @Test
    @DisplayName("what is no proof is refused")
    void notProofs() {
        String good = log.proof(6, 20).toString();
        refused("");
        refused("\n\n");
        refused(good.replace("@v1", "@v2"));
        refused(good.replace("index 6", "index 06"));
        refused(good.replace("index 6\n", ""));
        refused(good.replaceFirst("(?s)\n\n.*", "\n"));
        refused(good.replaceFirst("\n\n", "\n" + (Hash.EMPTY.base64() + "\n").repeat(64) + "\n"));
        refused(good + "x".repeat(LogProof.MAXIMUM_BYTES));
    }

    private static void refused(String text) {
        assertThrows(Malformed.class,
                () -> LogProof.parse(text.getBytes(StandardCharsets.UTF_8)));
    }
}
