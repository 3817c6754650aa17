package org.subhasta.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import org.subhasta.kernel.ServerClock;

/**
 * Bids whose last byte is there and that are not judged yet. The instant is recorded, durably and
 * under a lock that a closing waits for, before anything of a bid is looked at: checking signatures
 * and storing texts may take longer than was left, and that is no bidder's fault.
 */
@ApplicationScoped
class Arrivals {

    /** Older, and held by nobody: the server was stopped in the middle of its judgement. */
    private static final Duration STALE = Duration.ofMinutes(2);

    /** SQL: the key of the lock that whoever judges the arrival holds. */
    private static final String HELD = "hashtextextended('arrival ' || :arrival, 0)";

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private ServerClock clock;

    /**
     * A recorded arrival.
     *
     * @param number its row
     * @param at     when its last byte was there
     */
    record Arrival(long number, String box, String bidder, String delivery, Instant at) {
    }

    /**
     * Records that all of a bid is there, in a transaction of its own. The same again, after the
     * server died over the first, arrived when the first did.
     *
     * @param delivery SHA-256 over envelope and signature, which name all the rest
     */
    @Transactional(TxType.REQUIRES_NEW)
    Arrival record(String box, String bidder, String delivery) {
        entities.createNativeQuery("SELECT 1 FROM bidding.box WHERE id = :box FOR SHARE",
                        Integer.class)
                .setParameter("box", box).getSingleResult();
        Instant now = clock.now();
        Object[] kept = (Object[]) entities.createNativeQuery("""
                WITH added AS (INSERT INTO bidding.arrival (box, bidder, delivery, at)
                        VALUES (:box, :bidder, :delivery, :now) RETURNING number, at)
                SELECT added.number, least(added.at, (SELECT min(at) FROM bidding.arrival
                        WHERE box = :box AND bidder = :bidder AND delivery = :delivery
                          AND at > :stale))
                FROM added""", Object[].class)
                .setParameter("box", box).setParameter("bidder", bidder)
                .setParameter("delivery", delivery).setParameter("now", now)
                .setParameter("stale", now.minus(STALE))
                .getSingleResult();
        return new Arrival(((Number) kept[0]).longValue(), box, bidder, delivery,
                (Instant) kept[1]);
    }

    /** Begins the judgement, in its transaction: however long it takes, no closing goes over it. */
    void judging(Arrival arrival) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(" + HELD + ")",
                        Integer.class)
                .setParameter("arrival", arrival.number()).getSingleResult();
    }

    /** Judged: in the transaction of the judgement, so that a closing sees both or neither. */
    void judged(Arrival arrival) {
        entities.createNativeQuery("""
                DELETE FROM bidding.arrival WHERE box = :box AND bidder = :bidder
                  AND delivery = :delivery AND number <= :number""")
                .setParameter("box", arrival.box()).setParameter("bidder", arrival.bidder())
                .setParameter("delivery", arrival.delivery())
                .setParameter("number", arrival.number())
                .executeUpdate();
    }

    /** Whether something that came before that instant is still being judged. */
    boolean arePending(String box, Instant before, Instant now) {
        return entities.createNativeQuery("""
                SELECT count(*) FROM bidding.arrival
                WHERE box = :box AND at < :before
                  AND (at > :stale OR NOT pg_try_advisory_xact_lock(\s"""
                + HELD.replace(":arrival", "number") + "))", Long.class)
                .setParameter("box", box).setParameter("before", before)
                .setParameter("stale", now.minus(STALE))
                .getSingleResult() instanceof Long count && count > 0;
    }
}
