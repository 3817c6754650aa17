package org.subhasta.signing.sealing;

import java.time.Instant;
import java.util.Optional;
import org.subhasta.signing.log.LogProblem;
import org.subhasta.signing.log.LogProof;
import org.subhasta.signing.log.VerifierKey;

/**
 * The journal's word that a part of a box may be opened. An opener's tool asks for it before it
 * releases anything, so that no platform gets a share earlier by claiming what time it is.
 *
 * @param tender whose box it is
 * @param entry  the leaf's hash, hexadecimal: it stands in the opening act
 * @param at     when the platform says to have closed it
 */
public record Closing(String tender, PartName part, String entry, Instant at) {

    private static final String LEAF_FORMAT = "subhasta-leaf-1";
    private static final int LONGEST_LEAF = 0xffff;

    /** What came of verifying. */
    public sealed interface Result {
    }

    /** It holds. */
    public record Verified(Closing closing) implements Result {
    }

    /** Nothing may be released. */
    public record Refused(Refusal why, String sentence) implements Result {
    }

    /** Why nothing may be released, in order of precedence. */
    public enum Refusal {
        /** The proof does not hold: not signed by the log's key, or the entry is not in the log. */
        NOT_PROVED,
        /** An entry of the log, but none that lets this part of this box be opened. */
        OTHER_ENTRY,
        /** The deadline, or the entry's own instant, is not over by one's own clock. */
        TOO_EARLY
    }

    private record Entry(Instant at, String subject, String act) {
    }

    /**
     * Verifies a closing entry.
     *
     * @param log      the log's key, from where the opener trusts it
     * @param deadline from the notice that the opener read
     * @param now      the opener's own clock
     */
    public static Result verify(LogProof proof, VerifierKey log, String tender, PartName part,
            Instant deadline, Instant now) {
        Optional<LogProblem> problem = proof.problem(log);
        if (problem.isPresent()) {
            return new Refused(Refusal.NOT_PROVED, problem.get().sentence());
        }
        if (!(Json.read(proof.leaf(), LONGEST_LEAF, LEAF_FORMAT, Closing::entry)
                instanceof Reading.Read<Entry>(Entry entry))
                || !entry.subject.equals("box/" + tender) || !entry.act.equals(act(part))) {
            return new Refused(Refusal.OTHER_ENTRY, "The entry is not the one by which "
                    + part.code() + " of the tender " + tender + " may be opened.");
        }
        Instant from = entry.at.isAfter(deadline) ? entry.at : deadline;
        if (now.isBefore(from)) {
            return new Refused(Refusal.TOO_EARLY, "By this machine's clock it is " + now
                    + ", and nothing may be opened before " + from + ".");
        }
        return new Verified(new Closing(tender, part, proof.leafHash().hex(), entry.at));
    }

    private static String act(PartName part) {
        return switch (part) {
            case BID, TECHNICAL -> "box-closed";
            case PRICE -> "technical-evaluated";
        };
    }

    private static Entry entry(Json leaf) throws Json.Malformed {
        leaf.andAnythingElse();
        Instant at = leaf.instant("at");
        return leaf.object("header", header -> {
            header.andAnythingElse();
            return new Entry(at, header.text("subject", 128), header.text("act", 128));
        });
    }
}
