package org.subhasta.awarding.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.subhasta.auction.model.Result;
import org.subhasta.auction.model.Terms;
import org.subhasta.kernel.Money;

/**
 * The reverse auction that followed the opening of a lot's bids (Directive 2014/24/EU, article 35).
 *
 * @param auction the auction's id
 * @param open    whether it has still to end: until then nothing is decided about the lot
 * @param places  who stood with which price at its end, the winner first; none while it is open,
 *                and none where nobody won: then the lot is decided by the prices as they were
 *                opened
 */
public record LotAuction(String auction, boolean open, List<Place> places) {

    /**
     * Where a bidder stood at the end.
     *
     * @param bidder the organisation
     * @param price  what it would be paid
     */
    public record Place(String bidder, Money price) {

        public Place {
            Objects.requireNonNull(bidder, "bidder");
            Objects.requireNonNull(price, "price");
        }
    }

    public LotAuction {
        Objects.requireNonNull(auction, "auction");
        places = List.copyOf(places);
        if (open && !places.isEmpty()) {
            throw new IllegalArgumentException("nobody has a place before the end");
        }
    }

    /**
     * An auction that has ended. Whoever is beyond the reserve has no place, and the winner has the
     * price that is paid.
     *
     * @param standing what stood at its end, best first
     */
    public static LotAuction ended(
            String auction, Terms terms, Result result, List<Place> standing) {
        if (!(result instanceof Result.Won won)) {
            return new LotAuction(auction, false, List.of());
        }
        return new LotAuction(auction, false, standing.stream()
                .filter(place -> terms.meetsReserve(place.price()))
                .map(place -> place.bidder().equals(won.winner())
                        ? new Place(place.bidder(), won.paid()) : place).toList());
    }

    /** Whether its ranking is the lot's. */
    public boolean decides() {
        return !places.isEmpty();
    }

    /** Whether a bidder stood at the end. */
    public boolean places(String bidder) {
        return price(bidder).isPresent();
    }

    /** With which price a bidder stood at the end; empty where with none. */
    Optional<Money> price(String bidder) {
        return places.stream().filter(place -> place.bidder().equals(bidder))
                .map(Place::price).findFirst();
    }

    int place(String bidder) {
        return places.stream().map(Place::bidder).toList().indexOf(bidder);
    }
}
