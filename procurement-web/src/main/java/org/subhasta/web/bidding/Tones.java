package org.subhasta.web.bidding;

import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.OwnBid.Standing;

/** How the status of a bid is told: its word and its look. */
final class Tones {

    private Tones() {
    }

    /** The look: {@code open} or {@code closed}; its word stands beside it always. */
    static String of(Standing standing) {
        return switch (standing) {
            case STANDS -> "open";
            case REPLACED, WITHDRAWN, WITHDRAWAL -> "closed";
        };
    }

    /** The key of the word: a bid that stands is sealed until its box is closed, then opened. */
    static String key(Standing standing, BoxView box) {
        String word = standing == Standing.STANDS && box.isClosed() ? "OPENED" : standing.name();
        return "bidding.standing." + word;
    }
}
