package org.subhasta.auction.model;

import java.util.Set;

/** Who may act in a phase, among those still in the auction when it begins. */
public sealed interface Who {

    /** Everyone. */
    record Everyone() implements Who {
    }

    /** Who took the price of the clock before. */
    record ClockTaker() implements Who {
    }

    /** Everyone but who took the price of the clock before. */
    record EveryoneElse() implements Who {
    }

    /** The first so many of the ranking when the phase begins. */
    record Best(int count) implements Who {
    }

    /** Those named, by their participant ids. */
    record Named(Set<String> participants) implements Who {
        public Named {
            participants = Set.copyOf(participants);
        }
    }
}
