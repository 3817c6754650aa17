package org.subhasta.bidding;

import jakarta.ejb.Stateless;

/** Submitting, replacing and withdrawing bids: for suppliers. */
@Stateless
public class Bids {

    /**
     * Judges a bid that arrived and answers with a signed receipt.
     *
     * <p>Sending the same bytes again is harmless: the first receipt comes back. Refused for any
     * reason of {@link org.subhasta.bidding.model.BiddingRefusal}, in its order.
     */
    public Answer submit(Submission submission) {
        throw new UnsupportedOperationException("not filled yet");
    }
}
