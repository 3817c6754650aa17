package org.subhasta.auction.model;

/**
 * How one participant's prices rank: the <i>ranking price</i> is price ÷ coefficient + addition
 * when descending, price × coefficient when ascending. By price alone the coefficient is 1 and the
 * addition 0, and ranking price and price are the same.
 *
 * @param coefficient at least 1: what quality is worth
 * @param addition    what the offer costs beside its price; 0 when ascending
 */
public record Score(Fraction coefficient, Fraction addition) {

    /** Ranks by the price alone. */
    public static final Score PRICE_ALONE = new Score(Fraction.ONE, Fraction.ZERO);

    public Score {
        if (coefficient.compareTo(Fraction.ONE) < 0 || addition.signum() < 0) {
            throw new IllegalArgumentException("quality and costs are not negative");
        }
    }

    /** The ranking price of a price. */
    Fraction ranking(Direction direction, Fraction price) {
        if (this.equals(PRICE_ALONE)) {
            return price;
        }
        return direction == Direction.DESCENDING
                ? price.dividedBy(coefficient).plus(addition)
                : price.times(coefficient);
    }

    /** The price that has this ranking price. */
    Fraction price(Direction direction, Fraction ranking) {
        if (this.equals(PRICE_ALONE)) {
            return ranking;
        }
        return direction == Direction.DESCENDING
                ? ranking.minus(addition).times(coefficient)
                : ranking.dividedBy(coefficient);
    }
}
