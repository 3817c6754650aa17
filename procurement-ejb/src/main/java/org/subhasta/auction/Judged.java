package org.subhasta.auction;

import java.time.Instant;
import java.util.Optional;
import org.subhasta.auction.model.Answer;
import org.subhasta.auction.model.AuctionRefusal;
import org.subhasta.kernel.Refusal;

/**
 * What came of a request, durably.
 *
 * @param answer    of the engine; for waking nothing but an acceptance without facts
 * @param at        when it was judged
 * @param recorded  the journal's leaf hash and what was recorded of the delivery; empty where the
 *                  refusal is of those that are not journaled
 */
record Judged(Answer answer, Instant at, Optional<Recorded> recorded) {

    /**
     * What a receipt names.
     *
     * @param signature SHA-256 of the signature first judged
     */
    record Recorded(String leaf, Instant arrivedAt, String signature) {
    }

    /** Why it was refused; empty where it was accepted, now or when it was first judged. */
    Optional<Refusal> refusal() {
        return switch (answer) {
            case Answer.Accepted accepted -> Optional.empty();
            case Answer.Refused refused -> Optional.of(refused.refusal());
            case Answer.Repeated repeated -> repeated.first() instanceof Answer.Refused refused
                    ? Optional.of(refused.refusal()) : Optional.empty();
        };
    }

    boolean isRepeated() {
        return answer instanceof Answer.Repeated;
    }

    static Answer refused(AuctionRefusal code) {
        return new Answer.Refused(Refusal.of(code));
    }
}
