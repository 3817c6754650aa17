package org.subhasta.awarding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.awarding.model.TechnicalVerdict;
import org.subhasta.bidding.OpenedBid;

/**
 * The technical evaluation of a tender for its officers and for auditors.
 *
 * @param tender the tender's id
 * @param bids   the opened technical parts, the invalid ones too; nothing is said about these
 * @param signed once it was signed; then nothing changes any more
 */
public record TechnicalEvaluationView(String tender, String title, List<Bid> bids,
                                      Optional<Signed> signed) {

    public TechnicalEvaluationView {
        bids = List.copyOf(bids);
    }

    /** A bid and its bidder's name. */
    public record Bid(OpenedBid bid, String bidderName) {
    }

    /**
     * As it was signed.
     *
     * @param leaf hash of its leaf in the journal, hexadecimal: openers of prices verify and name it
     */
    public record Signed(List<TechnicalVerdict> verdicts, Instant at, String leaf) {
        public Signed {
            verdicts = List.copyOf(verdicts);
        }
    }
}
