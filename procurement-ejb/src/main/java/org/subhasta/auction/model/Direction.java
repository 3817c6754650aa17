package org.subhasta.auction.model;

import java.math.RoundingMode;
import java.util.Locale;

/** Which way prices move: down where a buyer purchases, up where an asset is sold. */
public enum Direction {

    /** The lowest price leads: a reverse auction. */
    DESCENDING,
    /** The highest price leads: a forward auction. */
    ASCENDING;

    /** Whether the first price is better than the second; equal prices are not. */
    public <P extends Comparable<P>> boolean better(P one, P other) {
        int order = one.compareTo(other);
        return this == DESCENDING ? order < 0 : order > 0;
    }

    /** The better of two prices. */
    <P extends Comparable<P>> P best(P one, P other) {
        return better(other, one) ? other : one;
    }

    /** The worse of two prices. */
    <P extends Comparable<P>> P worst(P one, P other) {
        return better(other, one) ? one : other;
    }

    /** A price moved the better way by an amount. */
    Fraction improve(Fraction price, Fraction by) {
        return this == DESCENDING ? price.minus(by) : price.plus(by);
    }

    /** How to round so that a price never comes out worse than it is. */
    RoundingMode towardsBetter() {
        return this == DESCENDING ? RoundingMode.FLOOR : RoundingMode.CEILING;
    }

    /** As terms and interfaces write it: {@code descending}, {@code ascending}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
