package org.subhasta.web.bidding;

import org.subhasta.bidding.OwnBid.Standing;

/** How the status of a bid looks; its word stands beside it always. */
final class Tones {

    private Tones() {
    }

    static String of(Standing standing) {
        return switch (standing) {
            case STANDS -> "open";
            case REPLACED, WITHDRAWN, WITHDRAWAL -> "closed";
        };
    }
}
