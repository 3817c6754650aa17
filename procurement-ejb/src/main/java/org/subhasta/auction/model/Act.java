package org.subhasta.auction.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.kernel.Money;

/**
 * What somebody wants done to an auction. Acts and the instants at which they were judged are all
 * that an auction depends on, beside its terms.
 */
public sealed interface Act {

    /** A participant's act, signed by the participant. */
    sealed interface OfParticipant extends Act {

        /** Made by the client (a UUID), so that sending twice is harmless. */
        String id();

        String participant();
    }

    /**
     * An amount.
     *
     * @param amount   a decimal string, judged here: what was signed is what is judged
     * @param currency the code, likewise
     * @param seen     number of the last update seen when it was signed
     */
    record PlaceBid(String id, String participant, BidKind kind, String amount, String currency,
                    long seen) implements OfParticipant {
    }

    /** In the own turn: the turn's bid is taken back, and what stood before the turn stands. */
    record TakeBack(String id, String participant) implements OfParticipant {
    }

    /** An officer's act, with a reason that all can read. */
    sealed interface OfOfficer extends Act {
        String reason();
    }

    /** Stops time. */
    record Pause(String reason) implements OfOfficer {
    }

    /** Lets time go on: everything that was still to come is later by the length of the pause. */
    record Resume(String reason) implements OfOfficer {
    }

    /** Ends the auction without a winner. */
    record Cancel(String reason) implements OfOfficer {
    }

    /** Moves the next end (of the phase, the turn or the tick) later. */
    record Extend(Duration by, String reason) implements OfOfficer {
    }

    /** A bid counts as never made; standing and ranking are computed again. */
    record Annul(String bid, String reason) implements OfOfficer {
    }

    /** All bids of a participant count as never made, and no other is taken. */
    record Exclude(String participant, String reason) implements OfOfficer {
    }

    /** What the platform does by itself, on behalf of nobody. */
    sealed interface OfSystem extends Act {
    }

    /**
     * Takes a participant in, before the opening.
     *
     * @param alias    number shown to the others; drawn so that it tells nothing of who it is
     * @param position an opened sealed bid, as the first standing bid
     */
    record Admit(String participant, String alias, Scoring.Marks marks, Optional<Money> position)
            implements OfSystem {
    }

    /** Tells when an auction opens that had to wait for the lot before. */
    record SetOpening(Instant at) implements OfSystem {
    }

    /**
     * No server was there, or its clock was wrong, in this time: the auction is paused as of its
     * beginning, so that the lost time is given back when an officer resumes.
     */
    record Interrupted(Instant from, Instant until, Cause cause) implements OfSystem {

        /** Why. */
        public enum Cause {
            /** No server was alive for longer than the published grace. */
            ABSENCE,
            /** A closing, the end of a turn or a tick fell into a time without a server. */
            CROSSED_AN_END,
            /** The host's clock moved by more than 2 s. */
            CLOCK_JUMPED
        }
    }
}
