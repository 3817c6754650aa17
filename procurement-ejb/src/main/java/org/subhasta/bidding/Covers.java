package org.subhasta.bidding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.CoverPlan;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.ServerClock;

/**
 * Appends covers to open boxes, so that the leaves of a box do not tell how many bids it holds (B1).
 * Anybody may ask for it at any time, since it does only what is due; {@link CoverTimer} does.
 */
@Stateless
@PermitAll
public class Covers {

    /** How long a box that was just opened waits at most for its first plan. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private ServerClock clock;
    @Inject
    private Journal journal;

    /** The open boxes whose cover is due, and those without a plan. */
    public List<String> due() {
        return entities.createQuery("""
                SELECT b.id FROM BoxRow b
                WHERE b.state = 'open' AND (b.coverDue IS NULL OR b.coverDue <= :now)
                ORDER BY b.coverDue, b.id""", String.class)
                .setParameter("now", clock.now())
                .getResultList();
    }

    /**
     * How long nothing is due. To the millisecond: were covers made at full seconds, or some seconds
     * after their instant, their leaves would be told from those of bids.
     */
    public Duration pause() {
        Instant now = clock.now();
        return entities.createQuery(
                "SELECT min(b.coverDue) FROM BoxRow b WHERE b.state = 'open'", Instant.class)
                .getResultStream().filter(due -> due != null).findFirst()
                .map(due -> Duration.between(now, due))
                .filter(pause -> pause.compareTo(LONGEST_PAUSE) < 0)
                .map(pause -> pause.isNegative() ? Duration.ZERO : pause)
                .orElse(LONGEST_PAUSE);
    }

    /**
     * Makes the box's cover if it is open and one is due, and plans the next.
     *
     * @return whether there is one leaf more
     */
    public boolean cover(String id) {
        BoxRow box = entities.find(BoxRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.now();
        if (box == null || !(box.state() instanceof BoxState.Open)) {
            return false;
        }
        Optional<CoverPlan> plan = box.coverPlan();
        if (plan.isPresent() && !plan.get().isDue(now)) {
            return false;
        }
        box.coverPlan(plan.map(last -> last.next(now, box.closesAt(), RANDOM))
                .orElseGet(() -> CoverPlan.begin(now, box.closesAt(), RANDOM)));
        if (plan.isEmpty() || plan.get().isMissed(now)) {
            return false;
        }
        journal.cover(Subject.of("box", id), now);
        return true;
    }
}
