package org.subhasta.bidding.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What stands sealed in an envelope, signed by its bidder: a claim. It is readable only once the
 * envelope is opened, and judged then by {@link Offer}.
 *
 * @param id          made by the bidder, so that sending twice is harmless
 * @param tender      id of the tender, which is the box's
 * @param notice      SHA-256 of the notice the bidder read, hexadecimal
 * @param bidder      id of the bidding organisation
 * @param openers     fingerprint of the committee it is sealed to
 * @param kind        {@code SUBMIT} or {@code REPLACE}: nothing is sealed in a withdrawal
 * @param replaces    the bid it replaces
 * @param part        which part of the bid it is
 * @param currency    code after ISO 4217
 * @param prices      {@code net} or {@code gross}
 * @param lots        the offers; none in a technical part
 * @param attachments the files that belong to it
 * @param madeAt      the bidder's own clock: a claim, nothing is decided by it
 */
public record BidStatement(UUID id, String tender, String notice, String bidder, String openers,
                           BidKind kind, Optional<UUID> replaces, Part part, String currency,
                           String prices, List<LotOffer> lots, List<BidAttachment> attachments, Instant madeAt) {

    /** The format's name, the first thing in every statement. */
    public static final String FORMAT = "subhasta-bid-1";

    /** Bytes of the largest statement taken. */
    public static final int MAXIMUM_BYTES = 256 * 1024;

    /** As many files as a bid may have. */
    public static final int MAXIMUM_ATTACHMENTS = 20;

    public BidStatement {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(replaces, "replaces");
        Objects.requireNonNull(part, "part");
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
