package org.subhasta.parties;

/**
 * What a program may do with a token besides reading, which every token may. A permission gives
 * nothing that the token's owner may not do.
 */
public enum TokenPermission {

    /** Bids, announcements, entries to auctions and acts in them. */
    BID,
    /** Drafts, imports, tenders and auctions of a buyer, their evaluation and award. */
    TENDER,
    /** Rehearsing and opening bids. */
    OPEN,
    /** Registrations, profile, bank account, certificates and tokens; whatever is no other's. */
    ADMINISTER
}
