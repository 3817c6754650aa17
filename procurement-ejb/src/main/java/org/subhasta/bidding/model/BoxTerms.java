package org.subhasta.bidding.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What bids for one tender have to keep to. Whoever opens the box sets them once; only the closing
 * instant may move later, by the outage rule.
 *
 * @param id           the tender's id, which is the box's id too
 * @param organisation the procuring organisation: the only one to read the bids after the closing
 * @param notice       SHA-256 of the published notice, hexadecimal; each bid repeats it, so that it
 *                     binds the bidder to exactly what was published
 * @param closesAt     the deadline as published; a bid at this instant is late
 * @param zone         in which people read the deadline
 * @param currency     of all prices
 * @param prices       whether prices are net or gross
 * @param lots         at least one, at most {@value #MAXIMUM_LOTS}, ids unique
 * @param partial      whether a bid may cover some of the lots only
 * @param opening      how bids are sealed and opened; empty only for boxes from before bids were
 *                     sealed, which take none any more
 */
public record BoxTerms(String id, String organisation, String notice, Instant closesAt, ZoneId zone,
                       Currency currency, PriceBasis prices, List<BoxLot> lots, boolean partial,
                       Optional<OpeningTerms> opening) {

    /** As many lots as one box may have: a bid's statement stays below its limit of size. */
    public static final int MAXIMUM_LOTS = 2_000;

    public BoxTerms {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(closesAt, "closesAt");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(prices, "prices");
        Objects.requireNonNull(opening, "opening");
        if (!notice.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("the notice is named by its SHA-256, hexadecimal");
        }
        lots = List.copyOf(lots);
        if (lots.isEmpty() || lots.size() > MAXIMUM_LOTS) {
            throw new IllegalArgumentException("a box has 1 to " + MAXIMUM_LOTS + " lots");
        }
        Set<String> ids = new HashSet<>();
        for (BoxLot lot : lots) {
            if (!ids.add(lot.id())) {
                throw new IllegalArgumentException("two lots are called " + lot.id());
            }
        }
    }

    /** How long after the closing a bid that was announced before it may arrive. */
    public Duration grace() {
        return opening.map(OpeningTerms::grace).orElse(Duration.ZERO);
    }
}
