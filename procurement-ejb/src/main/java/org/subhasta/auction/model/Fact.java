package org.subhasta.auction.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Money;

/**
 * Something that happened. Facts carry participants' ids, for the journal; what an audience is
 * shown is an {@link AudienceView}. A fact of the passing of time bears the instant at which it was
 * due, however late it was noticed.
 */
public sealed interface Fact {

    Instant at();

    /** A participant was admitted. */
    record ParticipantAdmitted(Instant at, String participant) implements Fact {
    }

    /** An auction that waited for the lot before knows its opening. */
    record OpeningSet(Instant at, Instant opensAt) implements Fact {
    }

    /** A phase began, from 0; a clock at its first price. */
    record PhaseBegan(Instant at, int phase, Optional<Instant> endsAt, Optional<Money> price)
            implements Fact {
    }

    /** A phase ended, and a pause comes before the next. */
    record PhaseEnded(Instant at, int phase, Instant nextAt) implements Fact {
    }

    /** The participants still to take turns in a round, from 0, in their order. */
    record RoundBegan(Instant at, int round, List<String> order) implements Fact {
    }

    /** A participant's turn began. */
    record TurnBegan(Instant at, String participant, Instant endsAt) implements Fact {
    }

    /** A clock moved. */
    record PriceMoved(Instant at, Money price) implements Fact {
    }

    /** A bid was accepted: of interest to its bidder alone, until it comes to stand. */
    record BidAccepted(Instant at, String bid, String participant, BidKind kind, Money amount,
                       long sequence) implements Fact {
    }

    /** A turn's bid was taken back. */
    record BidTakenBack(Instant at, String bid, String participant) implements Fact {
    }

    /** A participant's standing bid changed; empty: there is none any more. */
    record StandingChanged(Instant at, String participant, Optional<Money> amount,
                           Optional<String> bid) implements Fact {
    }

    /** The leading price, or its ranking price, changed; empty: there is none any more. */
    record BestPriceChanged(Instant at, Optional<Money> price, Optional<Fraction> ranking)
            implements Fact {
    }

    /** Participants left by the rules: eliminated, or not among the best that were kept. */
    record ParticipantsLeft(Instant at, List<String> participants) implements Fact {
    }

    /** The next end moved, by a late bid (no reason) or an officer. */
    record EndMoved(Instant at, Instant endsAt, Optional<String> reason) implements Fact {
    }

    /** Time stopped. */
    record Paused(Instant at, String reason) implements Fact {
    }

    /** Time goes on; what was to come is later by this. */
    record Resumed(Instant at, String reason, Duration later) implements Fact {
    }

    /** A time without a server was recorded; the auction is paused since it began. */
    record InterruptionRecorded(Instant at, Instant from, Instant until,
                                Act.Interrupted.Cause cause) implements Fact {
    }

    /** An officer annulled a bid. */
    record BidAnnulled(Instant at, String bid, String participant, String reason)
            implements Fact {
    }

    /** An officer excluded a participant. */
    record ParticipantExcluded(Instant at, String participant, String reason) implements Fact {
    }

    /** It is over. */
    record Ended(Instant at, Result result) implements Fact {
    }

    /** Whether an audience with that level may see it, when it is not about the own bids. */
    default boolean visible(Visibility.Level level) {
        return switch (this) {
            case BidAccepted accepted -> false;
            case BidTakenBack takenBack -> false;
            case StandingChanged changed -> level == Visibility.Level.EVERYTHING_BUT_NAMES;
            case BestPriceChanged changed -> level.showsBestPrice();
            case ParticipantAdmitted admitted -> level == Visibility.Level.EVERYTHING_BUT_NAMES;
            case OpeningSet set -> true;
            case PhaseBegan began -> true;
            case PhaseEnded ended -> true;
            case RoundBegan began -> true;
            case TurnBegan began -> true;
            case PriceMoved moved -> true;
            case ParticipantsLeft left -> level == Visibility.Level.EVERYTHING_BUT_NAMES;
            case EndMoved moved -> true;
            case Paused paused -> true;
            case Resumed resumed -> true;
            case InterruptionRecorded interruption -> true;
            case BidAnnulled annulled -> true;
            case ParticipantExcluded excluded -> true;
            case Ended ended -> true;
        };
    }

    /** The participants who see it whatever the level, being about them. */
    default List<String> concerns() {
        return switch (this) {
            case BidAccepted accepted -> List.of(accepted.participant);
            case BidTakenBack takenBack -> List.of(takenBack.participant);
            case StandingChanged changed -> List.of(changed.participant);
            case ParticipantsLeft left -> left.participants;
            default -> List.of();
        };
    }
}
