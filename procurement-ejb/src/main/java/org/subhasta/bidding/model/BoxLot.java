package org.subhasta.bidding.model;

import java.util.Objects;

/**
 * A lot a bid may price.
 *
 * @param id    unique in its box, as the published notice has it
 * @param title for people
 */
public record BoxLot(String id, String title) {

    public BoxLot {
        Objects.requireNonNull(title, "title");
        if (id.isBlank()) {
            throw new IllegalArgumentException("a lot has an id");
        }
    }
}
