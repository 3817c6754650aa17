package org.subhasta.signing.log;

import java.time.Instant;
import java.util.Optional;

/**
 * Looks from outside whether a log only ever grows: keeps the last head it has seen and
 * co-signs a newer one only where that continues it. Whoever holds the platform's database
 * <em>and</em> its log key can write another past, but not make a witness elsewhere forget.
 */
public record Witness(VerifierKey log, SignerKey key) {

    /** What a witness makes of a head it is shown. */
    public sealed interface Finding {

        /** It continues what was seen; this is the co-signature. */
        record Cosigned(Checkpoint checkpoint, NoteSignature signature) implements Finding {
        }

        /** It is not co-signed; where both heads carry the log's signature, they are evidence. */
        record Refused(LogProblem problem) implements Finding {
        }
    }

    /**
     * Judges a head.
     *
     * @param seen  the last head that was co-signed; empty on the first visit, which is trusted
     * @param shown what the log shows now
     * @param nodes where the log's nodes are read: its tiles at the size shown. Not believed; a
     *              store that gives wrong hashes makes a {@link LogProblem#FORKED}
     */
    public Finding judge(Optional<SignedNote> seen, SignedNote shown, Nodes nodes, Instant at)
            throws Malformed {
        Optional<LogProblem> unsigned = log.problem(shown);
        if (unsigned.isPresent()) {
            return new Finding.Refused(unsigned.get());
        }
        Checkpoint head = Checkpoint.parse(shown.text());
        if (!head.origin().equals(log.name())) {
            return new Finding.Refused(LogProblem.OTHER_LOG);
        }
        if (seen.isPresent()) {
            Checkpoint last = Checkpoint.parse(seen.get().text());
            if (head.size() < last.size()) {
                return new Finding.Refused(LogProblem.SHRUNK);
            }
            if (!ConsistencyProof.of(last.size(), head.size(), nodes)
                    .proves(last.root(), head.root())) {
                return new Finding.Refused(LogProblem.FORKED);
            }
        }
        return new Finding.Cosigned(head, key.cosign(shown, at));
    }
}
