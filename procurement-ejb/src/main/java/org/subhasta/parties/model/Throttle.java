package org.subhasta.parties.model;

import java.time.Duration;
import java.time.Instant;

/**
 * The failed attempts of one address at one account, and how long the next has to wait. Because the
 * address counts, somebody who guesses slows only themselves down: the owner, elsewhere, signs in
 * as ever.
 *
 * @param failures since the last success, or since they were forgiven
 * @param last     when the last of them was
 */
public record Throttle(int failures, Instant last) {

    /** Slips of the keyboard that cost nothing. */
    public static final int FREE = 5;
    /** Longest wait. */
    public static final Duration LONGEST = Duration.ofMinutes(15);
    /** After this long without an attempt all is forgiven. */
    public static final Duration FORGIVEN = Duration.ofHours(1);

    public static final Throttle NONE = new Throttle(0, Instant.EPOCH);

    public Throttle {
        if (failures < 0) {
            throw new IllegalArgumentException("fewer than no failures");
        }
    }

    /** One more failure. */
    public Throttle failed(Instant at) {
        return isForgiven(at) ? new Throttle(1, at) : new Throttle(failures + 1, at);
    }

    /** The last one was none. */
    Throttle givenBack() {
        return new Throttle(Math.max(0, failures - 1), last);
    }

    /** How long from now the next attempt has to wait: zero, or 1, 2, 4, … seconds of pause. */
    public Duration waiting(Instant now) {
        return waiting(FREE, now);
    }

    /** The same, with other than {@link #FREE} slips that cost nothing. */
    Duration waiting(int free, Instant now) {
        if (failures < free || isForgiven(now)) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(failures - free, 20));
        Instant next = last.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
        return now.isBefore(next) ? Duration.between(now, next) : Duration.ZERO;
    }

    public boolean isForgiven(Instant now) {
        return !now.isBefore(last.plus(FORGIVEN));
    }
}
