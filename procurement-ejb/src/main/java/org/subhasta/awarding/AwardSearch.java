package org.subhasta.awarding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.kernel.Money;

/**
 * What to look for among the published awards; every part may be empty.
 *
 * @param text    words in title, reference, buyer and suppliers; all of them must occur
 * @param outcome the name of an {@link AwardView.Outcome}
 * @param source  the name of an {@link AwardView.Source}
 * @param buyer   the buyer's name, exactly
 * @param page    from 1
 * @param size    at most {@value #MAXIMUM_SIZE}
 */
public record AwardSearch(
        String text, String outcome, String source, String buyer, Sort sort, int page, int size) {

    /** What one call gives at most; exports page through. */
    public static final int MAXIMUM_SIZE = 1_000;

    /** The orders awards can be listed in. */
    public enum Sort { NEWEST, OLDEST, HIGHEST, LOWEST, TITLE }

    public AwardSearch {
        text = text == null ? "" : text.strip();
        outcome = outcome == null ? "" : outcome;
        source = source == null ? "" : source;
        buyer = buyer == null ? "" : buyer;
        page = Math.max(1, page);
        size = Math.clamp(size, 1, MAXIMUM_SIZE);
    }

    /** The newest awards. */
    public static AwardSearch newest(int size) {
        return new AwardSearch("", "", "", "", Sort.NEWEST, 1, size);
    }

    /** The same search, another page of it. */
    public AwardSearch onPage(int number) {
        return new AwardSearch(text, outcome, source, buyer, sort, number, size);
    }

    /**
     * One page of what was found.
     *
     * @param found  in all, on every page together
     * @param facets how many there are by outcome, source and buyer, each under the other
     *               conditions: what the count promises is what a click shows
     */
    public record Result(
            AwardSearch search, long found, List<Line> lines, Map<String, List<Facet>> facets) {
    }

    /** A value and how many awards have it. */
    public record Facet(String value, long count) {
    }

    /** An award in a list. */
    public record Line(
            String id,
            AwardView.Source source,
            String tender,
            String title,
            String reference,
            String buyer,
            AwardView.Outcome outcome,
            Instant decidedAt,
            Optional<Money> total,
            int lots,
            int lotsAwarded,
            int bids,
            List<String> suppliers) {

        private static final int FEW = 3;

        public Line {
            suppliers = List.copyOf(suppliers);
        }

        /** The first suppliers, for where there is not room for all. */
        public List<String> fewSuppliers() {
            return suppliers.subList(0, Math.min(FEW, suppliers.size()));
        }

        /** How many suppliers are not among the {@linkplain #fewSuppliers() few}. */
        public int otherSuppliers() {
            return suppliers.size() - fewSuppliers().size();
        }
    }
}
