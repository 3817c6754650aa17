package org.subhasta.bidding.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * When the next <i>cover</i> of an open box is due: a leaf in the public log that stands for nothing
 * and cannot be told from the leaf of a bid before the closing. Without covers, whoever counts the
 * leaves on a quiet platform counts the bids.
 *
 * <p>So many instants as the pace says are drawn evenly from the time left until the closing; the
 * earliest is the next cover's. So covers become denser towards the closing, as bids do. The pace is
 * secret, and a new one is drawn now and then: who does not know how many covers to expect cannot
 * subtract them. Nothing here depends on the bids; a bidder who knows the own leaves, or makes many
 * of them, learns nothing about those of others.
 *
 * <p>What that is worth a test says: from the leaves of a box, guessing whether five bids are among
 * them or none is right at most 57 times in a hundred, where 50 is no knowledge at all.
 *
 * @param pace how many instants are drawn, {@value #SLOWEST} to {@value #FASTEST}
 * @param due  with microseconds
 */
public record CoverPlan(int pace, Instant due) {

    /** The least a pace may be. */
    public static final int SLOWEST = 2;

    /** The most a pace may be. */
    public static final int FASTEST = 16;

    /** At one cover in so many a new pace is drawn. */
    public static final int PACE_KEPT = 8;

    /** Instants are drawn from no longer time than this, so that covers come from the first days. */
    public static final Duration LONGEST = Duration.ofDays(4);

    /** Instants are drawn from no shorter time than this, which bounds how many covers there are. */
    public static final Duration SHORTEST = Duration.ofMinutes(20);

    /** A cover later than this is left out: while nobody could bid, a leaf is known for a cover. */
    public static final Duration TOO_LATE = Duration.ofSeconds(10);

    public CoverPlan {
        if (pace < SLOWEST || pace > FASTEST) {
            throw new IllegalArgumentException("a pace of " + pace);
        }
    }

    /** The first plan of a box. */
    public static CoverPlan begin(Instant now, Instant closesAt, RandomGenerator random) {
        return drawn(newPace(random), now, closesAt, random);
    }

    /** The plan after this one, whether its cover came or was left out. */
    public CoverPlan next(Instant now, Instant closesAt, RandomGenerator random) {
        return drawn(random.nextInt(PACE_KEPT) == 0 ? newPace(random) : pace,
                now, closesAt, random);
    }

    /** Whether it is time for it, or was. */
    public boolean isDue(Instant now) {
        return !now.isBefore(due);
    }

    /** Whether it is left out: the platform was down or took no acts when it was due. */
    public boolean isMissed(Instant now) {
        return now.isAfter(due.plus(TOO_LATE));
    }

    private static CoverPlan drawn(
            int pace, Instant now, Instant closesAt, RandomGenerator random) {
        Duration left = Duration.between(now, closesAt);
        Duration span = left.compareTo(SHORTEST) < 0 ? SHORTEST
                : left.compareTo(LONGEST) > 0 ? LONGEST : left;
        long microseconds = span.toNanos() / 1_000;
        long earliest = LongStream.generate(() -> random.nextLong(1, microseconds))
                .limit(pace).min().orElseThrow();
        return new CoverPlan(pace, now.plus(earliest, ChronoUnit.MICROS));
    }

    private static int newPace(RandomGenerator random) {
        return random.nextInt(SLOWEST, FASTEST + 1);
    }
}
