package org.subhasta.signing;

import java.io.IOException;

/** No valid time-stamp was to be had: nobody answered, the authority refused, or it erred. */
public final class TimeStampUnavailable extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is known of why. */
    public enum Reason {

        /** Nobody answered in time. */
        UNREACHABLE,

        /** The authority answered that it does not stamp this. */
        REFUSED,

        /** What came back is no valid time-stamp of a trusted authority over what was asked. */
        INVALID
    }

    private final Reason reason;

    /** Says so in one sentence for a log, without secrets. */
    public TimeStampUnavailable(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    /** Why, as far as is known. */
    public Reason reason() {
        return reason;
    }
}
