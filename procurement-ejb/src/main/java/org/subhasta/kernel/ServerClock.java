package org.subhasta.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one clock of the platform: nothing else reads the time (an architecture test says so).
 *
 * <p>Instants are UTC and carry microseconds, as PostgreSQL's {@code timestamptz} does, so that an
 * instant written and read back is the same instant. On one server it never goes back: when the
 * host's clock is stepped backwards the last instant given stands until the host catches up.
 *
 * <p>Where a lock decides who comes first, read it <em>after</em> taking the lock; otherwise the
 * order of instants and the order of acts disagree.
 */
@ApplicationScoped
public class ServerClock {

    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);

    /** The instant now, in UTC with microseconds; never earlier than one given before. */
    public Instant now() {
        Instant host = hostTime().truncatedTo(ChronoUnit.MICROS);
        return last.accumulateAndGet(host, (a, b) -> a.isAfter(b) ? a : b);
    }

    /**
     * The database's instant with the count of a clock that nobody can set, read at once. Where
     * several servers share one database its clock decides, not theirs.
     *
     * @param at     with microseconds; where time must not go back, the reader sees to it
     * @param steady nanoseconds since some instant, as {@link #steady} counts them
     */
    public record Reading(Instant at, long steady) {
    }

    /** Makes of what PostgreSQL's {@code clock_timestamp()} said what counts. */
    public Reading read(Instant database) {
        return new Reading(database.truncatedTo(ChronoUnit.MICROS), steady());
    }

    /** Nanoseconds by a clock that runs evenly and that nobody sets; for differences only. */
    public long steady() {
        return System.nanoTime();
    }

    /** The host's own time. Only the clock of the test build replaces it. */
    protected Instant hostTime() {
        return Instant.now();
    }
}
