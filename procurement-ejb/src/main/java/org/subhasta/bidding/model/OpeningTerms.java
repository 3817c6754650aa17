package org.subhasta.bidding.model;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How the bids of a box are sealed and opened; published with the tender and never changed.
 *
 * @param committee    to whom they are sealed
 * @param twoEnvelopes whether a bid has a technical part and a price part that are opened apart
 * @param grace        how long after the closing an announced envelope may still arrive
 * @param period       how long the openers have for each opening; a bid for which too few acted by
 *                     then is invalid
 */
public record OpeningTerms(Committee committee, boolean twoEnvelopes, Duration grace,
                           Duration period) {

    /** The longest grace: beyond, an announcement would be a second deadline. */
    public static final Duration LONGEST_GRACE = Duration.ofMinutes(120);

    /** What is proposed to officers. */
    public static final Duration USUAL_GRACE = Duration.ofMinutes(30);

    /** The shortest and the longest time for an opening, and what is proposed. */
    public static final Duration SHORTEST_PERIOD = Duration.ofDays(1);
    public static final Duration LONGEST_PERIOD = Duration.ofDays(30);
    public static final Duration USUAL_PERIOD = Duration.ofDays(7);

    public OpeningTerms {
        Objects.requireNonNull(committee, "committee");
        if (grace.isNegative() || grace.compareTo(LONGEST_GRACE) > 0) {
            throw new IllegalArgumentException("a grace is at most " + LONGEST_GRACE);
        }
        if (period.compareTo(SHORTEST_PERIOD) < 0 || period.compareTo(LONGEST_PERIOD) > 0) {
            throw new IllegalArgumentException("an opening takes a day to thirty");
        }
    }

    /** The parts of every bid, in the order in which they are opened. */
    public List<Part> parts() {
        return twoEnvelopes ? List.of(Part.TECHNICAL, Part.PRICE) : List.of(Part.BID);
    }
}
