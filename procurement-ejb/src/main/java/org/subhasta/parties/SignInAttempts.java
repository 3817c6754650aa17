package org.subhasta.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.Throttles;

/**
 * Counts failed attempts to sign in, in memory: a restart forgives. Each attempt counts as failed
 * when it begins, so that many at once do not slip through, and is forgiven when it succeeds.
 */
@ApplicationScoped
class SignInAttempts {

    /** Pairs of address and account that are remembered: some megabytes. */
    private static final int MOST = 20_000;

    @Inject
    private ServerClock clock;

    private final Throttles throttles = new Throttles(MOST);

    /** How long this attempt has to wait; zero where it may go on, and then it is counted. */
    Duration begin(String account, Visitor visitor) {
        return throttles.begin(key(account, visitor), clock.now());
    }

    void succeeded(String account, Visitor visitor) {
        throttles.succeeded(key(account, visitor));
    }

    private static String key(String account, Visitor visitor) {
        return visitor.address() + " " + account;
    }
}
