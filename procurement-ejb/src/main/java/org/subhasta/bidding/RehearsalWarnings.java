package org.subhasta.bidding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.journal.Actor;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.ServerClock;

/**
 * Warns once, when a closing is near, that fewer openers have rehearsed than a bid needs: on the
 * desks of the officers and of the committee's members, and in the journal.
 */
@Stateless
@PermitAll
public class RehearsalWarnings {

    /** Long enough for a member to find a lost key, or to ask for help. */
    public static final Duration BEFORE = Duration.ofHours(48);

    private static final Actor OPENING = Actor.system("opening");

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private ServerClock clock;
    @Inject
    private Journal journal;
    @Inject
    private OpeningReports reports;

    /** The boxes that it is due for. */
    public List<String> due() {
        return entities.createQuery("""
                SELECT b.id FROM BoxRow b
                WHERE b.state = 'open' AND b.threshold IS NOT NULL AND b.warnedAt IS NULL
                  AND b.closesAt <= :soon AND (SELECT count(r) FROM RehearsalRow r
                          WHERE r.key.box = b.id) < b.threshold
                ORDER BY b.id""", String.class)
                .setParameter("soon", clock.now().plus(BEFORE)).getResultList();
    }

    /** Warns of a box if that is due. */
    public void warn(String id) {
        BoxRow box = entities.find(BoxRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.now();
        if (box.state() instanceof BoxState.Open && !box.isWarned()
                && reports.find(id).orElseThrow().rehearsalsMissing()) {
            box.warned(now);
            journal.append(Subject.of("tender", id), "rehearsal-missing", OPENING, now,
                    Json.createObjectBuilder().add("closesAt", box.closesAt().toString()).build());
        }
    }
}
