package org.subhasta.bidding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.BoxTerms;
import org.subhasta.bidding.model.ClosingMove;

/**
 * What everybody may know of a box. How many bids it holds is not among it.
 *
 * @param id           the tender's id
 * @param terms        as it was opened; {@code terms.closesAt()} is the deadline as first published
 * @param closesAt     the closing instant as it stands
 * @param moves        how the outage rule moved the closing, oldest first
 * @param graceMovedTo the end of the grace after the closing, where the outage rule moved it
 * @param state        where it is in its life
 * @param closedAt     when the closing act was done
 */
public record BoxView(String id, BoxTerms terms, Instant closesAt, List<ClosingMove> moves,
                      Optional<Instant> graceMovedTo, BoxState state,
                      Optional<Instant> closedAt) {

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

    /** Whether the closing act was done: it takes nothing any more, and openers may act. */
    public boolean isClosed() {
        return state.afterClosing();
    }

    /** Whether every bid is opened, failed or left sealed for good. */
    public boolean isOpened() {
        return state instanceof BoxState.Opened;
    }

    /** Until when a bid that was announced before the closing may arrive. */
    public Instant graceEndsAt() {
        return graceMovedTo.orElseGet(() -> closesAt.plus(terms.grace()));
    }

    /** Whether a bid arriving at that instant would be in time. */
    public boolean takesBidsAt(Instant instant) {
        return isOpen() && instant.isBefore(closesAt);
    }
}
