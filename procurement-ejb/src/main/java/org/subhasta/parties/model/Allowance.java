package org.subhasta.parties.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How many failures one network may have, at whatever accounts: some at once, and then one in a
 * while. Kept as the time at which all of it is there again, which is all that has to be known (the
 * generic cell rate algorithm, ITU-T I.371, annex A).
 *
 * @param whole when nothing of it is used any longer
 */
record Allowance(Instant whole) {

    /** At once: an office behind one address mistypes that often. */
    static final int BURST = 20;
    /** After which another one is there. */
    static final Duration EACH = Duration.ofMinutes(2);

    static final Allowance NONE_USED = new Allowance(Instant.EPOCH);

    /** How long from now until one more is there; zero where it is. */
    Duration waiting(Instant now) {
        Instant next = later(whole, now).plus(EACH).minus(EACH.multipliedBy(BURST));
        return now.isBefore(next) ? Duration.between(now, next) : Duration.ZERO;
    }

    Allowance used(Instant now) {
        return new Allowance(later(whole, now).plus(EACH));
    }

    /** It was none that counts. */
    Allowance givenBack() {
        return new Allowance(whole.minus(EACH));
    }

    boolean isWhole(Instant now) {
        return !now.isBefore(whole);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
