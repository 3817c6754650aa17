package org.subhasta.bidding.model;

import java.util.Locale;
import java.util.Optional;

/** What a signed statement does. */
public enum BidKind {

    /** The first bid of a bidder, or one after a withdrawal. */
    SUBMIT,
    /** A whole new bid in place of the standing one. */
    REPLACE,
    /** Takes the standing bid back; offers nothing. */
    WITHDRAW;

    /** As signed statements write it: {@code submit}, {@code replace}, {@code withdraw}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()}. */
    public static Optional<BidKind> of(String word) {
        for (BidKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
