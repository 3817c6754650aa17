package org.subhasta.publication;

import org.subhasta.kernel.Refusal;

/**
 * Why a file, or a release in it, is not imported; and what is noted about one that is. In order of
 * precedence.
 */
public enum ImportRefusal implements Refusal.Code {

    /** Not a single byte. */
    IMPORT_EMPTY,
    /** Larger than we read; detail: the limit in MiB. */
    IMPORT_TOO_LARGE,
    /** Not JSON; details: line and column where reading stopped. */
    IMPORT_NOT_JSON,
    /** JSON, but neither a release package, nor a record package, nor a release. */
    IMPORT_NOT_OCDS,
    /** A version of OCDS other than 1.0 and 1.1; detail: the version. */
    IMPORT_VERSION_UNKNOWN,
    /** The caller acts for no contracting authority. */
    IMPORT_NOT_ALLOWED,

    /** Not an object. */
    RELEASE_MALFORMED,
    /** Larger or deeper than we read; detail: what is too much. */
    RELEASE_TOO_LARGE,
    /** A record that only names releases kept elsewhere. */
    RELEASE_ELSEWHERE,
    /** Without ocid it belongs to no process. */
    RELEASE_WITHOUT_OCID,
    /** Releases apply by date; this one has none. */
    RELEASE_DATE_MISSING,
    /** Its date is none; detail: what was given. */
    RELEASE_DATE_UNREADABLE,
    /** Nothing in it that could be shown: no tender, awards, planning or contracts. */
    RELEASE_WITHOUT_CONTENT,
    /** Details: where, the amount. */
    RELEASE_AMOUNT_NEGATIVE,
    /** Not a number we can keep; detail: where. */
    RELEASE_AMOUNT_UNREADABLE,
    /** Details: where, the code. */
    RELEASE_CURRENCY_UNKNOWN,

    /** Noted: it has no id, so that it is known by its content. */
    NOTE_ID_MISSING,
    /** Noted: it has no title. */
    NOTE_TITLE_MISSING,
    /** Noted: its date has no time zone and was read as UTC. */
    NOTE_DATE_WITHOUT_ZONE,
    /** Noted: an amount with more decimals than its currency has was rounded; detail: where. */
    NOTE_AMOUNT_ROUNDED,
    /** Noted: an amount without currency is not shown; detail: where. */
    NOTE_AMOUNT_WITHOUT_CURRENCY,
    /** Noted: a member's name is broken by spaces, so that the member is not read; detail: where. */
    NOTE_NAME_BROKEN,
    /** Noted: a release with this ocid and id is here already, with other content. */
    NOTE_DUPLICATE_DIFFERS
}
