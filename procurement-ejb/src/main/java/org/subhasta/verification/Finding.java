package org.subhasta.verification;

import java.util.List;

/**
 * One thing that was looked at, and what was found.
 *
 * @param found   what, of those things there are
 * @param details values that its sentence mentions, in the order of its placeholders; one that
 *                begins with {@code @} is the key of a text
 */
public record Finding(Found found, List<String> details) {

    /** What a finding says about the file. */
    public enum Mark {
        /** It holds. */
        HOLDS,
        /** Consistent, but nothing that whoever checks trusts says so. */
        NOT_TRUSTED,
        /** Something is wrong. */
        WRONG,
        /** Worth knowing; says nothing for or against. */
        NOTE
    }

    public Finding {
        details = List.copyOf(details);
    }

    /** What it says about the file. */
    public Mark mark() {
        return found.mark();
    }
}
