package org.subhasta.bidding.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What a bidder signed, as it stands there: a claim. Whether it is admitted is judged by
 * {@link Admission} only.
 *
 * @param id          made by the bidder, so that sending twice is harmless
 * @param tender      id of the tender, which is the box's
 * @param notice      SHA-256 of the notice the bidder read, hexadecimal
 * @param bidder      id of the bidding organisation
 * @param kind        what it does
 * @param replaces    the standing bid it replaces or withdraws
 * @param currency    code after ISO 4217
 * @param prices      {@code net} or {@code gross}
 * @param lots        the offers
 * @param attachments the files that belong to it
 * @param madeAt      the bidder's own clock: a claim, nothing is decided by it
 */
public record BidStatement(UUID id, String tender, String notice, String bidder, BidKind kind,
                           Optional<UUID> replaces, String currency, String prices,
                           List<LotOffer> lots, List<BidAttachment> attachments, Instant madeAt) {

    /** The format's name, the first thing in every statement. */
    public static final String FORMAT = "subhasta-bid-1";

    /** Bytes of the largest statement taken. */
    public static final int MAXIMUM_BYTES = 256 * 1024;

    /** Bytes of the largest signature taken: a chain of certificates has room. */
    public static final int MAXIMUM_SIGNATURE_BYTES = 64 * 1024;

    /** As many files as a bid may have. */
    public static final int MAXIMUM_ATTACHMENTS = 20;

    public BidStatement {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(replaces, "replaces");
        lots = List.copyOf(lots);
        attachments = List.copyOf(attachments);
    }

    /**
     * One lot and its price, as written.
     *
     * @param lot   id of the lot
     * @param price a plain decimal number, e.g. {@code "1200.50"}
     */
    public record LotOffer(String lot, String price) {
    }
}
