package org.subhasta.bidding;

import java.util.Optional;
import org.subhasta.bidding.StrictJson.Malformed;
import org.subhasta.bidding.model.Announcement;
import org.subhasta.bidding.model.BidAttachment;
import org.subhasta.bidding.model.BidKind;
import org.subhasta.bidding.model.BidStatement;
import org.subhasta.bidding.model.BidStatement.LotOffer;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.Part;
import org.subhasta.kernel.Outcome;

/** Reads the bytes of what bidders sign besides envelopes, strictly. */
final class Statements {

    private static final StrictJson.Flaws SEALED = new StrictJson.Flaws(
            BiddingRefusal.STATEMENT_TOO_LARGE, BiddingRefusal.STATEMENT_NOT_CANONICAL,
            BiddingRefusal.BID_MALFORMED);
    private static final StrictJson.Flaws ANNOUNCED = new StrictJson.Flaws(
            BiddingRefusal.ENVELOPE_TOO_LARGE, BiddingRefusal.ENVELOPE_NOT_CANONICAL,
            BiddingRefusal.ENVELOPE_MALFORMED);

    private Statements() {
    }

    /** What was found sealed in an envelope. */
    static Outcome<BidStatement> read(byte[] bytes) {
        return StrictJson.read(bytes, BidStatement.MAXIMUM_BYTES, "statement", SEALED,
                Statements::statement);
    }

    /** Reads a statement that was found valid before, so that it cannot but be readable. */
    static BidStatement valid(byte[] bytes) {
        if (read(bytes) instanceof Outcome.Done<BidStatement>(BidStatement statement)) {
            return statement;
        }
        throw new IllegalStateException("a stored statement cannot be read any more");
    }

    static Outcome<Announcement> announcement(byte[] bytes) {
        return StrictJson.read(bytes, Announcement.MAXIMUM_BYTES, "statement", ANNOUNCED, o -> {
            o.format(Announcement.FORMAT);
            return new Announcement(o.text("tender"), o.text("notice"), o.text("bidder"),
                    o.uuid("bid"), o.hash("envelope"), o.instant("madeAt"));
        });
    }

    private static BidStatement statement(StrictJson o) throws Malformed {
        o.format(BidStatement.FORMAT);
        BidKind kind = BidKind.of(o.text("kind")).filter(k -> k != BidKind.WITHDRAW)
                .orElseThrow(() -> o.malformed("kind"));
        return new BidStatement(o.uuid("id"), o.text("tender"), o.text("notice"),
                o.text("bidder"), o.text("openers"), kind,
                kind == BidKind.REPLACE ? Optional.of(o.uuid("replaces")) : Optional.empty(),
                Part.of(o.text("part")).orElseThrow(() -> o.malformed("part")),
                o.text("currency"), o.text("prices"),
                o.list("lots", lot -> new LotOffer(lot.text("lot"), lot.text("price"))),
                o.list("attachments", file -> new BidAttachment(
                        file.text("name"), file.size("size"), file.hash("digest"))),
                o.instant("madeAt"));
    }
}
