package org.subhasta.auction.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/**
 * A phase as it runs: what its mechanism's terms have come to so far. Never changed; what changes is
 * put in its place ({@link Transition#proceed}).
 */
sealed interface Course permits OutcryCourse, RoundsCourse, ClockCourse, EliminationCourse,
        SealedCourse, BestOfferCourse {

    static Course begin(Mechanism mechanism, Transition transition, Instant at) {
        return switch (mechanism) {
            case Mechanism.OpenOutcry terms -> OutcryCourse.begin(terms, at);
            case Mechanism.Rounds terms -> RoundsCourse.begin(terms, transition, 0, at);
            case Mechanism.PriceClock terms -> ClockCourse.begin(terms, at);
            case Mechanism.Elimination terms -> EliminationCourse.begin(terms, at);
            case Mechanism.Sealed terms -> SealedCourse.begin(terms, transition, at);
            case Mechanism.BestOffer terms -> BestOfferCourse.begin(terms, transition, at);
        };
    }

    /** The next instant at which time alone changes something. */
    Instant deadline();

    /** The same with everything still to come later by that much. */
    Course later(Duration by);

    /** The deadline has come. */
    void pass(Transition transition);

    /** Why such an act of the participant has no place here now; empty where it has. */
    Optional<Refusal> placeless(Transition transition, Participant participant, BidKind kind);

    /** Why the price is not admissible; empty where it is. */
    Optional<Refusal> priceless(Transition transition, Participant participant, Money price);

    /** The best possible next bid, "X or lower"; exactly the price in a clock. */
    Optional<Money> next(Transition transition, Participant participant);

    /** A bid that was judged admissible. */
    void accept(Transition transition, Instant at, Bid bid);

    /** What an amount means here. */
    default BidKind kind() {
        return BidKind.BID;
    }

    /** The bid of this id is annulled; whether it was one that waits to count. */
    default boolean forget(Transition transition, String bid) {
        return false;
    }

    /** The participant was just excluded. */
    default void excluded(Transition transition, Instant at, String participant) {
    }

    /** The phase's first facts, after that of its beginning. */
    default void begun(Transition transition, Instant at) {
    }

    /** When the phase ends as things stand; empty where that depends on what is done. */
    default Optional<Instant> endsAt() {
        return Optional.empty();
    }

    /** The current price of a clock. */
    default Optional<Money> price() {
        return Optional.empty();
    }

    /** A bid of the participant that waits to count. */
    default Optional<Bid> waiting(String participant) {
        return Optional.empty();
    }

    static Optional<Refusal> notInThisPhase() {
        return Optional.of(Refusal.of(AuctionRefusal.NOT_IN_THIS_PHASE));
    }
}
