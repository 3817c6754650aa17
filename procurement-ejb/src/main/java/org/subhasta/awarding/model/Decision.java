package org.subhasta.awarding.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.subhasta.kernel.Money;

/**
 * What became of every lot of a tender, in the order of its lots.
 *
 * @param outcomes one for each lot
 */
public record Decision(List<LotOutcome> outcomes) {

    public Decision {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether at least one lot was awarded: then the tender is complete, else unsuccessful. */
    public boolean isSuccessful() {
        return outcomes.stream().anyMatch(LotOutcome.Awarded.class::isInstance);
    }

    /** What each winner gets in all, by organisation, in the order of the first lot won. */
    public Map<String, Money> totals() {
        Map<String, Money> totals = new LinkedHashMap<>();
        for (LotOutcome outcome : outcomes) {
            if (outcome instanceof LotOutcome.Awarded won) {
                totals.merge(won.bidder(), won.price(), Money::plus);
            }
        }
        return totals;
    }

    /** The lots this organisation won. */
    public List<LotOutcome.Awarded> wonBy(String organisation) {
        return outcomes.stream()
                .filter(LotOutcome.Awarded.class::isInstance)
                .map(LotOutcome.Awarded.class::cast)
                .filter(won -> won.bidder().equals(organisation))
                .toList();
    }
}
