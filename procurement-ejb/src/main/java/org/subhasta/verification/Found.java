package org.subhasta.verification;

import org.subhasta.verification.Finding.Mark;

/**
 * Everything that a check can find. The sentence of each, for people, stands in the texts
 * {@code org/subhasta/verification/verification.properties} under its name.
 */
public enum Found {

    // Signatures, whatever they are on.
    SIGNED(Mark.HOLDS),
    TIME_STAMPED(Mark.HOLDS),
    SIGNER_NOT_TRUSTED(Mark.NOT_TRUSTED),
    TIME_STAMP_NOT_COUNTED(Mark.NOTE),
    FILE_STAMPED(Mark.HOLDS),
    TIME_STAMP_WITHOUT_FILE(Mark.WRONG),
    SIGNATURE_WRONG(Mark.WRONG),
    SIGNATURE_WITHOUT_DOCUMENT(Mark.WRONG),
    FILE_NOT_RECOGNISED(Mark.WRONG),
    FILE_TOO_LARGE(Mark.WRONG),
    FILE_MALFORMED(Mark.WRONG),
    FILE_MISSING(Mark.WRONG),

    // Receipts.
    RECEIPT_ACCEPTED(Mark.HOLDS),
    RECEIPT_REFUSED(Mark.HOLDS),
    RECEIPT_FOR_FILE(Mark.HOLDS),
    RECEIPT_LOGGED(Mark.HOLDS),
    RECEIPT_LEAF(Mark.NOTE),

    // Envelopes of sealed bids.
    ENVELOPE_READ(Mark.HOLDS),
    ENVELOPE_MALFORMED(Mark.WRONG),
    ENVELOPE_SEALED(Mark.HOLDS),
    ENVELOPE_TEXT(Mark.HOLDS),
    ENVELOPE_WITHOUT_SIGNATURE(Mark.NOT_TRUSTED),

    // Award notices.
    NOTICE_WHOLE(Mark.HOLDS),
    NOTICE_WITHOUT_DATA(Mark.NOTE),
    PRINTED_AS_DATA(Mark.HOLDS),
    PRINTED_DIFFERS(Mark.WRONG),
    RELEASE_AS_AWARD(Mark.HOLDS),
    RELEASE_DIFFERS(Mark.WRONG),

    // The form of bundles, in the order in which it is judged.
    BUNDLE_READ(Mark.HOLDS),
    BUNDLE_TOO_LARGE(Mark.WRONG),
    BUNDLE_CUT_OFF(Mark.WRONG),
    BUNDLE_TOO_MANY_FILES(Mark.WRONG),
    BUNDLE_NAME_BAD(Mark.WRONG),
    BUNDLE_COMPRESSED(Mark.WRONG),
    BUNDLE_NAMES_UNSORTED(Mark.WRONG),
    BUNDLE_NOT_AS_WRITTEN(Mark.WRONG),
    BUNDLE_MANIFEST_DIFFERS(Mark.WRONG),

    // The journal.
    JOURNAL_HOLDS(Mark.HOLDS),
    ENTRY_MALFORMED(Mark.WRONG),
    HEADER_DIFFERS(Mark.WRONG),
    PAYLOAD_DIFFERS(Mark.WRONG),
    JOURNAL_GAP(Mark.WRONG),
    JOURNAL_BACKWARDS(Mark.WRONG),

    // The log.
    HEAD_SIGNED(Mark.HOLDS),
    HEAD_NOT_SIGNED(Mark.WRONG),
    HEAD_WITNESSED(Mark.HOLDS),
    LOG_NOT_TRUSTED(Mark.NOT_TRUSTED),
    ENTRY_LOGGED(Mark.HOLDS),
    ENTRIES_LOGGED(Mark.HOLDS),
    ENTRIES_NOT_LOGGED(Mark.NOT_TRUSTED),
    PROOF_WRONG(Mark.WRONG),
    PROOF_OF_NOTHING(Mark.WRONG),
    HEADS_CONTINUE(Mark.HOLDS),
    HEADS_FORKED(Mark.WRONG),
    HEADS_OF_TWO_LOGS(Mark.NOTE),
    HEADS_NOT_COMPARED(Mark.NOT_TRUSTED),

