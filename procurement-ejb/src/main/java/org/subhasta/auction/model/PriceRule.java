package org.subhasta.auction.model;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/**
 * Which prices one participant may offer now. The judgement of a bid and the best possible next bid
 * ("X or lower") come from the same bounds, so they cannot disagree.
 *
 * @param limit   of the phase
 * @param own     the own standing bid or limit, which a bid has to be better than
 * @param stepped the worst price that satisfies the step
 */
record PriceRule(Direction direction, Currency currency, Bound limit, Optional<Money> own,
                 Optional<Bound> stepped) {

    /** A price, valid itself or only what is better than it. */
    record Bound(Fraction price, boolean itself) {

        static Bound at(Money price) {
            return new Bound(Fraction.of(price.amount()), true);
        }

        static Bound beyond(Money price) {
            return new Bound(Fraction.of(price.amount()), false);
        }

        boolean admits(Direction direction, Fraction offered) {
            return direction.better(offered, price) || itself && offered.equals(price);
        }

        /** The worst amount of so many decimals within the bound. */
        BigDecimal worst(Direction direction, int decimals) {
            BigDecimal amount = price.rounded(decimals, direction.towardsBetter());
            if (itself || !Fraction.of(amount).equals(price)) {
                return amount;
            }
            return amount.add(BigDecimal.ONE.movePointLeft(decimals).multiply(
                    direction == Direction.DESCENDING ? BigDecimal.ONE.negate() : BigDecimal.ONE));
        }
    }

    /** Why the price is not admissible; empty where it is. */
    Optional<Refusal> refusal(Money price) {
        Fraction offered = Fraction.of(price.amount());
        if (!limit.admits(direction, offered)) {
            return Optional.of(Refusal.of(
                    AuctionRefusal.BEYOND_LIMIT, worst(limit).toPlainString()));
        }
        if (own.filter(standing -> !direction.better(price, standing)).isPresent()) {
            return Optional.of(Refusal.of(
                    AuctionRefusal.NO_IMPROVEMENT, own.get().decimal()));
        }
        if (stepped.filter(bound -> !bound.admits(direction, offered)).isPresent()) {
            return Optional.of(Refusal.of(
                    AuctionRefusal.BELOW_MINIMUM_STEP, worst().toPlainString()));
        }
        return Optional.empty();
    }

    /** The price closest to the others' that is still admissible; empty where none is left. */
    Optional<Money> next() {
        return Optional.of(worst())
                .filter(amount -> amount.signum() > 0
                        && amount.precision() <= Money.MAXIMUM_PRECISION)
                .map(amount -> new Money(amount, currency));
    }

    /** The worst admissible amount, were it positive and not too long. */
    private BigDecimal worst() {
        BigDecimal worst = worst(limit);
        if (own.isPresent()) {
            worst = direction.best(worst, worst(Bound.beyond(own.get())));
        }
        if (stepped.isPresent()) {
            worst = direction.best(worst, worst(stepped.get()));
        }
        return worst;
    }

    private BigDecimal worst(Bound bound) {
        return bound.worst(direction, currency.getDefaultFractionDigits());
    }
}
