package org.subhasta.web.awarding;

import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.subhasta.awarding.AwardSearch;
import org.subhasta.kernel.Money;

/**
 * A page of awards for programs.
 *
 * @param total in all, on every page together
 * @param next  the address of the page after it; absent on the last
 */
public record AwardsAsData(List<Line> items, long total, String next) {

    /** An award in the list; all of it is at {@code /api/v1/awards/{id}}. */
    public record Line(String id, String source, String tender, String title, String reference,
            String buyer, String outcome, String decidedAt, Money total, int lots,
            int lotsAwarded, int bids, List<String> suppliers) {

        static Line of(AwardSearch.Line line) {
            return new Line(line.id(), AwardFilter.word(line.source()), line.tender(),
                    line.title(), line.reference(), line.buyer(),
                    AwardFilter.word(line.outcome()), line.decidedAt().toString(),
                    line.total().orElse(null), line.lots(), line.lotsAwarded(), line.bids(),
                    line.suppliers());
        }
    }

    static AwardsAsData of(AwardSearch.Result result, UriBuilder here) {
        AwardSearch search = result.search();
        boolean more = (long) search.page() * search.size() < result.found();
        return new AwardsAsData(result.lines().stream().map(Line::of).toList(), result.found(),
                more ? here.replaceQueryParam("page", search.page() + 1).build().toString() : null);
    }
}
