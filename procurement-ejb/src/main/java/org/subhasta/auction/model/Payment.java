package org.subhasta.auction.model;

/** What the winner pays, or is paid. */
public enum Payment {

    /** The own standing bid. */
    OWN_BID,
    /**
     * The price at which the winner would rank equal to the next in the ranking, rounded towards
     * the own bid, never beyond the reserve nor the opening price; with no next the reserve, else
     * the opening price (Vickrey).
     */
    SECOND_PRICE
}
