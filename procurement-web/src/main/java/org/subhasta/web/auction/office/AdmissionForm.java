package org.subhasta.web.auction.office;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.Admittance;
import org.subhasta.auction.model.Scoring.Criterion;
import org.subhasta.auction.model.Scoring.Marks;
import org.subhasta.auction.model.Terms;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/** Whom to admit and with what, as typed: {@code organisation}, {@code cost}, {@code position}. */
public class AdmissionForm extends Sheet {

    private static final long serialVersionUID = 1L;

    private final ArrayList<Sheet> weights = new ArrayList<>();
    private final String currency;
    private final boolean costs;

    AdmissionForm(Terms terms) {
        currency = terms.currency().getCurrencyCode();
        costs = terms.scoring().costs();
        for (Criterion criterion : terms.scoring().criteria()) {
            Sheet weight = new Sheet();
            weight.put("name", criterion.name());
            weight.put("largest", criterion.largest().toPlainString());
            weights.add(weight);
        }
    }

    /** One for each criterion: {@code name}, {@code largest}, {@code weight}. */
    public List<Sheet> getWeights() {
        return weights;
    }

    public String getCurrency() {
        return currency;
    }

    public boolean isCosts() {
        return costs;
    }

    /** What was typed, or all that cannot be read. */
    Outcome<Admittance> admittance() {
        Fields fields = new Fields(Currency.getInstance(currency));
        fields.needed("organisation", text("organisation"));
        Map<String, BigDecimal> own = new HashMap<>();
        for (int i = 0; i < weights.size(); i++) {
            Sheet weight = weights.get(i);
            fields.weight("weights[" + i + "].weight", weight.text("weight"));
            own.put(weight.text("name"), Typed.share(weight.text("weight"))
                    .orElse(BigDecimal.ZERO));
        }
        Optional<String> cost = costs
                ? fields.amount("cost", text("cost"), true) : Optional.empty();
        Optional<String> position = fields.amount("position", text("position"), false);
        List<Refusal> problems = fields.problems();
        return problems.isEmpty() ? Outcome.done(new Admittance(text("organisation"),
                        new Marks(own, cost.map(this::money)), position.map(this::money)))
                : Outcome.refused(problems);
    }

    private Money money(String amount) {
        return Money.of(amount, currency);
    }
}
