package org.subhasta.signing.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WitnessTest {

    private static final Instant AT = Instant.parse("2026-11-25T15:00:00Z");

    private final SignerKey key =
            SignerKey.generate("witness.example.org", KeyKind.WITNESS, new SecureRandom());
    private final Witness witness = new Witness(TestLog.KEY.verifier(), key);
    private final TestLog log = TestLog.of(300);

    @Test
    @DisplayName("a head that continues the last one is co-signed")
    void continues() throws Malformed {
        for (int size : new int[] {0, 1, 200, 256, 299, 300}) {
            Witness.Finding found = witness.judge(
                    Optional.of(log.head(size)), log.head(300), tiles(log, 300), AT);
            Witness.Finding.Cosigned cosigned = (Witness.Finding.Cosigned) found;
            assertEquals(300, cosigned.checkpoint().size());
            assertEquals(Optional.of(AT),
                    key.verifier().cosignedAt(log.head(300).with(cosigned.signature())));
        }
    }

    @Test
    @DisplayName("the first head is believed, if the log has signed it")
    void first() throws Malformed {
        Witness.Finding found =
                witness.judge(Optional.empty(), log.head(300), tiles(log, 300), AT);
        assertEquals(Witness.Finding.Cosigned.class, found.getClass());
    }

    @Test
    @DisplayName("a log rewritten with its own key is refused")
    void forked() throws Malformed {
        TestLog rewritten = TestLog.of(300);
        rewritten.leaves.set(17, "another entry".getBytes());
        TestLog regrown = new TestLog();
        rewritten.leaves.forEach(regrown::append);
        assertEquals(new Witness.Finding.Refused(LogProblem.FORKED), witness.judge(
                Optional.of(log.head(200)), regrown.head(300), tiles(regrown, 300), AT));
        assertEquals(new Witness.Finding.Refused(LogProblem.FORKED), witness.judge(
                Optional.of(log.head(300)), regrown.head(300), tiles(regrown, 300), AT));
        assertEquals(new Witness.Finding.Refused(LogProblem.FORKED), witness.judge(
                Optional.of(log.head(200)), regrown.head(300), tiles(log, 300), AT));
    }

    @Test
    @DisplayName("a log with fewer entries than before is refused")
    void shrunk() throws Malformed {
        assertEquals(new Witness.Finding.Refused(LogProblem.SHRUNK), witness.judge(
                Optional.of(log.head(300)), log.head(299), tiles(log, 299), AT));
    }

    @Test
    @DisplayName("a head of another key or another log is refused")
    void strangers() throws Malformed {
        SignerKey other =
                SignerKey.generate(TestLog.KEY.verifier().name(), KeyKind.LOG, new SecureRandom());
        SignedNote signed = other.sign(log.head(300).text());
        assertEquals(new Witness.Finding.Refused(LogProblem.NOT_SIGNED_BY_KEY),
                witness.judge(Optional.empty(), signed, tiles(log, 300), AT));
        SignedNote elsewhere = TestLog.KEY.sign(new Checkpoint("else", 1, log.root(1)).text());
        assertEquals(new Witness.Finding.Refused(LogProblem.OTHER_LOG),
                witness.judge(Optional.empty(), elsewhere, tiles(log, 300), AT));
    }

    private static TileNodes tiles(TestLog log, int size) {
        return new TileNodes(size, log::tile);
    }
}
