package org.subhasta.awarding.model;

import java.util.Objects;

/** What the officer proposes for a lot; judged as a whole when the award is decided. */
public sealed interface Choice {

    /** In words, as it will be published; {@code ""} where none was given. */
    String reason();

    /**
     * The lot goes to this bid.
     *
     * @param bid    the bid's id
     * @param reason needed where another bid has the same price, welcome otherwise
     */
    record AwardTo(String bid, String reason) implements Choice {
        public AwardTo {
            Objects.requireNonNull(bid, "bid");
            reason = reason.strip();
        }
    }

    /** Nobody gets the lot although there are bids for it; the reason is needed. */
    record NoAward(String reason) implements Choice {
        public NoAward {
            reason = reason.strip();
        }
    }
}
