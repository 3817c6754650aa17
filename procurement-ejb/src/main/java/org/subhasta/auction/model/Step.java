package org.subhasta.auction.model;

import java.math.BigDecimal;
import org.subhasta.kernel.Money;

/**
 * The least improvement: an amount, or a percentage of the ranking price it is measured from. It is
 * never rounded; only the price that satisfies it is, away from what it has to improve on.
 */
public sealed interface Step {

    /** An amount, 0 or more; with 0 equal bids are allowed. */
    record Amount(Money amount) implements Step {
    }

    /** A percentage, 0 to below 100; {@code 0.5} is half a percent. */
    record Percent(BigDecimal percent) implements Step {
    }

    /** The ranking price that just satisfies the step. */
    default Fraction improve(Direction direction, Fraction ranking) {
        return direction.improve(ranking, switch (this) {
            case Amount step -> Fraction.of(step.amount.amount());
            case Percent step -> ranking.times(Fraction.of(step.percent.movePointLeft(2)));
        });
    }

    /** Whether it asks for no improvement at all. */
    default boolean isNone() {
        return switch (this) {
            case Amount step -> step.amount.amount().signum() == 0;
            case Percent step -> step.percent.signum() == 0;
        };
    }
}
