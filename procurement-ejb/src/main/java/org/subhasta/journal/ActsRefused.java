package org.subhasta.journal;

import jakarta.ejb.ApplicationException;

/**
 * No act can be recorded, so none may have an effect: the transaction is rolled back wholly. Thrown
 * and not returned, unlike other refusals, because it comes from below every use case: none can
 * forget to ask, and none has evidence of its own to keep.
 */
@ApplicationException(rollback = true)
public final class ActsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final JournalRefusal code;

    ActsRefused(JournalRefusal code) {
        super(code.name());
        this.code = code;
    }

    /** {@link JournalRefusal#ACTS_STOPPED} or {@link JournalRefusal#SUBJECT_FROZEN}. */
    public JournalRefusal code() {
        return code;
    }
}
