package org.subhasta.auction.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Notices when the clock that decides was set: compared with one that runs evenly and that nobody
 * sets, it is not where it should be. Each look is bracketed by the steady clock, so that waiting
 * for a lock or a stalled server is never taken for a jump. For many threads.
 */
public final class ClockWatch {

    /** Looks that took longer say too little about when they were to measure the next by. */
    private static final long SHARP_NANOS = 500_000_000L;

    private final List<Jump> jumps = new ArrayList<>();
    private Look last;
    private long handled;

    /**
     * One look at the clock.
     *
     * @param before nanoseconds of the steady clock when it was asked
     * @param after  when it had answered
     */
    public record Look(Instant at, long before, long after) {
    }

    /**
     * The clock was set.
     *
     * @param number   from 1
     * @param expected what it should have shown
     * @param now      what it showed
     */
    public record Jump(long number, Instant expected, Instant now) {
    }

    /** Takes a look into account; the jump it shows, if it does. */
    public synchronized Optional<Jump> look(Look look) {
        Optional<Jump> jump = last == null ? Optional.empty() : jump(look);
        jump.ifPresent(jumps::add);
        boolean later = last == null || look.after > last.after;
        if (jump.isPresent() || last == null || later && look.after - look.before < SHARP_NANOS) {
            last = look;
        }
        return jump;
    }

    private Optional<Jump> jump(Look look) {
        Instant earliest = last.at.plusNanos(look.before - last.after);
        Instant latest = last.at.plusNanos(look.after - last.before);
        if (look.at.isAfter(latest) && isLarge(latest, look.at)) {
            return Optional.of(new Jump(count() + 1, micros(latest), look.at));
        }
        return look.at.isBefore(earliest) && isLarge(look.at, earliest)
                ? Optional.of(new Jump(count() + 1, micros(earliest), look.at))
                : Optional.empty();
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean isLarge(Instant one, Instant other) {
        return Duration.between(one, other).compareTo(InterruptionRule.LARGEST_STEP) > 0;
    }

    /** How many jumps there were. */
    public synchronized long count() {
        return jumps.size();
    }

    /** Up to which jump every auction has been looked at: one that is read anew begins there. */
    public synchronized long handled() {
        return handled;
    }

    /** Every auction has been looked at up to this jump. */
    public synchronized void handled(long number) {
        handled = Math.max(handled, number);
    }

    /** The jumps after that number, in their order. */
    public synchronized List<Jump> after(long number) {
        return List.copyOf(jumps.subList((int) Math.min(number, jumps.size()), jumps.size()));
    }
}
