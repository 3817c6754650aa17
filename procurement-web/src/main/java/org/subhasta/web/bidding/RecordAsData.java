package org.subhasta.web.bidding;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.subhasta.bidding.OpeningRecord;
import org.subhasta.bidding.SignedBytes;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/**
 * The public record of an opening for programs; what it holds is told at {@link OpeningRecord}.
 * Bytes are base64, hashes hexadecimal.
 *
 * @param parts those opened wholly, which this is about
 */
public record RecordAsData(String tender, String state, Instant closedAt, List<String> parts,
        List<Act> acts, List<Bid> bids, List<Unfollowed> unfollowed) {

    /** An opener's act; the leaf's proof is at {@code /api/v1/log/proofs/{leaf}}. */
    public record Act(String part, String opener, Instant at, String digest, String leaf) {
    }

    /** What somebody signed, and the signature (CMS, DER). */
    public record Signed(String content, String signature) {

        static Signed of(SignedBytes signed) {
            return new Signed(base64(signed.content()), base64(signed.signature()));
        }
    }

    /** A bid that stood at the closing. */
    public record Bid(String id, String bidder, String name, Instant receivedAt, Signed envelope,
            String timeStamp, String leaf, List<Opened> parts) {
    }

    /**
     * What came of a part.
     *
     * @param invalid code of the reason why it is invalid
     */
    public record Opened(String part, Instant at, String leaf, String invalid, Signed statement,
            String salt, List<Lot> lots) {
    }

    /** A lot and its price. */
    public record Lot(String lot, Money price) {
    }

    /** An announcement whose envelope never came. */
    public record Unfollowed(String bidder, String name, String bid, String envelope, Instant at,
            String leaf) {
    }

    static RecordAsData of(OpeningRecord record) {
        return new RecordAsData(record.box(), OpeningAsData.word(record.state()),
                record.closedAt(), record.parts().stream().map(part -> part.word()).toList(),
                record.acts().stream().map(act -> new Act(act.part().word(), act.opener(),
                        act.at(), act.digest(), act.leaf())).toList(),
                record.bids().stream().map(RecordAsData::bid).toList(),
                record.unfollowed().stream().map(one -> new Unfollowed(one.bidder(),
                        one.bidderName(), one.bid().toString(), one.envelope(), one.at(),
                        one.leaf())).toList());
    }

    private static Bid bid(OpeningRecord.Bid bid) {
        return new Bid(bid.id().toString(), bid.bidder(), bid.bidderName(), bid.receivedAt(),
                Signed.of(bid.envelope()), bid.timeStamp().map(RecordAsData::base64).orElse(null),
                bid.leaf(), bid.parts().stream().map(RecordAsData::opened).toList());
    }

    private static Opened opened(OpeningRecord.Opened part) {
        return new Opened(part.part().word(), part.at(), part.leaf(),
                part.invalid().map(Refusal::code).map(Refusal.Code::name).orElse(null),
                part.statement().map(Signed::of).orElse(null),
                part.salt().map(RecordAsData::base64).orElse(null),
                part.lots().stream().map(lot -> new Lot(lot.lot(), lot.price())).toList());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
