package org.subhasta.auction.model;

/** What a participant means by an amount. */
public enum BidKind {

    /** An offer; in a price clock the acceptance of exactly its price. */
    BID,
    /** A limit up to which the auction bids by itself ({@link AutomaticBids}). */
    LIMIT,
    /** In an elimination: still in at exactly its price. */
    CONFIRMATION
}
