package org.subhasta.bidding.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.kernel.Period;

/**
 * The published rule on outages: who could not bid because the platform was down, shortly before or
 * at the closing, gets time again.
 *
 * <p>While it works the platform records a heartbeat every {@link #BEAT}. A gap of more than
 * {@link #GRACE} between two heartbeats is an <i>outage</i>, from the last heartbeat before to the
 * first one after it. A closing within the outage, or less than {@link #AFTERMATH} after its end, is
 * moved to {@link #AFTERMATH} after the end, rounded up to the next full {@link #ROUNDING}.
 * A closing is judged as it stands, so one that was moved may be moved again by a later outage. It is
 * never moved to an earlier instant. So is the end of the grace in which announced bids may
 * arrive, by an outage that begins after the closing. So is the time that openers have, by
 * {@link #RELEASE}: a bid is lost where too few acted by its end.
 *
 * <p>A jump of the host's clock forward is not told from an outage, and moves closings too: nobody
 * loses time to bid to a wrong clock. What is not seen: a network that is down only between the
 * bidder and the platform.
 */
public final class OutageRule {

    /** How often a working platform records that it works. */
    public static final Duration BEAT = Duration.ofSeconds(5);

    /** The longest gap between two heartbeats that is not an outage; also how old a heartbeat may
     * be for a box to close. */
    public static final Duration GRACE = Duration.ofSeconds(60);

    /** The time bidders have at least from the end of an outage on. */
    public static final Duration AFTERMATH = Duration.ofHours(2);

    /** The time openers have at least from the end of an outage on: people, not machines, act. */
    public static final Duration RELEASE = Duration.ofHours(24);

    /** Moved closings are at full five minutes. */
    public static final Duration ROUNDING = Duration.ofMinutes(5);

    private OutageRule() {
    }

    /** Whether the gap between two heartbeats was an outage, and which. */
    public static Optional<Period> outage(Instant lastBeat, Instant thisBeat) {
        return isCurrent(lastBeat, thisBeat) || thisBeat.isBefore(lastBeat)
                ? Optional.empty()
                : Optional.of(new Period(lastBeat, thisBeat));
    }

    /**
     * Whether a heartbeat is young enough for a box to close: an outage cannot be hidden between
     * it and now. A heartbeat far ahead of now says that the clock is wrong: nothing closes either.
     */
    public static boolean isCurrent(Instant lastBeat, Instant now) {
        return Duration.between(lastBeat, now).abs().compareTo(GRACE) <= 0;
    }

    /** The move of a closing that an outage causes; empty where the closing stays. */
    public static Optional<ClosingMove> move(Instant closesAt, Period outage) {
        Instant enough = outage.until().plus(AFTERMATH);
        if (!new Period(outage.from(), enough).contains(closesAt)) {
            return Optional.empty();
        }
        return Optional.of(new ClosingMove(closesAt, roundedUp(enough), outage));
    }

    /**
     * The move of the end of a closing's grace that an outage causes; empty where it stays, or moves
     * with its closing.
     */
    public static Optional<ClosingMove> graceMove(Instant closesAt, Instant graceEndsAt,
            Period outage) {
        return closesAt.isBefore(outage.from()) ? move(graceEndsAt, outage) : Optional.empty();
    }

    /** The end of an opening that an outage moves; empty where it stays. */
    public static Optional<Instant> openingEnd(Instant endsAt, Period outage) {
        Instant enough = outage.until().plus(RELEASE);
        return new Period(outage.from(), enough).contains(endsAt)
                ? Optional.of(roundedUp(enough)) : Optional.empty();
    }

    private static Instant roundedUp(Instant instant) {
        long step = ROUNDING.toSeconds();
        Instant floor = Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), step) * step);
        return floor.equals(instant) ? instant : floor.plus(ROUNDING);
    }
}
