package org.subhasta.bidding.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a box is in its life.
 *
 * <pre>
 *   open ──▶ closed ───────────────────────────────────────────▶ opened   one envelope
 *     │        └──▶ technical opened ──▶ released ─────────────▶ opened   two envelopes
 *     └──▶ abandoned
 * </pre>
 *
 * <p>One whose tender is cancelled after the closing stays where it is, given up: the openers act on
 * it no more.
 */
public sealed interface BoxState {

    /** Takes bids until its closing instant; nobody can read them. */
    record Open() implements BoxState {
    }

    /** Closed by the journaled act {@code box-closed}: openers act on the bid or its technical part. */
    record Closed(Instant at) implements BoxState {
    }

    /** Every technical part is opened or failed; the prices stay sealed. */
    record TechnicalOpened(Instant at) implements BoxState {
    }

    /** The technical evaluation is signed: openers act on the prices of the bids that passed. */
    record Released(Instant at) implements BoxState {
    }

    /** Every bid is opened, failed, or left sealed for good. */
    record Opened(Instant at) implements BoxState {
    }

    /** Given up before its closing, e.g. because the tender was cancelled; never to be opened. */
    record Abandoned(Instant at) implements BoxState {
    }

    /** Which part its openers act on now, if they do. */
    default Optional<Part> opening(OpeningTerms terms) {
        return switch (this) {
            case Closed closed -> Optional.of(terms.parts().getFirst());
            case Released released -> Optional.of(Part.PRICE);
            case Open o -> Optional.empty();
            case TechnicalOpened t -> Optional.empty();
            case Opened o -> Optional.empty();
            case Abandoned a -> Optional.empty();
        };
    }

    /** Where it is once every bid's part now acted on is opened or failed. */
    default BoxState next(OpeningTerms terms, Instant at) {
        return switch (this) {
            case Closed closed when terms.twoEnvelopes() -> new TechnicalOpened(at);
            case Closed closed -> new Opened(at);
            case Released released -> new Opened(at);
            case Open o -> throw new IllegalStateException("nothing of an open box is opened");
            case TechnicalOpened t -> throw new IllegalStateException("the prices are sealed");
            case Opened o -> throw new IllegalStateException("opened already");
            case Abandoned a -> throw new IllegalStateException("given up");
        };
    }

    /** Whether the closing act was done. */
    default boolean afterClosing() {
        return switch (this) {
            case Open o -> false;
            case Abandoned a -> false;
            case Closed c -> true;
            case TechnicalOpened t -> true;
            case Released r -> true;
            case Opened o -> true;
        };
    }
}
