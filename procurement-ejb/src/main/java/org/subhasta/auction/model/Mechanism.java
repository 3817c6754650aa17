package org.subhasta.auction.model;

import java.time.Duration;
import java.util.Optional;
import org.subhasta.kernel.Money;

/**
 * How one phase runs, with its own terms. Formats people know are lists of these
 * ({@link NamedFormat}); none is a special case.
 */
public sealed interface Mechanism {

    /** Longer phases, turns, ticks and pauses are contradictory terms: 400 days. */
    Duration LONGEST = Duration.ofDays(400);

    /**
     * English: anyone admitted bids at any time.
     *
     * @param automatic whether bids are limits that the auction bids up to by itself: then each bid
     *                  stands only as far as the best rival makes it ({@link AutomaticBids})
     */
    record OpenOutcry(Step step, Against against, Duration length, Optional<SoftClose> softClose,
                      boolean automatic) implements Mechanism {
    }

    /**
     * A late bid gives the others time: any bid accepted within the window before the end moves the
     * end by the extension, counted from the end as it stood.
     *
     * @param window    the last stretch of time, half-open: a bid at its first instant is inside
     * @param extension how far the end moves
     * @param most      how often at most; empty: until nobody bids within the window
     */
    record SoftClose(Duration window, Duration extension, Optional<Integer> most) {
    }

    /**
     * In each round the participants take turns of full length, worst first, leader last; without a
     * bid first, in the order of admission. A turn's bid stands, and is shown, when the turn ends.
     *
     * @param pause before each round
     * @param step  against the own bid before the turn
     */
    record Rounds(int rounds, Duration turn, Duration pause, Step step) implements Mechanism {

        /** More rounds are contradictory terms. */
        public static final int MOST = 100;
    }

    /**
     * Dutch: the price moves towards the participants by a step each tick; the first acceptance of
     * exactly the current price takes it.
     */
    record PriceClock(Money first, Money step, Duration tick, Money last) implements Mechanism {

        /** More ticks from the first to the last price are contradictory terms. */
        public static final int MOST_TICKS = 100_000;
    }

    /**
     * Japanese: the price moves away by a step each tick; who does not confirm within the tick is
     * out. It ends when one is left, or none, or the last price's tick is over.
     */
    record Elimination(Money first, Money step, Duration tick, Money last) implements Mechanism {
    }

    /**
     * One hidden bid each, the last before the end counts; they stand when revealed together.
     *
     * @param mustBeat  the leader's ranking price, or no more than the own standing bid and the
     *                  phase's limit
     * @param keepsBest how many stay in the auction for the phases after it; empty: all
     */
    record Sealed(Duration length, Who who, Against mustBeat, Optional<Integer> keepsBest)
            implements Mechanism {
    }

    /**
     * Some participants may improve once more; the offer stands at once.
     *
     * @param step by how much at least; with none it still has to be better, not equal
     */
    record BestOffer(Duration length, Who who, Against mustBeat, Step step) implements Mechanism {
    }

    /** Whether it is measured against the leader, whose price participants must then be shown. */
    default boolean measuresLeader() {
        return switch (this) {
            case OpenOutcry outcry -> outcry.against == Against.LEADER;
            case Sealed sealed -> sealed.mustBeat == Against.LEADER;
            case BestOffer offer -> offer.mustBeat == Against.LEADER;
            case Rounds rounds -> false;
            case PriceClock clock -> false;
            case Elimination elimination -> false;
        };
    }

    /** Whether it has a range of prices of its own, so that the opening price does not limit it. */
    default boolean isClock() {
        return switch (this) {
            case PriceClock clock -> true;
            case Elimination elimination -> true;
            case OpenOutcry outcry -> false;
            case Rounds rounds -> false;
            case Sealed sealed -> false;
            case BestOffer offer -> false;
        };
    }
}
