package org.subhasta.bidding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.model.LotPrice;
import org.subhasta.bidding.model.Part;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/**
 * A bid that stood when its box was closed, as far as it was opened.
 *
 * @param id          the bidder's id for it
 * @param box         the tender's id
 * @param bidder      id of the bidding organisation
 * @param receivedAt  when its last byte had arrived
 * @param opened      the parts that were opened or failed
 * @param invalid     why it is invalid; empty where it is valid so far
 * @param lots        its prices, in the order of the box's lots; none while they are sealed, or
 *                    where it is invalid or did not pass the technical evaluation
 * @param attachments its files; the bytes by {@link BidReports#attachment}
 * @param digest      SHA-256 of the signed envelope, hexadecimal
 * @param certificate SHA-256 of its signer's certificate, hexadecimal
 */
public record OpenedBid(UUID id, String box, String bidder, Instant receivedAt, List<Part> opened,
                        Optional<Refusal> invalid, List<LotPrice> lots, List<File> attachments,
                        String digest, String certificate) {

    public OpenedBid {
        opened = List.copyOf(opened);
        lots = List.copyOf(lots);
        attachments = List.copyOf(attachments);
    }

    /**
     * A file of a bid, for the owning organisation and the bidder.
     *
     * @param name    unique within its part
     * @param digest  salted SHA-256, as the signed statement has it, hexadecimal
     * @param sha256  of its content, hexadecimal; empty for an empty file
     * @param warning code of the refusal that a file of this kind would get elsewhere
     */
    public record File(Part part, String name, long size, String digest, Optional<String> sha256,
                       Optional<String> warning) {
    }

    /** The sum of its lots; empty without prices. */
    public Optional<Money> total() {
        return lots.stream().map(LotPrice::price).reduce(Money::plus);
    }
}
