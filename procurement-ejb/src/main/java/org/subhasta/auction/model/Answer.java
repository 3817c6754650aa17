package org.subhasta.auction.model;

import java.util.List;
import org.subhasta.kernel.Refusal;

/** What comes of an act. */
public sealed interface Answer {

    /** It counts; what happened by it, at least one fact. */
    record Accepted(List<Fact> facts) implements Answer {
        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    /** It does not count, and changes nothing. */
    record Refused(Refusal refusal) implements Answer {
        public AuctionRefusal code() {
            return (AuctionRefusal) refusal.code();
        }
    }

    /** The very act was judged before; its answer is given again. */
    record Repeated(Answer first) implements Answer {
    }
}
