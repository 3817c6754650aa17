package org.subhasta.parties.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * The failed attempts of everybody, by whom and at what, in bounded memory. A flood of invented
 * accounts makes it forget who failed least, never somebody who has to wait while others need not.
 */
public final class Throttles {

    private final Remembered<Throttle> throttles;

    /** At most about that many are remembered. */
    public Throttles(int most) {
        throttles = new Remembered<>(most, Throttle.NONE,
                Comparator.comparingInt(Throttle::failures).thenComparing(Throttle::last),
                Throttle::isForgiven);
    }

    /** How long this attempt has to wait; zero where it may go on, and then it counts as failed. */
    public Duration begin(String key, Instant now) {
        return begin(key, Throttle.FREE, now);
    }

    /**
     * The same where fewer slips are forgiven than elsewhere.
     *
     * @param free failures after which the next attempt waits
     */
    public Duration begin(String key, int free, Instant now) {
        Duration[] waiting = {Duration.ZERO};
        throttles.change(key, now, throttle -> {
            waiting[0] = throttle.waiting(free, now);
            return waiting[0].isZero() ? throttle.failed(now) : throttle;
        });
        return waiting[0];
    }

    /** Failures since the last success that are not forgiven. */
    public int failures(String key, Instant now) {
        Throttle throttle = throttles.get(key);
        return throttle.isForgiven(now) ? 0 : throttle.failures();
    }

    /** How long until all that failed there is forgiven. */
    public Duration untilForgiven(String key, Instant now) {
        Throttle throttle = throttles.get(key);
        return throttle.isForgiven(now) ? Duration.ZERO
                : Duration.between(now, throttle.last().plus(Throttle.FORGIVEN));
    }

    /** One more, whether or not it had to wait. */
    public void failed(String key, Instant now) {
        throttles.change(key, now, throttle -> throttle.failed(now));
    }

    /** The attempt that began was not judged, and so was no failure. */
    public void notJudged(String key, Instant now) {
        throttles.change(key, now, Throttle::givenBack);
    }

    /** The attempt that began was right: everything before it is forgiven. */
    public void succeeded(String key) {
        throttles.forget(key);
    }

    /** How many are remembered. */
    public int size() {
        return throttles.size();
    }
}
