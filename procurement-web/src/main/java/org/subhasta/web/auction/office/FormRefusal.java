package org.subhasta.web.auction.office;

import org.subhasta.kernel.Refusal;

/** Why what was typed into the form of an auction is not terms yet, in order of precedence. */
enum FormRefusal implements Refusal.Code {

    /** Something that terms need was left empty. */
    TYPED_NOTHING,
    /** No amount of the currency. Details: the currency. */
    TYPED_NO_AMOUNT,
    /** Neither an amount nor a percentage. Details: the currency. */
    TYPED_NO_STEP,
    /** No length of time. */
    TYPED_NO_DURATION,
    /** No whole number. */
    TYPED_NO_COUNT,
    /** No weight between 0 and 1. */
    TYPED_NO_WEIGHT,
    /** No date or no time of day. */
    TYPED_NO_INSTANT,
    /** On that day clocks are set in that hour, so the time is none or two. */
    TYPED_TIME_UNCLEAR,
    /** A name that another has already. */
    TYPED_TWICE,
    /** There is a reserve, but nobody said whether reserves are open or hidden. */
    TYPED_RESERVE_UNDECIDED,
    /** A contradiction between terms. Details: the sentence. */
    TERMS_DO_NOT_FIT
}
