package org.subhasta.auction.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A list that grows at its end and is never changed: a longer one shares all of the shorter. */
record Chain<T>(T last, Chain<T> before) {

    private static final Chain<?> EMPTY = new Chain<>(null, null);

    @SuppressWarnings("unchecked")
    static <T> Chain<T> empty() {
        return (Chain<T>) EMPTY;
    }

    Chain<T> with(T next) {
        return new Chain<>(next, this);
    }

    boolean isEmpty() {
        return before == null;
    }

    Optional<T> end() {
        return Optional.ofNullable(last);
    }

    /** From the first to the last. */
    List<T> list() {
        List<T> list = new ArrayList<>();
        for (Chain<T> chain = this; !chain.isEmpty(); chain = chain.before) {
            list.add(chain.last);
        }
        return list.reversed();
    }

    /** Without those the predicate holds for. */
    Chain<T> without(Predicate<T> gone) {
        Chain<T> kept = empty();
        for (T one : list()) {
            if (!gone.test(one)) {
                kept = kept.with(one);
            }
        }
        return kept;
    }
}
