package org.subhasta.bidding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.subhasta.bidding.model.BidAttachment;
import org.subhasta.bidding.model.LotPrice;
import org.subhasta.kernel.Money;

/**
 * A bid that stood when its box was closed.
 *
 * @param id          the bidder's id for it
 * @param box         the tender's id
 * @param bidder      id of the bidding organisation
 * @param receivedAt  when it was accepted
 * @param lots        its prices, in the order of the box's lots
 * @param attachments its files; the bytes by {@link BidReports#attachment}
 * @param digest      SHA-256 of the signed statement, hexadecimal
 * @param certificate SHA-256 of the signer's certificate, hexadecimal
 */
public record OpenedBid(UUID id, String box, String bidder, Instant receivedAt,
                        List<LotPrice> lots, List<BidAttachment> attachments,
                        String digest, String certificate) {

    public OpenedBid {
        lots = List.copyOf(lots);
        attachments = List.copyOf(attachments);
    }

    /** The sum of its lots. */
    public Money total() {
        return lots.stream().map(LotPrice::price).reduce(Money::plus).orElseThrow();
    }
}
