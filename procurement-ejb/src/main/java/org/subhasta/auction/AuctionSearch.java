package org.subhasta.auction;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to look for among the published auctions; every part may be empty.
 *
 * @param text         words in the title; all of them must occur
 * @param status       as {@link Line} has it
 * @param organisation whose they are
 * @param participant  to which that organisation was admitted
 * @param page         from 1
 * @param size         at most {@value #MAXIMUM_SIZE}
 */
public record AuctionSearch(String text, String status, String organisation, String participant,
        Sort sort, int page, int size) {

    /** What one call gives at most. */
    public static final int MAXIMUM_SIZE = 100;

    /** The orders auctions can be listed in. */
    public enum Sort { NEXT, NEWEST, TITLE }

    public AuctionSearch {
        text = text.strip();
        page = Math.max(1, page);
        size = Math.clamp(size, 1, MAXIMUM_SIZE);
    }

    /**
     * One page of what was found.
     *
     * @param found  in all, on every page together
     * @param facets how many there are by status and organisation, each under the other conditions
     */
    public record Result(AuctionSearch search, long found, List<Line> lines,
            Map<String, List<Facet>> facets) {
    }

    /** A value and how many auctions have it. */
    public record Facet(String value, long count) {
    }

    /**
     * An auction in the list.
     *
     * @param status {@code running} from the first opening to the last end, {@code paused} where a
     *               lot is, {@code waiting} before, {@code ended} after
     * @param dueAt  when time alone changes a lot of it next
     * @param lots   how many
     */
    public record Line(String id, String organisation, String title, String status,
            Instant publishedAt, Optional<Instant> dueAt, int lots) {
    }
}
