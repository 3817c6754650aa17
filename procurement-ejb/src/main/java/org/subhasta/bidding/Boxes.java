package org.subhasta.bidding;

import jakarta.ejb.Stateless;
import org.subhasta.bidding.model.BoxTerms;
import org.subhasta.kernel.Outcome;

/** Opening and giving up boxes: for the capability that publishes tenders. */
@Stateless
public class Boxes {

    /**
     * Opens a box, in the transaction that publishes its tender.
     *
     * <p>Refused: {@code BOX_EXISTS}, {@code CLOSING_IN_THE_PAST}.
     */
    public Outcome<BoxView> open(BoxTerms terms) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /**
     * Gives an open box up, in the transaction that cancels its tender: its bids are never read.
     *
     * <p>Refused: {@code BOX_UNKNOWN}; a closed one stays closed, which is no refusal.
     */
    public Outcome<BoxView> abandon(String id) {
        throw new UnsupportedOperationException("not filled yet");
    }
}
