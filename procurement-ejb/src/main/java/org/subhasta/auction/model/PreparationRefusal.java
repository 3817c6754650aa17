package org.subhasta.auction.model;

import org.subhasta.kernel.Refusal;

/**
 * Why an auction is not prepared, or taking part in it not begun, in order of precedence. That
 * there is no such auction is {@link AuctionRefusal#AUCTION_UNKNOWN}, that somebody is not admitted
 * {@link AuctionRefusal#NOT_ADMITTED}.
 */
public enum PreparationRefusal implements Refusal.Code {

    /** A fault of the terms or a contradiction between them. Details: the line, the sentence. */
    TERMS_FAULTY,
    /** Unfinished terms are larger than terms may be, or no text of a JSON object. */
    DRAFT_UNREADABLE,
    /** Somebody else saved the draft meanwhile. */
    AUCTION_DRAFT_CHANGED,
    /** The draft to be published is another one than was looked at. */
    DRAFT_NOT_AS_SEEN,
    /**
     * Whether an auction follows the opening of a tender's lot, and who takes part in it then, is
     * settled at the tender.
     */
    SETTLED_AT_THE_TENDER,
    /** The first phase would begin in the past. */
    OPENING_IN_THE_PAST,
    /** The auction has not ended, so its acts are not for everybody yet. */
    AUCTION_NOT_ENDED,
    /** Only approved suppliers are admitted. */
    INVITED_NOT_APPROVED,
    /** The signature under the statement of entry is not valid or not trusted. */
    ENTRY_SIGNATURE_INVALID,
    /** The certificate is not one that an officer approved for the caller's organisation. */
    ENTRY_CERTIFICATE_UNKNOWN,
    /** What was signed is not the statement asked for. */
    ENTRY_STATEMENT_WRONG
}
