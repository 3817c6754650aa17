package org.subhasta.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.ServerClock;

/** The outbox seen from the sender: each step in a transaction of its own, none during delivery. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class Dispatch {

    private static final int AT_ONCE = 50;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ServerClock clock;

    /** One to be carried now. */
    record Parcel(String id, MailKind kind, Instant written, Letter letter) {
    }

    /** Those to try now, the oldest first. */
    List<String> due() {
        return entities.createQuery("""
                        SELECT m.id FROM MailRow m WHERE m.nextAttemptAt <= :now
                        ORDER BY m.writtenAt, m.id""", String.class)
                .setParameter("now", clock.now())
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /** Takes one up, so that no other server does; nothing where it is not due any more. */
    Optional<Parcel> take(String id) {
        MailRow row = entities.find(MailRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        entities.refresh(row);
        Instant now = clock.now();
        if (!row.isDue(now)) {
            return Optional.empty();
        }
        if (row.isHopeless(now)) {
            row.giveUp(now);
            return Optional.empty();
        }
        row.attempt(now);
        return Optional.of(new Parcel(id, row.kind(), row.writtenAt(), row.letter()));
    }

    void delivered(String id) {
        end(id, true);
    }

    /** Nobody will ever take it, as it is addressed. */
    void giveUp(String id) {
        end(id, false);
    }

    private void end(String id, boolean delivered) {
        MailRow row = entities.find(MailRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row.isOpen()) {
            if (delivered) {
                row.delivered(clock.now());
            } else {
                row.giveUp(clock.now());
            }
        }
    }
}
