package org.subhasta.tendering.model;

import java.time.Instant;

/**
 * The life of a tender written here, in OCDS's words.
 *
 * <pre>
 *   planning ──publish──▶ active ──complete──▶ complete
 *                           ├─────fail───────▶ unsuccessful
 *                           └────cancel──────▶ cancelled
 * </pre>
 *
 * Bids are taken while it is active and its deadline is ahead; it stays active while they are
 * evaluated.
 */
public sealed interface TenderState {

    /** Being written: seen by the officers of its organisation only. */
    record Planning() implements TenderState {
    }

    /** Published: the notice stands and never changes. */
    record Active(Instant since) implements TenderState {
    }

    /** Awarded, at least in part. */
    record Complete(Instant at) implements TenderState {
    }

    /** Evaluated, and nobody was chosen; the reason is published. */
    record Unsuccessful(Instant at, String reason) implements TenderState {
    }

    /** Given up by the buyer; the reason is published. */
    record Cancelled(Instant at, String reason) implements TenderState {
    }

    /** OCDS's code ({@code tender.status}). */
    default String status() {
        return switch (this) {
            case Planning p -> "planning";
            case Active a -> "active";
            case Complete c -> "complete";
            case Unsuccessful u -> "unsuccessful";
            case Cancelled c -> "cancelled";
        };
    }
}
