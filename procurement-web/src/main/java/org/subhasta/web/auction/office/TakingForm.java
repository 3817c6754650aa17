package org.subhasta.web.auction.office;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.model.Scoring.Marks;
import org.subhasta.auction.model.Terms;
import org.subhasta.awarding.LotAuctions;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/** A bidder of a lot whose opening an auction follows, and the marks typed for it. */
public class TakingForm extends AdmissionForm {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final Money price;

    TakingForm(Terms terms, LotAuctions.Bidder bidder) {
        super(terms);
        put("organisation", bidder.organisation());
        name = bidder.name();
        price = bidder.price();
    }

    /** What was typed, or all that cannot be read; the fields are below that place. */
    Outcome<Marks> marks(String place) {
        Fields fields = new Fields(price.currency());
        Map<String, BigDecimal> own = new HashMap<>();
        for (int i = 0; i < getWeights().size(); i++) {
            Sheet weight = getWeights().get(i);
            fields.weight(place + "weights[" + i + "].weight", weight.text("weight"));
            own.put(weight.text("name"), Typed.share(weight.text("weight"))
                    .orElse(BigDecimal.ZERO));
        }
        Optional<Money> cost = isCosts() ? fields.amount(place + "cost", text("cost"), true)
                .map(amount -> Money.of(amount, getCurrency())) : Optional.empty();
        List<Refusal> problems = fields.problems();
        return problems.isEmpty() ? Outcome.done(new Marks(own, cost))
                : Outcome.refused(problems);
    }

    public String getName() {
        return name;
    }

    /** As it was opened. */
    public Money getPrice() {
        return price;
    }
}