    // A tender until its bids are opened.
    NOTICE_JOURNALED(Mark.HOLDS),
    NOTICE_NOT_JOURNALED(Mark.WRONG),
    BIDS_STILL_CLOSED(Mark.NOTE),
    BOX_NOT_CLOSED(Mark.WRONG),
    CLOSED_IN_TIME(Mark.HOLDS),
    CLOSED_EARLY(Mark.WRONG),
    CLOSING_MOVED_BY_RULE(Mark.HOLDS),
    CLOSING_MOVED_WRONGLY(Mark.WRONG),
    NOT_AWARDED_YET(Mark.NOTE),

    // The opening of bids.
    BIDS_NOT_SEALED(Mark.NOT_TRUSTED),
    OPENING_AGAINST_RULES(Mark.WRONG),
    OPENING_UNFINISHED(Mark.WRONG),
    OPENED_BY_COMMITTEE(Mark.HOLDS),
    TECHNICAL_EVALUATED(Mark.HOLDS),
    OPENING_UNDER_WAY(Mark.NOTE),
    RECORD_JOURNALED(Mark.HOLDS),
    RECORD_NOT_JOURNALED(Mark.WRONG),
    RECORD_AS_BIDS(Mark.HOLDS),
    RECORD_DIFFERS(Mark.WRONG),

    // Bids.
    BIDS_COMPLETE(Mark.HOLDS),
    BID_MISSING(Mark.WRONG),
    BID_ADDED(Mark.WRONG),
    BID_DIFFERS(Mark.WRONG),
    BID_ADMITTED(Mark.HOLDS),
    STAMP_MALFORMED(Mark.WRONG),
    STAMP_LATER(Mark.WRONG),
    BID_NOT_ADMISSIBLE(Mark.WRONG),
    OPENED_DIFFERS(Mark.WRONG),
    COMMITMENT_HOLDS(Mark.HOLDS),
    COMMITMENT_DIFFERS(Mark.WRONG),
    BID_VALID(Mark.HOLDS),
    BID_INVALID(Mark.HOLDS),
    BID_INVALID_BY_SIGNER(Mark.NOTE),
    BID_INVALID_WRONGLY(Mark.WRONG),
    BID_UNOPENED(Mark.NOTE),

    // The award.
    AWARD_OF_TENDER(Mark.HOLDS),
    AWARD_OF_ANOTHER(Mark.WRONG),
    AWARD_LISTS_BIDS(Mark.HOLDS),
    AWARD_LISTS_OTHERS(Mark.WRONG),
    AWARD_RECOMPUTED(Mark.HOLDS),
    AWARD_AGAINST_RULES(Mark.WRONG),
    LOTS_DIFFER(Mark.WRONG),
    RANKING_DIFFERS(Mark.WRONG),
    OUTCOME_DIFFERS(Mark.WRONG),
    TOTALS_DIFFER(Mark.WRONG),
    EVIDENCE_IN_JOURNAL(Mark.HOLDS),
    EVIDENCE_MISSING(Mark.WRONG),
    AWARD_JOURNALED(Mark.HOLDS),
    AWARD_NOT_JOURNALED(Mark.WRONG),
    PDF_JOURNALED(Mark.HOLDS),
    PDF_NOT_JOURNALED(Mark.WRONG),
    PDF_SAYS_THE_SAME(Mark.HOLDS),
    PDF_SAYS_ANOTHER(Mark.WRONG);

    private final Mark mark;

    Found(Mark mark) {
        this.mark = mark;
    }

    /** What it says about the file. */
    public Mark mark() {
        return mark;
    }
}
