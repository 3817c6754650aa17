package org.subhasta.bidding;

import java.time.Instant;
import java.util.List;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.BoxTerms;
import org.subhasta.bidding.model.ClosingMove;

/**
 * What everybody may know of a box. How many bids it holds is not among it.
 *
 * @param id         the tender's id
 * @param terms      as it was opened; {@code terms.closesAt()} is the deadline as first published
 * @param closesAt   the closing instant as it stands
 * @param moves      how the outage rule moved the closing, oldest first
 * @param state      open, closed or abandoned
 */
public record BoxView(String id, BoxTerms terms, Instant closesAt, List<ClosingMove> moves,
                      BoxState state) {

    public BoxView {
        moves = List.copyOf(moves);
    }

    /** The deadline as first published. */
    public Instant originally() {
        return terms.closesAt();
    }

    public boolean isOpen() {
        return state instanceof BoxState.Open;
    }

    /** Whether the closing act was done, so that those entitled may read the bids. */
    public boolean isClosed() {
        return state instanceof BoxState.Closed;
    }

    /** Whether a bid arriving at that instant would be in time. */
    public boolean takesBidsAt(Instant instant) {
        return isOpen() && instant.isBefore(closesAt);
    }
}
