package org.subhasta.eligibility.model;

import java.time.Instant;

/** How far an exclusion has come; its time is another question. People by their identifiers. */
public sealed interface State {

    /** Waits for a second person. */
    record Waiting() implements State {
    }

    /** Not confirmed. */
    record Declined(Instant at, String by, String reason) implements State {
    }

    /** @param confirmedBy {@code ""} where no second person was needed */
    record Recorded(Instant at, String confirmedBy) implements State {
    }

    /** Ended before its time. */
    record Lifted(Recorded recorded, Instant at, String by, String reason) implements State {
    }
}
