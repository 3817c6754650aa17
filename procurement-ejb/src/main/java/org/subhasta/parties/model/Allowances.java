package org.subhasta.parties.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * What each of many may still do of what may not be done often, at one {@link Rate}: networks that
 * fail to sign in, tokens that call. Whoever gets back what was counted uses nothing of it.
 */
public final class Allowances {

    private final Rate rate;
    private final Remembered<Allowance> allowances;

    /**
     * Nothing used yet.
     *
     * @param most about that many are remembered
     */
    public Allowances(int most, Rate rate) {
        this.rate = rate;
        allowances = new Remembered<>(most, Allowance.NONE_USED,
                Comparator.comparing(Allowance::whole), Allowance::isWhole);
    }

    /** How long this attempt has to wait; zero where it may go on, and then one is used. */
    public Duration begin(String whose, Instant now) {
        Duration[] waiting = {Duration.ZERO};
        allowances.change(whose, now, allowance -> {
            waiting[0] = allowance.waiting(rate, now);
            return waiting[0].isZero() ? allowance.used(rate, now) : allowance;
        });
        return waiting[0];
    }

    /** How long the next attempt would have to wait. */
    public Duration waiting(String whose, Instant now) {
        return allowances.get(whose).waiting(rate, now);
    }

    /** The attempt that began was right. */
    public void succeeded(String whose, Instant now) {
        allowances.change(whose, now, allowance -> allowance.givenBack(rate));
    }
}
