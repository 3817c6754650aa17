package org.subhasta.web.awarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.subhasta.awarding.AwardView;

/** Which tone of the tag an outcome wears: {@code #{awardTones.of(award.outcome)}}. */
@Named
@ApplicationScoped
public class AwardTones {

    public String of(AwardView.Outcome outcome) {
        return switch (outcome) {
            case COMPLETE -> "open";
            case UNSUCCESSFUL, CANCELLED -> "danger";
            case PENDING -> "soon";
        };
    }

    public String of(AwardView.LotResult result) {
        return result == AwardView.LotResult.AWARDED ? "open" : "closed";
    }

    /** The key's part for a constant: {@code awarding.result.without-bids}. */
    public String word(Enum<?> constant) {
        return AwardFilter.word(constant);
    }
}
