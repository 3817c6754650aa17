package org.subhasta.awarding.model;

import java.util.Map;
import java.util.Objects;
import org.subhasta.kernel.Money;

/**
 * A bid as it was opened, reduced to what ranking needs.
 *
 * @param id     the bid's id, a UUID made by its bidder
 * @param bidder the organisation that made it
 * @param prices the price for each lot it covers, by the lot's id; a lot that is not in it was not
 *               bid for
 */
public record PricedBid(String id, String bidder, Map<String, Money> prices) {

    public PricedBid {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(bidder, "bidder");
        prices = Map.copyOf(prices);
    }
}
