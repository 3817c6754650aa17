package org.subhasta.bidding.model;

import org.subhasta.kernel.Refusal;

/**
 * Why an opener's act, a rehearsal or its answer, is refused, in order of precedence. What is wrong
 * with a signature is told in the words of {@link BiddingRefusal}.
 */
public enum OpeningRefusal implements Refusal.Code {

    /** The caller is no member of this box's opening committee. */
    NOT_A_MEMBER,
    /** The act or its signature is larger than taken. */
    ACT_TOO_LARGE,
    /** The act is no JSON, or not in its canonical form (RFC 8785). */
    ACT_NOT_CANONICAL,
    /** The act is not in its format. Field: the member. */
    OPENING_MALFORMED,
    /** The act is for another tender. */
    ACT_FOR_ANOTHER_TENDER,
    /** The act is another opener's than the caller's. */
    ACT_OF_ANOTHER_OPENER,
    /** Before the closing act nothing is opened. */
    BOX_STILL_OPEN,
    /** The tender was cancelled: what is sealed stays so. */
    OPENING_GIVEN_UP,
    /** Prices stay sealed until the technical evaluation is signed. */
    EVALUATION_NOT_SIGNED,
    /** The box has no such part. */
    NO_SUCH_PART,
    /** This part is opened already, or its time is over. */
    OPENING_OVER,
    /** It names another entry of the journal than the one that allows the opening. */
    ENTRY_DIFFERS,
    /** It does not name exactly the bids of the box, each once. */
    BIDS_DIFFER,
    /** This opener acted on this part before. */
    ACTED_ALREADY,

    /** Rehearsals end with the closing. */
    REHEARSAL_OVER,
    /** No rehearsal was begun. */
    REHEARSAL_NOT_BEGUN,
    /** The answer names another certificate than the committee's. */
    CERTIFICATE_DIFFERS,
    /** The secret was not told back: the key is not the one of the certificate. */
    SECRET_DIFFERS
}
