package org.subhasta.bidding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.model.BidAttachment;
import org.subhasta.bidding.model.BidKind;
import org.subhasta.bidding.model.LotPrice;
import org.subhasta.kernel.Money;

/**
 * A bid as its own bidder sees it.
 *
 * @param id          the bidder's id for it
 * @param box         the tender's id
 * @param kind        submitted, replacing or withdrawing
 * @param replaces    the bid it replaced or withdrew
 * @param replacedBy  the bid that replaced or withdrew it
 * @param standing    what became of it
 * @param receivedAt  when it was accepted
 * @param lots        its prices; empty for a withdrawal
 * @param attachments its files
 * @param receipt     the platform's signed answer
 */
public record OwnBid(UUID id, String box, BidKind kind, Optional<UUID> replaces,
                     Optional<UUID> replacedBy, Standing standing, Instant receivedAt,
                     List<LotPrice> lots, List<BidAttachment> attachments, Receipt receipt) {

    /** What became of a bid. */
    public enum Standing {
        /** It counts. */
        STANDS,
        /** A later bid of the bidder is in its place. */
        REPLACED,
        /** The bidder took it back. */
        WITHDRAWN,
        /** It is itself the statement that took another back. */
        WITHDRAWAL
    }

    public OwnBid {
        lots = List.copyOf(lots);
        attachments = List.copyOf(attachments);
    }

    /** The sum of its lots; none for a withdrawal. */
    public Optional<Money> total() {
        return lots.stream().map(LotPrice::price).reduce(Money::plus);
    }
}
