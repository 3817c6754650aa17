package org.subhasta.awarding.model;

/**
 * Why a lot cannot be decided as it is.
 *
 * @param lot the lot's id
 */
public record DecisionProblem(String lot, Rule rule) {

    /** The rules of deciding a lot, in order of precedence. */
    public enum Rule {
        /** The reverse auction for this lot has still to end. */
        AUCTION_UNDER_WAY,
        /** There are bids to decide on and nothing was chosen. */
        UNDECIDED,
        /** The bid chosen did not cover this lot. */
        NO_BID_FOR_LOT,
        /** The bid chosen is disqualified. */
        DISQUALIFIED,
        /** A bid that is not disqualified has a lower price (W2). */
        NOT_LOWEST,
        /** Several bids have the lowest price: choosing one of them needs a reason (W3). */
        TIE_WITHOUT_REASON,
        /** Leaving a lot without award needs a reason (W3). */
        NO_AWARD_WITHOUT_REASON
    }
}
