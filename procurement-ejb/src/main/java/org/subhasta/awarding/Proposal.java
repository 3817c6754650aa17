package org.subhasta.awarding;

import java.util.Objects;
import java.util.Optional;

/**
 * What an officer proposes for a lot, kept as typed until the award is decided.
 *
 * @param bid    present exactly where the lot is to be awarded to it
 * @param reason {@code ""} where none was typed; at most {@link Awards#LONGEST_REASON} characters
 */
public record Proposal(Kind kind, Optional<String> bid, String reason) {

    /** What is to become of the lot. */
    public enum Kind { UNDECIDED, AWARD, NO_AWARD }

    public Proposal {
        Objects.requireNonNull(kind, "kind");
        reason = reason == null ? "" : reason.strip();
        if ((kind == Kind.AWARD) != bid.isPresent()) {
            throw new IllegalArgumentException("a bid where it is awarded, and only there");
        }
    }

    public static Proposal award(String bid, String reason) {
        return new Proposal(Kind.AWARD, Optional.of(bid), reason);
    }

    public static Proposal noAward(String reason) {
        return new Proposal(Kind.NO_AWARD, Optional.empty(), reason);
    }

    public static Proposal undecided(String reason) {
        return new Proposal(Kind.UNDECIDED, Optional.empty(), reason);
    }
}
