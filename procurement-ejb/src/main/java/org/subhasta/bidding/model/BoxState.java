package org.subhasta.bidding.model;

import java.time.Instant;

/** Where a box is in its life. */
public sealed interface BoxState {

    /** Takes bids until its closing instant; nobody reads them. */
    record Open() implements BoxState {
    }

    /** Closed by the journaled act {@code box-closed}: its bids may be read by those entitled. */
    record Closed(Instant at) implements BoxState {
    }

    /** Given up before its closing, e.g. because the tender was cancelled; never to be opened. */
    record Abandoned(Instant at) implements BoxState {
    }
}
