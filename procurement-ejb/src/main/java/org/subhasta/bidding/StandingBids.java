package org.subhasta.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.model.BidKind;
import org.subhasta.bidding.model.Part;

/** The bids of a box that are neither replaced nor withdrawn. Read only once it is closed (B1). */
@ApplicationScoped
class StandingBids {

    private static final String STANDING = """
            FROM BidRow b
            WHERE b.box = :box AND b.kind <> :withdrawal
              AND NOT EXISTS (SELECT 1 FROM BidRow r WHERE r.replaces = b.id)\s""";

    @PersistenceContext
    private EntityManager entities;

    /** All of them, by arrival. */
    List<BidRow> of(String box) {
        return entities.createQuery("SELECT b " + STANDING + "ORDER BY b.at, b.id", BidRow.class)
                .setParameter("box", box)
                .setParameter("withdrawal", BidKind.WITHDRAW)
                .getResultList();
    }

    /** How many there are; before the closing for nobody but the rule on how many there may be. */
    int count(String box) {
        return entities.createQuery("SELECT count(b) " + STANDING, Long.class)
                .setParameter("box", box)
                .setParameter("withdrawal", BidKind.WITHDRAW)
                .getSingleResult().intValue();
    }

    /** One of them. */
    Optional<BidRow> find(String box, UUID id) {
        return entities.createQuery("SELECT b " + STANDING + "AND b.id = :id", BidRow.class)
                .setParameter("box", box)
                .setParameter("withdrawal", BidKind.WITHDRAW)
                .setParameter("id", id)
                .getResultStream().findFirst();
    }

    /** How many {@link #toOpen} would give. */
    int countToOpen(String box, Part part) {
        return entities.createQuery("SELECT count(b) " + STANDING + (part == Part.PRICE
                        ? "AND EXISTS (SELECT 1 FROM ReleasedBidRow p WHERE p.bid = b.id)" : ""),
                        Long.class)
                .setParameter("box", box)
                .setParameter("withdrawal", BidKind.WITHDRAW)
                .getSingleResult().intValue();
    }

    /** Those whose part is to be opened: prices only of bids that passed the evaluation. */
    List<BidRow> toOpen(String box, Part part) {
        List<BidRow> all = of(box);
        if (part != Part.PRICE) {
            return all;
        }
        List<UUID> released = entities.createQuery("""
                SELECT r.bid FROM ReleasedBidRow r JOIN BidRow b ON b.id = r.bid
                WHERE b.box = :box""", UUID.class).setParameter("box", box).getResultList();
        return all.stream().filter(row -> released.contains(row.id())).toList();
    }
}
