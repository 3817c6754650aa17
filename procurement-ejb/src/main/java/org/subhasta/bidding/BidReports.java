package org.subhasta.bidding;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.kernel.Outcome;

/**
 * Reading bids. A bidder's people read their own at any time; officers of the owning organisation
 * and auditors read those of a box after its closing act. Everything else is not found.
 */
@Stateless
public class BidReports {

    /**
     * The bids that stood when a box was closed, by arrival: for officers of the owning organisation
     * and auditors.
     *
     * <p>Refused: {@code BOX_UNKNOWN} (also where the box is another organisation's),
     * {@code BOX_NOT_CLOSED}.
     */
    public Outcome<List<OpenedBid>> opened(String box) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** One of {@link #opened}; empty where the caller may not read it, or not yet. */
    public Optional<OpenedBid> opened(String box, UUID bid) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** All bids of the caller's organisation, the newest first. */
    public List<OwnBid> mine() {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** A bid of the caller's organisation. */
    public Optional<OwnBid> mine(UUID bid) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** The standing bid of the caller's organisation in a box. */
    public Optional<OwnBid> standing(String box) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Statement and signature of a bid the caller may read, exactly as received. */
    public Optional<SignedBytes> signed(UUID bid) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /**
     * Whether the caller may read this attachment of this bid; the bytes then by
     * {@code Documents.copy(sha256, …)}.
     */
    public Optional<org.subhasta.bidding.model.BidAttachment> attachment(UUID bid, String name) {
        throw new UnsupportedOperationException("not filled yet");
    }
}
