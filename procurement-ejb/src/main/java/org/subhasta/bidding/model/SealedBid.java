package org.subhasta.bidding.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What can be seen of a sealed bid before it is opened: its envelope's clear part, a claim. Whether
 * it is admitted is judged by {@link Admission} only.
 *
 * @param id       made by the bidder, so that sending twice is harmless
 * @param tender   id of the tender, which is the box's
 * @param notice   SHA-256 of the notice the bidder read, hexadecimal
 * @param bidder   id of the bidding organisation
 * @param kind     what it does
 * @param replaces the standing bid it replaces or withdraws
 * @param parts    what is sealed in it; nothing in a withdrawal
 * @param texts    the encrypted texts that belong to it
 */
public record SealedBid(UUID id, String tender, String notice, String bidder, BidKind kind,
                        Optional<UUID> replaces, List<Part> parts, List<Text> texts) {

    /** Bytes of the largest signature taken: a chain of certificates has room. */
    public static final int MAXIMUM_SIGNATURE_BYTES = 64 * 1024;

    /** Bytes of all texts of a bid together: one request brings them. */
    public static final long MAXIMUM_BYTES_TOGETHER = 256L * 1024 * 1024;

    /** As many bids as may stand in a box: an opener's act names them all and is that long. */
    public static final int MOST_IN_A_BOX = 10_000;

    /** As many texts as a bid may have: two parts with a statement and twenty files each. */
    public static final int MOST_TEXTS = 42;

    public SealedBid {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(replaces, "replaces");
        parts = List.copyOf(parts);
        texts = List.copyOf(texts);
    }

    /**
     * An encrypted text.
     *
     * @param name   {@code bid-0}: its part and its number within that
     * @param size   in bytes, as it travels
     * @param sha256 of these bytes, hexadecimal
     */
    public record Text(String name, long size, String sha256) {

        /** How the text of that part and number is called. */
        public static String name(Part part, int number) {
            return part.word() + "-" + number;
        }
    }

    /** Bytes of all its texts. */
    public long size() {
        return texts.stream().mapToLong(Text::size).reduce(0, Math::addExact);
    }
}
