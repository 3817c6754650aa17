package org.subhasta.auction.model;

import java.time.Duration;
import java.util.Objects;

/**
 * One mechanism in the sequence of an auction. Standing bids, who is still in, and a clock's price
 * flow from each phase to the next.
 *
 * @param pause time between the end of the phase before and this one; none before the first
 */
public record Phase(Mechanism mechanism, Visibility visibility, Duration pause) {

    public Phase {
        Objects.requireNonNull(mechanism, "mechanism");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(pause, "pause");
    }

    public static Phase of(Mechanism mechanism, Visibility visibility) {
        return new Phase(mechanism, visibility, Duration.ZERO);
    }
}
