package org.subhasta.awarding.model;

import org.subhasta.kernel.Money;

/** What became of a lot. */
public sealed interface LotOutcome {

    /** The lot's id. */
    String lot();

    /**
     * It goes to a bid of the lowest price.
     *
     * @param reason {@code ""} where the price alone decided and nothing was added
     */
    record Awarded(String lot, String bid, String bidder, Money price, boolean tied, String reason)
            implements LotOutcome {
    }

    /** There were bids that could have been awarded, and the officer did not award it. */
    record NotAwarded(String lot, String reason) implements LotOutcome {
    }

    /** Nobody bid for it. */
    record WithoutBids(String lot) implements LotOutcome {
    }

    /** Every bid for it is disqualified. */
    record AllDisqualified(String lot) implements LotOutcome {
    }
}
