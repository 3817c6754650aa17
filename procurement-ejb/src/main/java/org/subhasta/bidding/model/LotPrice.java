package org.subhasta.bidding.model;

import org.subhasta.kernel.Money;

/** An admitted offer: a lot of the box and its positive price in the box's currency. */
public record LotPrice(String lot, Money price) {

    public LotPrice {
        if (!price.isPositive()) {
            throw new IllegalArgumentException("a price is positive");
        }
    }
}
