package org.subhasta.auction.model;

import org.subhasta.kernel.Money;

/** How an auction ended. */
public sealed interface Result {

    /** The first of the ranking that meets the reserve. */
    record Won(String winner, String bid, Money amount, Money paid) implements Result {
    }

    /** Nobody won. */
    record Unsuccessful(Why why) implements Result {
    }

    /** An officer ended it. */
    record Cancelled(String reason) implements Result {
    }

    /** Why nobody won. */
    enum Why {
        /** Fewer were admitted than the terms ask for. */
        TOO_FEW_PARTICIPANTS,
        /** The clock came to its last price and nobody took it. */
        CLOCK_NOT_TAKEN,
        /** Nobody confirmed the first price. */
        FIRST_PRICE_NOT_CONFIRMED,
        /** No bid stands. */
        NO_VALID_BID,
        /** Bids stand, all of them beyond the reserve. */
        RESERVE_NOT_MET
    }
}
