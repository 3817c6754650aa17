package org.subhasta.bidding;

import jakarta.ejb.Stateless;
import java.util.Optional;

/** What everybody may know of boxes: terms, closing, its moves and state; never a count of bids. */
@Stateless
public class BoxReports {

    /** The box of a tender. */
    public Optional<BoxView> find(String id) {
        throw new UnsupportedOperationException("not filled yet");
    }
}
