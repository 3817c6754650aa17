package org.subhasta.bidding.model;

import java.util.List;

/** Reads an admitted statement's prices again, from what was signed. */
public final class AdmittedOffer {

    private AdmittedOffer() {
    }

    /**
     * The prices, in the order of the box's lots; none for a withdrawal.
     *
     * @throws IllegalArgumentException where the statement was never admitted to such a box
     */
    public static List<LotPrice> prices(BoxTerms terms, BidStatement statement) {
        return Offer.prices(terms, statement);
    }
}
