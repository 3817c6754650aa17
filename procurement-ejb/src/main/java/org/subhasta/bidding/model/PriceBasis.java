package org.subhasta.bidding.model;

import java.util.Locale;
import java.util.Optional;

/** Whether the prices of a box are without or with value added tax. */
public enum PriceBasis {

    /** Without value added tax. */
    NET,
    /** With value added tax. */
    GROSS;

    /** As signed statements and interfaces write it: {@code net}, {@code gross}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()}. */
    public static Optional<PriceBasis> of(String word) {
        for (PriceBasis basis : values()) {
            if (basis.word().equals(word)) {
                return Optional.of(basis);
            }
        }
        return Optional.empty();
    }
}
