package org.subhasta.parties.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The failed attempts of everybody, by whom and at what, in bounded memory. A flood of invented
 * accounts makes it forget who failed least, never somebody who has to wait while others need not.
 */
public final class Throttles {

    private static final Comparator<Map.Entry<String, Throttle>> FORGOTTEN_FIRST =
            Comparator.<Map.Entry<String, Throttle>>comparingInt(one -> one.getValue().failures())
                    .thenComparing(one -> one.getValue().last());

    private final int most;
    private final Map<String, Throttle> throttles = new ConcurrentHashMap<>();

    /** At most about that many are remembered. */
    public Throttles(int most) {
        this.most = most;
    }

    /** How long this attempt has to wait; zero where it may go on, and then it counts as failed. */
    public Duration begin(String key, Instant now) {
        if (throttles.size() >= most && !throttles.containsKey(key)) {
            sweep(now);
        }
        Duration[] waiting = {Duration.ZERO};
        throttles.compute(key, (same, known) -> {
            Throttle throttle = known == null ? Throttle.NONE : known;
            waiting[0] = throttle.waiting(now);
            return waiting[0].isZero() ? throttle.failed(now) : throttle;
        });
        return waiting[0];
    }

    /** The attempt that began was right: everything before it is forgiven. */
    public void succeeded(String key) {
        throttles.remove(key);
    }

    /** How many are remembered. */
    public int size() {
        return throttles.size();
    }

    /** Makes room for a quarter more at once, so that a flood does not sort at every attempt. */
    private synchronized void sweep(Instant now) {
        if (throttles.size() < most) {
            return;
        }
        throttles.values().removeIf(throttle -> throttle.isForgiven(now));
        List<Map.Entry<String, Throttle>> all = throttles.entrySet().stream()
                .map(one -> Map.entry(one.getKey(), one.getValue())).sorted(FORGOTTEN_FIRST).toList();
        int kept = most - Math.max(1, most / 4);
        // Whoever failed once more since is not the same any longer, and stays.
        all.subList(0, Math.max(0, all.size() - kept))
                .forEach(one -> throttles.remove(one.getKey(), one.getValue()));
    }
}
