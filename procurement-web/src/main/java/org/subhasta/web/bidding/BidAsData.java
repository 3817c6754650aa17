package org.subhasta.web.bidding;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.bidding.OwnBid;
import org.subhasta.bidding.SignedBytes;
import org.subhasta.bidding.model.Part;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/**
 * A bid for programs. What was sealed in it is there once it is opened, and as far.
 *
 * @param id          the id its maker gave it
 * @param tender      the tender it was sent to
 * @param bidder      the bidding organisation; absent where it is the caller's own
 * @param kind        {@code submit}, {@code replace} or {@code withdraw}; absent for opened bids
 * @param status      {@code stands}, {@code replaced}, {@code withdrawn} or {@code withdrawal}
 * @param replaces    the bid it replaced or withdrew
 * @param replacedBy  the bid that replaced or withdrew it
 * @param receivedAt  when its last byte had arrived
 * @param opened      the parts that are opened or failed: {@code bid}, {@code technical},
 *                    {@code price}; absent while it is sealed
 * @param invalid     code of the reason why it is invalid
 * @param lots        its prices
 * @param total       their sum
 * @param attachments its files, at {@code /api/v1/bids/{id}/attachments/{part}/{name}}
 * @param digest      SHA-256 of the signed envelope, hexadecimal
 * @param receipt     the platform's signed receipt, compact JWS; for the bidder only
 * @param envelope    base64 of the signed bytes; only where one bid is asked for
 * @param signature   base64 of the signature (CMS, DER); only where one bid is asked for
 */
public record BidAsData(String id, String tender, String bidder, String kind, String status,
                        String replaces, String replacedBy, Instant receivedAt,
                        List<String> opened, String invalid, List<Lot> lots, Money total,
                        List<File> attachments, String digest, String receipt, String envelope,
                        String signature) {

    /** A lot and its price. */
    public record Lot(String lot, Money price) {
    }

    /** A file; its digest is salted, as the signed statement has it. */
    public record File(String part, String name, long size, String digest) {
    }

    static BidAsData own(OwnBid bid) {
        Optional<OpenedBid> opened = bid.opened();
        return new BidAsData(bid.id().toString(), bid.box(), null, bid.kind().word(),
                bid.standing().name().toLowerCase(Locale.ROOT),
                bid.replaces().map(UUID::toString).orElse(null),
                bid.replacedBy().map(UUID::toString).orElse(null), bid.receivedAt(),
                opened.map(BidAsData::parts).orElse(null),
                opened.flatMap(BidAsData::invalid).orElse(null),
                opened.map(BidAsData::lots).orElse(null),
                opened.flatMap(OpenedBid::total).orElse(null),
                opened.map(BidAsData::files).orElse(null),
                bid.receipt().digest(), bid.receipt().jws(), null, null);
    }

    static BidAsData opened(OpenedBid bid) {
        return new BidAsData(bid.id().toString(), bid.box(), bid.bidder(), null, "stands", null,
                null, bid.receivedAt(), parts(bid), invalid(bid).orElse(null), lots(bid),
                bid.total().orElse(null), files(bid), bid.digest(), null, null, null);
    }

    BidAsData with(SignedBytes signed) {
        return new BidAsData(id, tender, bidder, kind, status, replaces, replacedBy, receivedAt,
                opened, invalid, lots, total, attachments, digest, receipt,
                Base64.getEncoder().encodeToString(signed.content()),
                Base64.getEncoder().encodeToString(signed.signature()));
    }

    private static List<String> parts(OpenedBid bid) {
        return bid.opened().stream().map(Part::word).toList();
    }

    private static Optional<String> invalid(OpenedBid bid) {
        return bid.invalid().map(Refusal::code).map(Refusal.Code::name);
    }

    private static List<Lot> lots(OpenedBid bid) {
        return bid.lots().stream().map(price -> new Lot(price.lot(), price.price())).toList();
    }

    private static List<File> files(OpenedBid bid) {
        return bid.attachments().stream().map(file -> new File(file.part().word(), file.name(),
                file.size(), file.digest())).toList();
    }
}
