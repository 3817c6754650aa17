package org.subhasta.bidding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.ClosingMove;
import org.subhasta.bidding.model.OutageRule;
import org.subhasta.journal.Actor;
import org.subhasta.journal.AlarmEnded;
import org.subhasta.journal.Entry;
import org.subhasta.journal.Heartbeat;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Period;
import org.subhasta.kernel.ServerClock;

/**
 * Closes boxes when their time has come, and judges outages before. Anybody may ask for it at any
 * time, since it does only what is due; {@link BoxTimer} asks every few seconds.
 */
@Stateless
@PermitAll
public class Closings {

    private static final Actor CLOSING = Actor.system("closing");
    private static final Actor OUTAGE_RULE = Actor.system("outage-rule");

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private ServerClock clock;
    @Inject
    private Heartbeat heartbeat;
    @Inject
    private Journal journal;
    @Inject
    private Arrivals arrivals;
    @Inject
    private OpeningWriting openings;

    /**
     * Records that the platform works. Where the gap since the last time was an outage, moves the
     * closings it touched in the same transaction: nobody ever sees the new heartbeat without them.
     *
     * @return the outage, if there was one
     */
    public Optional<Period> beat() {
        Optional<Instant> last = heartbeat.lock();
        Instant now = clock.now();
        Optional<Period> outage = last.flatMap(before -> OutageRule.outage(before, now));
        outage.ifPresent(this::judge);
        heartbeat.beat(now);
        return outage;
    }

    /** The open boxes whose time is over, the longest over first. */
    public List<String> due() {
        return entities.createQuery("""
                SELECT b.id FROM BoxRow b WHERE b.state = 'open' AND b.closesAt <= :now
                ORDER BY b.closesAt, b.id""", String.class)
                .setParameter("now", clock.now())
                .getResultList();
    }

    /**
     * Closes a box if it is open, its time is over and no outage waits to be judged (B7); not while
     * a bid that came in time is being judged, nor while an announced one may still come within the
     * grace. Then its concealed acts become public.
     *
     * @return whether it was closed by this call
     */
    public boolean close(String id) {
        BoxRow box = entities.find(BoxRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        // Heartbeat before clock, both under the lock: a pause of this very thread between the two
        // makes the heartbeat look old, never young.
        Instant last = heartbeat.last().orElse(Instant.EPOCH);
        Instant now = clock.now();
        if (box == null || !(box.state() instanceof BoxState.Open)
                || now.isBefore(box.closesAt()) || !OutageRule.isCurrent(last, now)
                || isAwaited(box, now)) {
            return false;
        }
        Entry entry = journal.append(Subject.of("box", id), "box-closed", CLOSING, now,
                Json.createObjectBuilder().add("closesAt", box.closesAt().toString()).build());
        box.state(new BoxState.Closed(now), entry.leafHash());
        journal.disclose(Subject.of("box", id), now);
        return true;
    }

    /** Whether a bid that came in time is being judged, or an announced one may still come. */
    private boolean isAwaited(BoxRow box, Instant now) {
        Instant end = box.graceEndsAt();
        return arrivals.arePending(box.id(), end, now)
                || now.isBefore(end) && !openings.unfollowed(box.id()).isEmpty();
    }

    private void judge(Period outage) {
        List<String> touched = entities.createQuery("""
                SELECT b.id FROM BoxRow b
                WHERE b.state = 'open' AND b.closesAt >= :from AND b.closesAt < :until
                ORDER BY b.id""", String.class)
                .setParameter("from", outage.from())
                .setParameter("until", outage.until().plus(OutageRule.AFTERMATH))
                .getResultList();
        touched.forEach(id -> move(id, outage));
        // Those that announced bids may still come to, and some about to close anyway.
        entities.createQuery("""
                SELECT b.id FROM BoxRow b
                WHERE b.state = 'open' AND b.closesAt < :from ORDER BY b.id""", String.class)
                .setParameter("from", outage.from())
                .getResultList().forEach(id -> moveGrace(id, outage));
        openingsEnding(outage.from(), outage.until().plus(OutageRule.RELEASE)).forEach(id -> {
            BoxRow box = entities.find(BoxRow.class, id, LockModeType.PESSIMISTIC_WRITE);
            box.openingEndsAt().flatMap(end -> OutageRule.openingEnd(end, outage))
                    .ifPresent(end -> extend(box, end));
        });
        journal.append(Subject.PLATFORM, "platform-interrupted", OUTAGE_RULE, outage.until(),
                Json.createObjectBuilder()
                        .add("from", outage.from().toString())
                        .add("until", outage.until().toString())
                        .add("moved", touched.size())
                        .build());
    }

    private List<String> openingsEnding(Instant from, Instant until) {
        return entities.createQuery("""
                SELECT b.id FROM BoxRow b
                WHERE b.openingEndsAt >= :from AND b.openingEndsAt < :until
                  AND b.givenUpAt IS NULL ORDER BY b.id""",
                String.class)
                .setParameter("from", from).setParameter("until", until).getResultList();
    }

    private void extend(BoxRow box, Instant end) {
        journal.append(Subject.of("box", box.id()), "opening-extended", OUTAGE_RULE, clock.now(),
                Json.createObjectBuilder()
                        .add("from", box.openingEndsAt().orElseThrow().toString())
                        .add("to", end.toString())
                        .build());
        box.opensUntil(end);
    }

    /** Openers who could not act while an alarm stood on their box get time again. */
    public void after(@Observes AlarmEnded ended) {
        ended.subject().filter(subject -> subject.matches("(box|tender)/.+")).ifPresent(subject -> {
            BoxRow box = entities.find(BoxRow.class, subject.replaceFirst("^[a-z]+/", ""),
                    LockModeType.PESSIMISTIC_WRITE);
            Instant end = clock.now().plus(OutageRule.RELEASE);
            if (box != null && box.openingEndsAt().filter(end::isAfter).isPresent()) {
                extend(box, end);
            }
        });
    }

    private void move(String id, Period outage) {
        BoxRow box = entities.find(BoxRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (!(box.state() instanceof BoxState.Open)) {
            return;
        }
        OutageRule.move(box.closesAt(), outage).ifPresent(move -> {
            box.move(move);
            entities.persist(new ClosingMoveRow(id, move));
            // A public act on the tender, not on its box: there its number would count the bids.
            journal.append(Subject.of("tender", id), "closing-moved", OUTAGE_RULE, clock.now(),
                    payload(move));
        });
    }

    private void moveGrace(String id, Period outage) {
        BoxRow box = entities.find(BoxRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (!(box.state() instanceof BoxState.Open)) {
            return;
        }
        OutageRule.graceMove(box.closesAt(), box.graceEndsAt(), outage).ifPresent(move -> {
            box.moveGrace(move);
            journal.append(Subject.of("tender", id), "grace-moved", OUTAGE_RULE, clock.now(),
                    payload(move));
        });
    }

    private static jakarta.json.JsonObject payload(ClosingMove move) {
        return Json.createObjectBuilder()
                .add("from", move.from().toString())
                .add("to", move.to().toString())
                .add("outageFrom", move.outage().from().toString())
                .add("outageUntil", move.outage().until().toString())
                .build();
    }
}
