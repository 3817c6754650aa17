package org.subhasta.awarding;

import org.subhasta.kernel.Refusal;

/** Why awarding refuses, in order of precedence. */
public enum AwardingRefusal implements Refusal.Code {
    /** No such tender, or not one of the caller's organisation. */
    EVALUATION_NOT_FOUND,
    /** The bids are not readable yet. Details: when the box closes (RFC 3339). */
    BIDS_NOT_OPENED,
    /** The tender was given up: nothing is read, or nothing more is decided. */
    TENDER_NOT_EVALUABLE,
    /** The award is decided and cannot change. Details: the award's id. */
    ALREADY_AWARDED,
    /** Somebody changed the evaluation since it was read. Details: when. */
    EVALUATION_CHANGED,
    /** The technical parts are not opened yet. */
    TECHNICAL_NOT_OPENED,
    /** The technical evaluation is signed, or there was nothing to evaluate. */
    TECHNICAL_EVALUATED_ALREADY,
    /** The statement is not in the format {@code subhasta-technical-evaluation-1}. */
    TECHNICAL_EVALUATION_MALFORMED,
    /** The statement is for another tender or notice. */
    TECHNICAL_EVALUATION_DIFFERS,
    /** Not every valid bid is named once, or another is named. */
    VERDICTS_INCOMPLETE,
    /** No such bid among the opened ones. */
    EVALUATED_BID_UNKNOWN,
    /** The tender has no such lot. */
    EVALUATED_LOT_UNKNOWN,
    /** The bid does not cover this lot. */
    NO_BID_FOR_LOT,
    /** The bid is out already. */
    ALREADY_DISQUALIFIED,
    /** There is nothing to take back. */
    NOT_DISQUALIFIED,
    /** A reason in words is needed. */
    EVALUATION_REASON_MISSING,
    /** The reason is longer than allowed. Details: the limit in characters. */
    EVALUATION_REASON_TOO_LONG,
    /** A lot with bids is not decided. Details: the lot's number and title, as below. */
    LOT_UNDECIDED,
    /** The bid chosen is disqualified. Details: the lot. */
    CHOSEN_BID_DISQUALIFIED,
    /** Another bid that is not disqualified is lower. Details: the lot. */
    CHOSEN_BID_NOT_LOWEST,
    /** Several bids have the lowest price and no reason is given. Details: the lot. */
    TIE_WITHOUT_REASON,
    /** The lot is left without award and no reason is given. Details: the lot. */
    NO_AWARD_WITHOUT_REASON,
    /** The reverse auction for a lot has still to end. Details: the lot. */
    LOT_AUCTION_UNDER_WAY,
    /** The auction of a lot has ended, so that nobody comes into its ranking. Details: the lot. */
    LOT_AUCTION_DECIDED,
    /** The notice does not say that an auction may follow the lot's opening. Details: the lot. */
    LOT_AUCTION_NOT_ANNOUNCED,
    /** The lot has an auction already. Details: the lot. */
    LOT_AUCTION_BEGUN,
    /** Fewer than two bids for the lot are in its ranking. Details: the lot. */
    LOT_AUCTION_NEEDS_BIDS,
    /** Not such an auction, or none that has still to be published. */
    LOT_AUCTION_UNKNOWN,
    /** The auction's currency is not the tender's. */
    LOT_AUCTION_TERMS_OTHERS,
    /** A bid of an excluded supplier is neither disqualified nor kept. Details: the bidder. */
    EXCLUSION_UNDECIDED,
    /** The bidder is not excluded, or its bid is out or kept already: nothing to decide. */
    EXCLUSION_NOTHING_TO_DECIDE,
    /** The key that signs notices is not configured, so nothing can be published. */
    NOTICE_KEY_MISSING,
    /** The certificate of that key is not valid now. Details: until when it was. */
    NOTICE_KEY_EXPIRED,
    /** The authority that stamps the time gives no time-stamp, so nothing can be published now. */
    NOTICE_TIME_STAMP_UNAVAILABLE
}
