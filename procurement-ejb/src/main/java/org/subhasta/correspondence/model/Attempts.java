package org.subhasta.correspondence.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When delivery is tried again after it failed: ever more rarely, and not for ever. */
public final class Attempts {

    /** After that many days a letter is of no use. RFC 5321, 4.5.4.1, asks for four to five. */
    public static final Duration PATIENCE = Duration.ofDays(4);

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final int DOUBLINGS = 8;

    private Attempts() {
    }

    /**
     * When to try next.
     *
     * @param failed how many attempts failed, at least one
     * @return nothing where the letter is given up
     */
    public static Optional<Instant> next(Instant written, int failed, Instant now) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(failed - 1, DOUBLINGS));
        Instant next = now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        return Optional.of(next).filter(at -> at.isBefore(written.plus(PATIENCE)));
    }
}
