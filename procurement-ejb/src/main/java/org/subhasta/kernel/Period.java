package org.subhasta.kernel;

import java.time.Instant;

/**
 * A half-open stretch of time [from, until): {@code from} belongs to it, {@code until} does not.
 * A bid that arrives at the closing instant itself is therefore late.
 */
public record Period(Instant from, Instant until) {

    public Period {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a period cannot end before it begins");
        }
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
