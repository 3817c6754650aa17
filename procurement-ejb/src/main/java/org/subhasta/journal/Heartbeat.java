package org.subhasta.journal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The platform's own pulse: when it was last known to be alive. It decides nothing; whoever has
 * closings to protect takes the lock, compares with the clock, judges the gap, and beats.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Heartbeat {

    @PersistenceContext
    private EntityManager entities;

    /**
     * The last beat, its row locked until the transaction ends; empty before the very first, and
     * while acts are stopped: who stopped them, stopped the platform, and the outage is judged when
     * they go on. Read the clock only after this returns.
     */
    public Optional<Instant> lock() {
        return single("SELECT at FROM journal.heartbeat WHERE NOT " + Alarms.STOPPED
                + " FOR UPDATE");
    }

    /** The last beat, without waiting for who holds the lock. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Instant> last() {
        return single("SELECT at FROM journal.heartbeat");
    }

    /** Alive at this instant, unless acts are stopped. Never moves back. */
    public void beat(Instant at) {
        entities.createNativeQuery("""
                INSERT INTO journal.heartbeat AS h (id, at)
                SELECT 1, :at WHERE NOT """ + Alarms.STOPPED + """

                ON CONFLICT (id) DO UPDATE SET at = greatest(h.at, excluded.at)""")
                .setParameter("at", at)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private Optional<Instant> single(String sql) {
        List<Instant> found = entities.createNativeQuery(sql, Instant.class).getResultList();
        return found.stream().findFirst();
    }
}
