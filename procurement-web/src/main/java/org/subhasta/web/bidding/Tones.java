package org.subhasta.web.bidding;

import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.bidding.OwnBid;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.OwnBid.Standing;

/** How the status of a bid is told: its word and its look. */
final class Tones {

    private Tones() {
    }

    /** The look: {@code open}, {@code closed} or {@code danger}; its word stands beside it always. */
    static String of(OwnBid bid) {
        if (bid.opened().flatMap(OpenedBid::invalid).isPresent()) {
            return "danger";
        }
        return switch (bid.standing()) {
            case STANDS -> "open";
            case REPLACED, WITHDRAWN, WITHDRAWAL -> "closed";
        };
    }

    /** Where an opening is: something is still to be done from the closing until it is opened. */
    static String of(BoxState state) {
        return switch (state) {
            case BoxState.Open open -> "open";
            case BoxState.Closed closed -> "soon";
            case BoxState.TechnicalOpened opened -> "soon";
            case BoxState.Released released -> "soon";
            case BoxState.Opened opened -> "closed";
            case BoxState.Abandoned abandoned -> "closed";
        };
    }

    /** The key of the word: a bid that stands is sealed until its openers have acted. */
    static String key(OwnBid bid, BoxView box) {
        if (bid.standing() != Standing.STANDS) {
            return "bidding.standing." + bid.standing().name();
        }
        if (bid.opened().isPresent()) {
            return bid.opened().get().invalid().isPresent() ? "bidding.standing.INVALID"
                    : box.isOpened() ? "bidding.standing.OPENED" : "bidding.standing.TECHNICAL";
        }
        return box.isClosed() ? "bidding.standing.CLOSED" : "bidding.standing.STANDS";
    }
}
