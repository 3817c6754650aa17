package org.subhasta.awarding.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Whether a bid passed the technical evaluation.
 *
 * @param bid    the bid's id
 * @param reason in words, as it will be published; needed where it failed, otherwise {@code ""}
 */
public record TechnicalVerdict(String bid, boolean passed, String reason) {

    /** As they are signed: by the bids' ids, as these are written. */
    public static final Comparator<TechnicalVerdict> BY_BID =
            Comparator.comparing(TechnicalVerdict::bid);

    public TechnicalVerdict {
        Objects.requireNonNull(bid, "bid");
        reason = reason.strip();
    }

    /** Whether something is said about each of the bids once, and about no other. */
    public static boolean cover(List<TechnicalVerdict> verdicts, Set<String> bids) {
        Set<String> named = new HashSet<>();
        return verdicts.stream().allMatch(verdict -> named.add(verdict.bid()))
                && named.equals(bids);
    }
}
