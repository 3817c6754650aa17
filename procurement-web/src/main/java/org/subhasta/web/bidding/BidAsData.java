package org.subhasta.web.bidding;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.bidding.OwnBid;
import org.subhasta.bidding.SignedBytes;
import org.subhasta.bidding.model.BidAttachment;
import org.subhasta.bidding.model.LotPrice;
import org.subhasta.kernel.Money;

/**
 * A bid for programs.
 *
 * @param id          the id its maker gave it
 * @param tender      the tender it was sent to
 * @param bidder      the bidding organisation; absent where it is the caller's own
 * @param kind        {@code submit}, {@code replace} or {@code withdraw}; absent for opened bids
 * @param status      {@code stands}, {@code replaced}, {@code withdrawn} or {@code withdrawal}
 * @param replaces    the bid it replaced or withdrew
 * @param replacedBy  the bid that replaced or withdrew it
 * @param receivedAt  when it was accepted
 * @param lots        its prices
 * @param total       their sum; absent for a withdrawal
 * @param attachments its files; fetch them at {@code /api/v1/bids/{id}/attachments/{name}}
 * @param digest      SHA-256 of the signed statement, hexadecimal
 * @param receipt     the platform's signed receipt, compact JWS; for the bidder only
 * @param statement   base64 of the signed bytes; only where one bid is asked for
 * @param signature   base64 of the signature (CMS, DER); only where one bid is asked for
 */
public record BidAsData(String id, String tender, String bidder, String kind, String status,
                        String replaces, String replacedBy, Instant receivedAt, List<Lot> lots,
                        Money total, List<BidAttachment> attachments, String digest,
                        String receipt, String statement, String signature) {

    /** A lot and its price. */
    public record Lot(String lot, Money price) {
    }

    static BidAsData own(OwnBid bid) {
        return new BidAsData(bid.id().toString(), bid.box(), null, bid.kind().word(),
                bid.standing().name().toLowerCase(Locale.ROOT),
                bid.replaces().map(UUID::toString).orElse(null),
                bid.replacedBy().map(UUID::toString).orElse(null),
                bid.receivedAt(), lots(bid.lots()), bid.total().orElse(null), bid.attachments(),
                bid.receipt().digest(), bid.receipt().jws(), null, null);
    }

    static BidAsData opened(OpenedBid bid) {
        return new BidAsData(bid.id().toString(), bid.box(), bid.bidder(), null, "stands", null,
                null, bid.receivedAt(), lots(bid.lots()), bid.total(), bid.attachments(),
                bid.digest(), null, null, null);
    }

    BidAsData with(SignedBytes signed) {
        return new BidAsData(id, tender, bidder, kind, status, replaces, replacedBy, receivedAt,
                lots, total, attachments, digest, receipt,
                Base64.getEncoder().encodeToString(signed.statement()),
                Base64.getEncoder().encodeToString(signed.signature()));
    }

    private static List<Lot> lots(List<LotPrice> prices) {
        return prices.stream().map(price -> new Lot(price.lot(), price.price())).toList();
    }
}
