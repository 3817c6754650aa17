package org.subhasta.parties.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * What each network may still fail at: 20 attempts at once, whatever the accounts, and then one in
 * two minutes. Whoever signs in rightly uses nothing of it.
 */
public final class Allowances {

    private final Remembered<Allowance> allowances;

    /** At most about that many networks are remembered. */
    public Allowances(int most) {
        allowances = new Remembered<>(most, Allowance.NONE_USED,
                Comparator.comparing(Allowance::whole), Allowance::isWhole);
    }

    /** How long this attempt has to wait; zero where it may go on, and then one is used. */
    public Duration begin(String network, Instant now) {
        Duration[] waiting = {Duration.ZERO};
        allowances.change(network, now, allowance -> {
            waiting[0] = allowance.waiting(now);
            return waiting[0].isZero() ? allowance.used(now) : allowance;
        });
        return waiting[0];
    }

    /** How long the next attempt would have to wait. */
    public Duration waiting(String network, Instant now) {
        return allowances.get(network).waiting(now);
    }

    /** The attempt that began was right. */
    public void succeeded(String network, Instant now) {
        allowances.change(network, now, Allowance::givenBack);
    }
}
