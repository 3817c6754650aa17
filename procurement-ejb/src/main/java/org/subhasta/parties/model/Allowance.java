package org.subhasta.parties.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How much of a {@link Rate} somebody has used. Kept as the time at which all of it is there again,
 * which is all that has to be known (the generic cell rate algorithm, ITU-T I.371, annex A).
 *
 * @param whole when nothing of it is used any longer
 */
record Allowance(Instant whole) {

    /** Before all that is counted, from the epoch or from wherever a steady clock begins. */
    static final Allowance NONE_USED = new Allowance(Instant.ofEpochSecond(-100_000_000_000L));

    /** How long from now until one more is there; zero where it is. */
    Duration waiting(Rate rate, Instant now) {
        Instant next = later(whole, now).plus(rate.each())
                .minus(rate.each().multipliedBy(rate.burst()));
        return now.isBefore(next) ? Duration.between(now, next) : Duration.ZERO;
    }

    Allowance used(Rate rate, Instant now) {
        return new Allowance(later(whole, now).plus(rate.each()));
    }

    /** It was none that counts. */
    Allowance givenBack(Rate rate) {
        return new Allowance(whole.minus(rate.each()));
    }

    boolean isWhole(Instant now) {
        return !now.isBefore(whole);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
