package org.subhasta.bidding.model;

import java.time.Instant;
import org.subhasta.kernel.Period;

/**
 * A closing moved by the outage rule, or the end of its grace.
 *
 * @param from   the instant before
 * @param to     the instant since, always later
 * @param outage from the last sign of life to the first one after it
 */
public record ClosingMove(Instant from, Instant to, Period outage) {

    public ClosingMove {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("an outage never shortens the time to bid");
        }
    }
}
