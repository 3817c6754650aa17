package org.subhasta.journal;

import org.subhasta.kernel.Refusal;

/** Why the journal refuses, in order of precedence. */
public enum JournalRefusal implements Refusal.Code {

    /** An administrator has stopped all acts. */
    ACTS_STOPPED,
    /** What is recorded of the subject was changed behind the platform's back: no act on it. */
    SUBJECT_FROZEN,
    /** There is no such entry, alarm or checkpoint. */
    JOURNAL_NOT_FOUND,
    /** A reason is needed, of at most 500 characters. */
    JOURNAL_REASON_NEEDED,
    /** Its header is concealed still: erasing would tell whose it is. */
    ENTRY_CONCEALED,
    /** The payload has been erased before. */
    PAYLOAD_ERASED,
    /** All acts are stopped already, or are not stopped. */
    ACTS_STOPPED_ALREADY,
    ACTS_NOT_STOPPED,
    /** Not a checkpoint with a signature under it. */
    NOTE_MALFORMED,
    /** No signature under it is of a witness configured here. */
    WITNESS_UNKNOWN,
    /** The platform never signed this head. */
    CHECKPOINT_UNKNOWN,
    /** The witness's signature does not fit the checkpoint. */
    COSIGNATURE_WRONG
}
