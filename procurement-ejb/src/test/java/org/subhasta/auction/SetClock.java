package org.subhasta.auction;

import java.time.Duration;
import java.time.Instant;
import org.subhasta.kernel.ServerClock;

/** A clock that stands where a test puts it, and a steady one that no jump moves. */
final class SetClock extends ServerClock {

    private Instant now;
    private long steady;

    SetClock(Instant now) {
        this.now = now;
    }

    /** Time passes. */
    SetClock pass(Duration by) {
        now = now.plus(by);
        steady += by.toNanos();
        return this;
    }

    /** The host's clock is set, forward or back. */
    SetClock jump(Duration by) {
        now = now.plus(by);
        return this;
    }

    @Override
    public Reading read(Instant database) {
        return new Reading(now, steady);
    }

    @Override
    public long steady() {
        return steady;
    }

    @Override
    public Instant now() {
        return now;
    }
}
