package org.subhasta.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.Throttle;

/**
 * Counts failed attempts to sign in, in memory: a restart forgives. Each attempt counts as failed
 * when it begins, so that many at once do not slip through, and is forgiven when it succeeds.
 */
@ApplicationScoped
class SignInAttempts {

    /** Beyond this many pairs of address and account the forgiven ones are swept away. */
    private static final int MOST = 20_000;

    @Inject
    private ServerClock clock;

    private final Map<String, Throttle> throttles = new ConcurrentHashMap<>();

    /** How long this attempt has to wait; zero where it may go on, and then it is counted. */
    Duration begin(String account, Visitor visitor) {
        Instant now = clock.now();
        if (throttles.size() > MOST) {
            sweep(now);
        }
        Duration[] waiting = {Duration.ZERO};
        throttles.compute(key(account, visitor), (key, known) -> {
            Throttle throttle = known == null ? Throttle.NONE : known;
            waiting[0] = throttle.waiting(now);
            return waiting[0].isZero() ? throttle.failed(now) : throttle;
        });
        return waiting[0];
    }

    void succeeded(String account, Visitor visitor) {
        throttles.remove(key(account, visitor));
    }

    private void sweep(Instant now) {
        throttles.values().removeIf(throttle -> throttle.isForgiven(now));
        if (throttles.size() > MOST) {
            // A flood of invented accounts: memory is worth more than remembering all of it.
            throttles.clear();
        }
    }

    private static String key(String account, Visitor visitor) {
        return visitor.address() + " " + account;
    }
}
