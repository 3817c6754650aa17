package org.subhasta.bidding.model;

import org.subhasta.kernel.Refusal;

/**
 * Why a sealed part does not open, in order of precedence: the same for every quorum of openers. It
 * makes the bid invalid and is published with it. What is wrong with a statement that did open is
 * told in the words of {@link BiddingRefusal}.
 */
public enum OpeningFault implements Refusal.Code {

    /** Not sealed to the committee of the tender. */
    COMMITTEE_DIFFERS,
    /** A part is not there. */
    PART_MISSING,
    /** Fewer shares than needed were released and match the envelope. */
    TOO_FEW_SHARES,
    /** An encrypted text is not there. */
    SEALED_TEXT_MISSING,
    /** An encrypted text is not the one that the envelope names. */
    SEALED_TEXT_ALTERED,
    /** The shares would open for one quorum of openers and not, or differently, for another. */
    SHARES_UNEVEN,
    /** What is inside is not what the envelope commits to. */
    COMMITMENT_WRONG,
    /** What is inside is not what a bid consists of. */
    STATEMENT_MALFORMED,
    /** The statement inside is for another tender, bidder, envelope or part. */
    STATEMENT_DIFFERS,
    /** One salt is used twice. */
    SALT_REUSED,
    /** The files are not the ones that the statement names. */
    ATTACHMENTS_DIFFER,
    /** A file does not open under the key of the bid. */
    TEXT_UNREADABLE
}
