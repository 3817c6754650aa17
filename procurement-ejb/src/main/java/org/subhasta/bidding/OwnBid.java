package org.subhasta.bidding;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.model.BidKind;

/**
 * A bid as its own bidder sees it. While it is sealed the platform cannot tell the bidder either
 * what it says.
 *
 * @param id          the bidder's id for it
 * @param box         the tender's id
 * @param kind        submitted, replacing or withdrawing
 * @param replaces    the bid it replaced or withdrew
 * @param replacedBy  the bid that replaced or withdrew it
 * @param standing    what became of it
 * @param receivedAt  when its last byte had arrived
 * @param receipt     the platform's signed answer
 * @param opened      what came out of it; empty while it is sealed, and for one that did not stand
 */
public record OwnBid(UUID id, String box, BidKind kind, Optional<UUID> replaces,
                     Optional<UUID> replacedBy, Standing standing, Instant receivedAt,
                     Receipt receipt, Optional<OpenedBid> opened) {

    /** What became of a bid. */
    public enum Standing {
        /** It counts. */
        STANDS,
        /** A later bid of the bidder is in its place. */
        REPLACED,
        /** The bidder took it back. */
        WITHDRAWN,
        /** It is itself the envelope that took another back. */
        WITHDRAWAL
    }
}
