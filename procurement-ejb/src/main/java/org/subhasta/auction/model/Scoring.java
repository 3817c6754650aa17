package org.subhasta.auction.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.kernel.Money;

/**
 * By what the terms rank bids. Marks and costs of a participant are settled before the auction and
 * given with the admission, so that in the auction only prices move.
 */
public sealed interface Scoring {

    /** The price alone. */
    record PriceAlone() implements Scoring {
    }

    /**
     * Price and quality (most economically advantageous tender, Directive 2014/24/EU, article 67):
     * the coefficient is 1 + Σ own weights ÷ (1 − Σ largest weights).
     */
    record Quality(List<Criterion> criteria) implements Scoring {
        public Quality {
            criteria = List.copyOf(criteria);
        }
    }

    /** Price and what else the offer costs over its life (article 68); descending only. */
    record LifeCycleCost() implements Scoring {
    }

    /** Both: price ÷ coefficient + cost; descending only. */
    record Mixed(List<Criterion> criteria) implements Scoring {
        public Mixed {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * One criterion of quality.
     *
     * @param name    unique among the criteria
     * @param largest the weight of the best mark, 0 &lt; largest &lt; 1
     */
    record Criterion(String name, BigDecimal largest) {
    }

    /**
     * How a participant was marked.
     *
     * @param weights of each criterion the weight reached, 0 to the largest
     * @param cost    what the offer costs beside its price, 0 or more
     */
    record Marks(Map<String, BigDecimal> weights, Optional<Money> cost) {

        /** Where only prices are ranked. */
        public static final Marks NONE = new Marks(Map.of(), Optional.empty());

        public Marks {
            weights = Map.copyOf(weights);
        }
    }

    /** The criteria of quality, none where quality is not scored. */
    default List<Criterion> criteria() {
        return switch (this) {
            case PriceAlone price -> List.of();
            case Quality quality -> quality.criteria;
            case LifeCycleCost cost -> List.of();
            case Mixed mixed -> mixed.criteria;
        };
    }

    /** Whether costs beside the price are scored. */
    default boolean costs() {
        return switch (this) {
            case PriceAlone price -> false;
            case Quality quality -> false;
            case LifeCycleCost cost -> true;
            case Mixed mixed -> true;
        };
    }

    /** The participant's score; empty where the marks are not such as the terms ask for. */
    default Optional<Score> score(Marks marks) {
        List<String> names = new ArrayList<>();
        Fraction own = Fraction.ZERO;
        Fraction rest = Fraction.ONE;
        for (Criterion criterion : criteria()) {
            BigDecimal weight = marks.weights().get(criterion.name());
            if (weight == null || weight.signum() < 0
                    || weight.compareTo(criterion.largest()) > 0) {
                return Optional.empty();
            }
            names.add(criterion.name());
            own = own.plus(Fraction.of(weight));
            rest = rest.minus(Fraction.of(criterion.largest()));
        }
        boolean fits = names.size() == marks.weights().size()
                && marks.cost().isPresent() == costs()
                && marks.cost().filter(cost -> cost.amount().signum() < 0).isEmpty();
        Fraction coefficient = Fraction.ONE.plus(own.dividedBy(rest));
        Fraction addition = marks.cost().map(cost -> Fraction.of(cost.amount()))
                .orElse(Fraction.ZERO);
        return fits ? Optional.of(new Score(coefficient, addition)) : Optional.empty();
    }
}
