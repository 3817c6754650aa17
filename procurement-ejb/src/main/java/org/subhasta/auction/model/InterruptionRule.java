package org.subhasta.auction.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.auction.model.Act.Interrupted;
import org.subhasta.auction.model.Act.Interrupted.Cause;
import org.subhasta.kernel.Period;

/**
 * The published rule on times without a server: who could not bid because the platform was not
 * there gets that time back. Deadlines are data, so a plain restart that crossed nothing changes
 * nothing.
 */
public final class InterruptionRule {

    /** The longest absence that is none, where the operator publishes no other. */
    public static final Duration GRACE = Duration.ofSeconds(60);

    /** A larger step of the host's clock, either way, is an interruption. */
    public static final Duration LARGEST_STEP = Duration.ofSeconds(2);

    private InterruptionRule() {
    }

    /**
     * The interruption that has to be judged before anything else, when a server finds that none
     * was there.
     *
     * @param lastBeat the last heartbeat of any server; with the auction's last recorded instant it
     *                 tells how far it is known that bids could be made
     * @return empty where the absence was short and crossed nothing, and where time stood still
     */
    public static Optional<Interrupted> after(Auction auction, Instant lastBeat, Instant now,
                                              Duration grace) {
        return lastBeat.isBefore(now)
                ? after(auction, new Period(lastBeat, now), now, grace) : Optional.empty();
    }

    /**
     * The interruption for a time in which nobody served this auction, though others were.
     *
     * @param absence in which it took no acts
     * @param now     when that is judged, not before its end
     */
    public static Optional<Interrupted> after(Auction auction, Period absence, Instant now,
                                              Duration grace) {
        Instant from = absence.from().isAfter(auction.now()) ? absence.from() : auction.now();
        Optional<Instant> due = auction.nextDeadline();
        if (due.isEmpty() || !absence.until().isAfter(from)) {
            return Optional.empty();
        }
        // What was due at the last sign of life itself had been served to its end.
        boolean crossed = due.get().isAfter(from) && !due.get().isAfter(absence.until());
        boolean open = !(auction.stage() instanceof Stage.Waiting);
        if (crossed) {
            return Optional.of(new Interrupted(from, now, Cause.CROSSED_AN_END));
        }
        return open && Duration.between(from, absence.until()).compareTo(grace) > 0
                ? Optional.of(new Interrupted(from, now, Cause.ABSENCE)) : Optional.empty();
    }

    /**
     * The interruption for a step of the host's clock.
     *
     * @param expected what the clock should show by a clock that cannot be set
     */
    public static Optional<Interrupted> step(Auction auction, Instant expected, Instant now) {
        boolean stepped = Duration.between(expected, now).abs().compareTo(LARGEST_STEP) > 0;
        if (!stepped || auction.isPaused() || auction.result().isPresent()) {
            return Optional.empty();
        }
        Instant later = now.isAfter(auction.now()) ? now : auction.now();
        Instant from = expected.isBefore(auction.now()) ? auction.now() : expected;
        return Optional.of(new Interrupted(
                from.isAfter(later) ? later : from, later, Cause.CLOCK_JUMPED));
    }
}
