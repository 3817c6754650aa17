package org.subhasta.awarding.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A bid, or its part for one lot, that is out of the ranking, and why.
 *
 * @param bid    the bid's id
 * @param lot    the lot it is out for; empty where the whole bid is
 * @param reason in words, as it will be published
 */
public record Disqualification(String bid, Optional<String> lot, String reason) {

    public Disqualification {
        Objects.requireNonNull(bid, "bid");
        Objects.requireNonNull(lot, "lot");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a disqualification has a reason");
        }
    }

    /** Whether it keeps this bid out of this lot's ranking. */
    public boolean concerns(String someBid, String someLot) {
        return bid.equals(someBid) && (lot.isEmpty() || lot.get().equals(someLot));
    }
}
