package org.subhasta.auction.model;

import org.subhasta.kernel.Refusal;

/**
 * Why an act is refused, in order of precedence: where several hold, the first is told. The first
 * four get a signed answer and are counted, not journaled one by one, so that strangers cannot fill
 * the disk; all others are journaled, since the proof of an attempt belongs to the bidder.
 *
 * <p>An exact repeat of a judged act is no refusal: it gets the first answer again, right after
 * {@link #ACT_SIGNATURE_INVALID}.
 */
public enum AuctionRefusal implements Refusal.Code {

    /** More acts than one participant may send in that time. */
    RATE_LIMITED,
    /** Not in the format, or no plain decimal amount of at most 18 digits. */
    ACT_MALFORMED,
    /** There is no such auction or lot. */
    AUCTION_UNKNOWN,
    /** Not admitted to this auction, or excluded from it. */
    NOT_ADMITTED,

    /** The signature is not one over these bytes. */
    ACT_SIGNATURE_INVALID,
    /** The certificate admitted has expired or was revoked. */
    CERTIFICATE_NOT_VALID,
    /** Signed for another auction, lot or participant. */
    SIGNED_FOR_SOMETHING_ELSE,
    /** An act with other content was judged under this id. */
    ACT_ID_REUSED,
    /** The auction has not opened. */
    NOT_OPEN_YET,
    /** The auction is paused. */
    AUCTION_PAUSED,
    /** The auction has ended. */
    AUCTION_CLOSED,
    /** The pause before a round or phase: nobody may act. */
    BETWEEN_TURNS_OR_PHASES,
    /** The phase does not take such an act, or not from this participant. */
    NOT_IN_THIS_PHASE,
    /** It is another participant's turn. */
    NOT_YOUR_TURN,
    /** In another currency than the auction's. Details: the auction's. */
    WRONG_CURRENCY,
    /** More decimals than the currency has. Details: the currency, its decimals. */
    TOO_MANY_DECIMALS,
    /** Zero or less. */
    NOT_POSITIVE,
    /** Beyond what the phase allows. Details: the worst price it does allow. */
    BEYOND_LIMIT,
    /** Not exactly the current price of the clock. Details: the current price. */
    STALE_CLOCK_PRICE,
    /** Not better than the own standing bid or limit. Details: that. */
    NO_IMPROVEMENT,
    /** Better, but by less than the step. Details: the best possible next bid. */
    BELOW_MINIMUM_STEP,

    /** There is no bid in this turn to take back. */
    NOTHING_TO_TAKE_BACK,

    /** An officer's act without a reason people can read. */
    OFFICER_GIVES_NO_REASON,
    /** Participants are admitted until the auction opens, not later. */
    ADMISSION_OVER,
    /** As many participants as an auction may have. Details: the limit. */
    TOO_MANY_PARTICIPANTS,
    /** Admitted before under this id, or the anonymous number is taken. */
    ADMITTED_ALREADY,
    /** The marks or costs are not such as the terms ask for. */
    MARKS_DO_NOT_FIT,
    /** A clock comes first, which knows no opening positions. */
    NO_POSITION_BEFORE_A_CLOCK,
    /** There is no such participant, or excluded already. */
    PARTICIPANT_UNKNOWN,
    /** There is no such bid to annul, or it never came to count. */
    NO_SUCH_BID,
    /** The auction is paused already. */
    PAUSED_ALREADY,
    /** The auction is not paused. */
    NOT_PAUSED,
    /** Nothing runs that could be extended, or not by such a time. */
    NOTHING_TO_EXTEND,
    /** The opening is set already, or it would be in the past. */
    OPENING_SET_ALREADY,
    /** An interruption that begins before what is recorded, or ends before it begins. */
    INTERRUPTION_TOO_EARLY;

    /** Whether the refusal is journaled and answered with a receipt. */
    public boolean journaled() {
        return compareTo(ACT_SIGNATURE_INVALID) >= 0;
    }
}
