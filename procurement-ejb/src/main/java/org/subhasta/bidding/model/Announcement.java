package org.subhasta.bidding.model;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What a bidder on a slow line signs before the closing: that an envelope with this hash is on its
 * way. Its bytes may arrive within the tender's grace. A claim, judged by {@link Admission}.
 *
 * @param tender   id of the tender
 * @param notice   SHA-256 of the notice, hexadecimal
 * @param bidder   id of the bidding organisation
 * @param bid      the envelope's id
 * @param envelope SHA-256 of the envelope's bytes, hexadecimal
 * @param madeAt   the bidder's own clock: a claim, nothing is decided by it
 */
public record Announcement(String tender, String notice, String bidder, UUID bid, String envelope,
                           Instant madeAt) {

    /** The format's name. */
    public static final String FORMAT = "subhasta-announcement-1";

    /** Bytes of the largest taken. */
    public static final int MAXIMUM_BYTES = 4 * 1024;

    public Announcement {
        Objects.requireNonNull(bid, "bid");
        Objects.requireNonNull(madeAt, "madeAt");
    }
}
