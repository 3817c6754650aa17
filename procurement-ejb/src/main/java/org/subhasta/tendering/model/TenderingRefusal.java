package org.subhasta.tendering.model;

import org.subhasta.kernel.Refusal;

/** Why something about a tender is refused, in order of precedence. */
public enum TenderingRefusal implements Refusal.Code {

    /** No such tender, or another organisation's. */
    TENDER_UNKNOWN,
    /** Somebody else saved the draft meanwhile; details: when. */
    DRAFT_CHANGED_MEANWHILE,
    /** Only a draft can be changed or published. */
    TENDER_NOT_A_DRAFT,
    /** Only a published tender that is not decided yet can be cancelled or concluded. */
    TENDER_NOT_ACTIVE,
    /** Nothing is decided before the closing act. */
    TENDER_NOT_CLOSED,
    /** A draft as a whole is larger than we keep; detail: the limit in KiB. */
    DRAFT_TOO_LARGE,
    /** More files than a tender may have; detail: the limit. */
    TOO_MANY_DOCUMENTS,

    TITLE_MISSING,
    DESCRIPTION_MISSING,
    /** Longer than the field may be; detail: the limit in characters. */
    TEXT_TOO_LONG,
    CLASSIFICATION_MISSING,
    /** No class of the CPV has this code; detail: the code. */
    CLASSIFICATION_UNKNOWN,
    /** Neither net nor gross was chosen. */
    PRICES_MISSING,
    /** Not an ISO 4217 code of a currency in use; detail: what was given. */
    CURRENCY_UNKNOWN,
    /** The date of the deadline is missing. */
    DEADLINE_MISSING,
    /** Its time of day is missing. */
    DEADLINE_TIME_MISSING,
    /** Not a date or time; detail: what was given. */
    DEADLINE_UNREADABLE,
    /** Not a region of the time zone database; detail: what was given. */
    DEADLINE_ZONE_UNKNOWN,
    /** Clocks go forward over this time; details: time, zone. */
    DEADLINE_SKIPPED_BY_CLOCKS,
    /** Clocks go back, so that this time is there twice; details: time, zone. */
    DEADLINE_TWICE,
    /** The deadline is not in the future. */
    DEADLINE_PAST,
    /** The deadline is more than three years ahead. */
    DEADLINE_TOO_FAR,
    /** A tender has at least one lot. */
    LOT_MISSING,
    /** More lots than a tender may have; detail: the limit. */
    TOO_MANY_LOTS,
    LOT_TITLE_MISSING,
    /** Two lots bear the same id; detail: the id. */
    LOT_ID_REPEATED,
    /** Not a positive decimal number. */
    QUANTITY_UNREADABLE,
    /** Not a positive amount; detail: the currency. */
    ESTIMATE_UNREADABLE,
    /** Nobody was chosen to open the bids. */
    COMMITTEE_MISSING,
    /** More openers than a committee may have; detail: the limit. */
    COMMITTEE_TOO_LARGE,
    /** Somebody chosen is no opener, or chosen twice; detail: the id. */
    OPENER_UNKNOWN,
    /** An opener's keys are not admitted, or not valid until the opening ends; detail: the name. */
    OPENER_WITHOUT_KEYS,
    /** Two openers have the same key: they would be one. */
    OPENERS_SHARE_KEY,
    /** How many openers are needed is not a number from two to all of them; detail: all. */
    THRESHOLD_UNFIT,
    /** Neither one envelope nor two was chosen. */
    ENVELOPES_MISSING,
    /** Not a number of minutes within the limit; detail: the limit. */
    GRACE_UNREADABLE,
    /** Not a number of days within the limits; details: the limits. */
    OPENING_PERIOD_UNREADABLE,
    /** Cancelling needs a reason, which is published. */
    REASON_MISSING
}
