package org.subhasta.bidding.model;

import java.util.Locale;
import java.util.Optional;

/** What of a bid is opened together. */
public enum Part {

    /** The whole bid, where the tender asks for one envelope. */
    BID,
    /** What is offered without its price, where the tender asks for two. */
    TECHNICAL,
    /** The price, opened once the technical evaluation is signed. */
    PRICE;

    /** As formats and addresses write it: {@code bid}, {@code technical}, {@code price}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #word()}. */
    public static Optional<Part> of(String word) {
        for (Part part : values()) {
            if (part.word().equals(word)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
