package org.subhasta.web.awarding;

import java.util.List;
import org.subhasta.awarding.AwardSearch;
import org.subhasta.kernel.Money;

/**
 * A page of awards for programs.
 *
 * @param found in all, on every page together
 * @param page  from 1
 * @param pages how many there are
 */
public record AwardsAsData(long found, int page, long pages, List<Line> awards) {

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

    static AwardsAsData of(AwardSearch.Result result) {
        int size = result.search().size();
        return new AwardsAsData(result.found(), result.search().page(),
                (result.found() + size - 1) / size,
                result.lines().stream().map(Line::of).toList());
    }
}
