package org.subhasta.auction.model;

/** What a bid has to improve on. */
public enum Against {

    /** The leading bid, whoever made it: participants must be shown the best price. */
    LEADER,
    /** The bidder's own standing bid: tells nothing about the others. */
    OWN
}
