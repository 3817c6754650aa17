package org.subhasta.bidding;

import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Refusal;

/**
 * What the platform makes of a bid sent to it.
 *
 * @param accepted whether it was accepted, now or when it was first sent
 * @param repeated whether the very same was answered before; the receipt is the first one
 * @param refusals why it was refused, the most important first; empty where accepted
 * @param receipt  the signed answer; none where it was refused before its signature was looked at
 */
public record Answer(boolean accepted, boolean repeated, List<Refusal> refusals,
                     Optional<Receipt> receipt) {

    public Answer {
        refusals = List.copyOf(refusals);
        if (accepted != refusals.isEmpty()) {
            throw new IllegalArgumentException("accepted without reasons, or refused with some");
        }
        if (accepted && receipt.isEmpty()) {
            throw new IllegalArgumentException("nothing is accepted without a receipt");
        }
    }

    /** Refused before anything was journaled. */
    static Answer refused(Refusal refusal) {
        return new Answer(false, false, List.of(refusal), Optional.empty());
    }
}
