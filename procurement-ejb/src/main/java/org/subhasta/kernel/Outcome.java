package org.subhasta.kernel;

import java.util.List;

/**
 * What a use case answers: the thing that came of it, or why it was refused.
 *
 * <p>Refusals are returned, never thrown: an exception would roll the transaction back and erase
 * the evidence of the attempt. A form may be wrong in several places, so a refusal carries all of
 * its reasons, the most important first.
 */
public sealed interface Outcome<T> {

    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {
    }

    /** It was not done; at least one reason. */
    record Refused<T>(List<Refusal> refusals) implements Outcome<T> {
        public Refused {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("a refusal has a reason");
            }
        }

        /** The reason that counts where only one can be told. */
        public Refusal first() {
            return refusals.getFirst();
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal... refusals) {
        return new Refused<>(List.of(refusals));
    }

    static <T> Outcome<T> refused(List<Refusal> refusals) {
        return new Refused<>(refusals);
    }

    /** Hands the same refusal on where another kind of value was expected. */
    default <U> Outcome<U> refusal() {
        if (this instanceof Refused<T>(List<Refusal> refusals)) {
            return new Refused<>(refusals);
        }
        throw new IllegalStateException("not refused");
    }
}
