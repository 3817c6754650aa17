package org.subhasta.auction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.model.Lots;

/** A published auction: what never changes of it. */
record Published(String id, String organisation, LiveTerms terms, Instant at, List<Lot> lots) {

    static Published of(AuctionRow row) {
        LiveTerms terms = LiveTerms.read(row.terms()).value().orElseThrow(() ->
                new IllegalStateException("the terms of " + row.id() + " cannot be read"));
        return new Published(row.id(), row.organisation(), terms, row.publishedAt(),
                lots(row.id(), terms));
    }

    static List<Lot> lots(String id, LiveTerms terms) {
        List<Lot> lots = new ArrayList<>();
        Lots.begin(terms.file().order(), terms.file().lots()).auctions().forEach(
                (name, auction) -> lots.add(new Lot(id, lots.size() + 1, name, auction)));
        return List.copyOf(lots);
    }

    Optional<Lot> lot(String name) {
        return lots.stream().filter(lot -> lot.name().equals(name)).findFirst();
    }

    Lot at(int position) {
        return lots.get(position - 1);
    }

    /** How long after the end of the lot before a lot opens; empty where they do not wait. */
    Optional<Duration> pauseBetweenLots() {
        return terms.file().order() instanceof Lots.Order.OneAfterAnother(Duration pause)
                ? Optional.of(pause) : Optional.empty();
    }
}
