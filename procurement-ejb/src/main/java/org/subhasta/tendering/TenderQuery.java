package org.subhasta.tendering;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.subhasta.tendering.model.Origin;
import org.subhasta.tendering.model.Phase;

/**
 * Which tenders somebody looks for.
 *
 * @param text      words that all occur; {@code ""} for any
 * @param phases    any of these; empty for all
 * @param divisions any of these divisions of the CPV (two digits); empty for all
 * @param buyers    any of these names; empty for all
 * @param origin    only from there
 * @param order     in which order
 * @param offset    how many to leave out
 * @param limit     how many at most, 1 to {@value #MOST}
 * @param after     in the order {@link Order#PUBLISHED}: only those behind this one, so that pages
 *                  stay whole while tenders are added
 */
public record TenderQuery(String text, Set<Phase> phases, Set<String> divisions,
                          Set<String> buyers, Optional<Origin> origin, Order order, int offset,
                          int limit, Optional<After> after) {

    /** More are not given at once. */
    public static final int MOST = 1_000;

    /** Longer texts are cut: nobody looks for more. */
    public static final int LONGEST_TEXT = 200;

    /** The last tender of the page before. */
    public record After(Instant publishedAt, String id) {
    }

    /** In which order. */
    public enum Order {
        /** Deadlines ahead first, the soonest first; then the past ones, the latest first. */
        CLOSING,
        /** The newest first. */
        PUBLISHED,
        /** The most valuable first; those without a value last. */
        VALUE
    }

    public TenderQuery {
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        phases = Set.copyOf(phases);
        divisions = Set.copyOf(divisions);
        buyers = Set.copyOf(buyers);
        if (after.isPresent() && order != Order.PUBLISHED) {
            throw new IllegalArgumentException("only the newest first can be gone through");
        }
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " at once");
        }
    }

    /** The open ones, the one closing soonest first. */
    public static TenderQuery open(int limit) {
        return new TenderQuery("", Set.of(Phase.OPEN), Set.of(), Set.of(), Optional.empty(),
                Order.CLOSING, 0, limit, Optional.empty());
    }
}
