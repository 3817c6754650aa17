package org.subhasta.bidding;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.LotPrice;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.Part;
import org.subhasta.kernel.Refusal;

/**
 * The public record of an opening: what every bid says, signed by its bidder, and what proves that
 * it was so sealed before the closing. The files of bids stay confidential, and so do the shares,
 * with which they could be read.
 *
 * @param box        the tender's id
 * @param terms      how the bids were sealed
 * @param state      of the box: more may follow where the prices are sealed still
 * @param closedAt   when the closing act was done
 * @param parts      those opened wholly, which this is about
 * @param acts       what the openers did, in order
 * @param bids       by arrival
 * @param unfollowed announcements whose envelopes never came
 */
public record OpeningRecord(String box, OpeningTerms terms, BoxState state, Instant closedAt,
                            List<Part> parts, List<Act> acts, List<Bid> bids,
                            List<Unfollowed> unfollowed) {

    public OpeningRecord {
        parts = List.copyOf(parts);
        acts = List.copyOf(acts);
        bids = List.copyOf(bids);
        unfollowed = List.copyOf(unfollowed);
    }

    /** Whether nothing is left to be opened: more follows where the prices are sealed still. */
    public boolean isWhole() {
        return state instanceof BoxState.Opened;
    }

    /** As JSON, format {@code subhasta-opening-record-1}. */
    public JsonObject data() {
        return OpeningRecordJson.of(this);
    }

    /**
     * An opener's act.
     *
     * @param opener the person's id
     * @param digest SHA-256 of what was signed, hexadecimal
     * @param leaf   hash of the journal's leaf, hexadecimal
     */
    public record Act(Part part, String opener, Instant at, String digest, String leaf) {
    }

    /**
     * A bid that stood at the closing.
     *
     * @param bidder     id of the organisation
     * @param bidderName its name
     * @param envelope   as it was received, with its signature
     * @param timeStamp  over its signature (RFC 3161), as it came at receipt
     * @param leaf       hash of the leaf of its receipt, hexadecimal
     * @param parts      what came of each part opened; a price is missing where the technical part
     *                   is invalid or did not pass, and stays sealed
     */
    public record Bid(UUID id, String bidder, String bidderName, Instant receivedAt,
                      SignedBytes envelope, Optional<byte[]> timeStamp, String leaf,
                      List<Opened> parts) {
        public Bid {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What came of a part.
     *
     * @param leaf      hash of the leaf of its opening, hexadecimal
     * @param invalid   why it is invalid; empty where it is valid
     * @param statement what was sealed in it, as signed; empty where nothing came out
     * @param salt      of the commitment: SHA-256 over it and the statement stands in the envelope
     * @param lots      its prices, where it is valid and has some
     */
    public record Opened(Part part, Instant at, String leaf, Optional<Refusal> invalid,
                         Optional<SignedBytes> statement, Optional<byte[]> salt,
                         List<LotPrice> lots) {
        public Opened {
            lots = List.copyOf(lots);
        }
    }

    /**
     * An announcement that was never followed by its envelope.
     *
     * @param envelope SHA-256 of the envelope that was to come, hexadecimal
     */
    public record Unfollowed(String bidder, String bidderName, UUID bid, String envelope,
                             Instant at, String leaf) {
    }
}
