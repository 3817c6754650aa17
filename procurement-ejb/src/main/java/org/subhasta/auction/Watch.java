package org.subhasta.auction;

import org.subhasta.auction.model.Audience;

/**
 * The right to see a lot as one audience may: given by {@link AuctionReports#watch} to a caller,
 * and of use to {@link AuctionReports#see} alone.
 */
public final class Watch {

    private final Lot lot;
    private final Audience audience;

    Watch(Lot lot, Audience audience) {
        this.lot = lot;
        this.audience = audience;
    }

    Lot lot() {
        return lot;
    }

    Audience audience() {
        return audience;
    }

    /** The lot it is for: what {@link LotChanged} names. */
    public LotChanged changes() {
        return new LotChanged(lot.auction(), lot.name());
    }

    /** Two that see the same are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Watch watch && watch.lot.key().equals(lot.key())
                && watch.audience.equals(audience);
    }

    @Override
    public int hashCode() {
        return 31 * lot.key().hashCode() + audience.hashCode();
    }
}
