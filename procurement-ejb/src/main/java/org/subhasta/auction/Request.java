package org.subhasta.auction;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.AuctionRefusal;
import org.subhasta.journal.Actor;

/** What is asked of a lot. */
sealed interface Request {

    /**
     * A participant's act.
     *
     * @param flaw why it is refused whatever the auction's state, known without looking at it
     */
    record Signed(Delivery delivery, Optional<AuctionRefusal> flaw) implements Request {
    }

    /** An officer's order. */
    record Ordered(Order order, String person) implements Request {
    }

    /** What the platform does by itself or for an officer; at the judge's instant. */
    record Done(Act.OfSystem act, Actor actor) implements Request {
    }

    /** The lot before has ended, so that this one knows its opening, so much later. */
    record Opening(Instant endedBefore, Duration pause) implements Request {
    }

    /** Nothing but to let time pass. */
    record Wake() implements Request {
    }
}
