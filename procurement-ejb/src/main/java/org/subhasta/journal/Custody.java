package org.subhasta.journal;

import jakarta.enterprise.event.Event;
import java.util.Optional;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.log.Hash;

/**
 * What an administrator may do about the journal: stop all acts and let them go on, end an alarm
 * that was dealt with, erase a payload on a lawful request. Each is an act in the journal itself,
 * with its reason in the payload; none changes what was recorded.
 */
@Stateless
@RolesAllowed("ADMINISTRATOR")
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Custody {

    /** Characters of a reason. */
    public static final int LONGEST_REASON = 500;

    /** Of the switch, among the database's advisory locks. */
    private static final long LOCK = 0x73746f70;

    @Inject
    private Event<AlarmEnded> ended;
    @PersistenceContext
    private EntityManager entities;
    @Inject
    private Recorder recorder;

    /** Refuses every act from now on, until {@link #resume}; closings wait, as in an outage. */
    public Outcome<Entry> stop(Actor actor, Instant at, String reason) {
        return turn(true, actor, at, reason);
    }

    /** Lets acts go on; what should have closed meanwhile is moved by the outage rule. */
    public Outcome<Entry> resume(Actor actor, Instant at, String reason) {
        return turn(false, actor, at, reason);
    }

    private Outcome<Entry> turn(boolean stopped, Actor actor, Instant at, String reason) {
        if (!isReason(reason)) {
            return needed();
        }
        // Two administrators at once: the second sees what the first did.
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(" + LOCK + ")")
                .getSingleResult();
        if (stopped == (Boolean) entities.createNativeQuery("SELECT " + Alarms.STOPPED)
                .getSingleResult()) {
            return Outcome.refused(Refusal.of(stopped ? JournalRefusal.ACTS_STOPPED_ALREADY
                    : JournalRefusal.ACTS_NOT_STOPPED));
        }
        entities.createNativeQuery("INSERT INTO journal.stop (at, stopped) VALUES (:at, :stopped)")
                .setParameter("at", at).setParameter("stopped", stopped).executeUpdate();
        return record(stopped ? "acts-stopped" : "acts-resumed", actor, at, reason(reason));
    }

    /** Ends an alarm: its subject takes acts again. Where it was not put right, it comes back. */
    public Outcome<Entry> end(long alarm, Actor actor, Instant at, String reason) {
        if (!isReason(reason)) {
            return needed();
        }
        int found = entities.createNativeQuery("""
                INSERT INTO journal.alarm_end (alarm, at)
                SELECT id, :at FROM journal.alarm WHERE id = :alarm
                ON CONFLICT DO NOTHING""")
                .setParameter("at", at).setParameter("alarm", alarm).executeUpdate();
        if (found == 0) {
            return Outcome.refused(Refusal.of(JournalRefusal.JOURNAL_NOT_FOUND));
        }
        Outcome<Entry> recorded = record("alarm-ended", actor, at,
                Json.createObjectBuilder(reason(reason)).add("alarm", alarm).build());
        ended.fire(new AlarmEnded(Optional.ofNullable((String) entities.createNativeQuery(
                "SELECT subject FROM journal.alarm WHERE id = :alarm", String.class)
                .setParameter("alarm", alarm).getSingleResult())));
        return recorded;
    }

    /**
     * Erases the payload and salt of an entry for good, on a lawful request. Header, number, leaf
     * and every proof stay as they were.
     */
    public Outcome<Entry> erase(Hash leaf, Actor actor, Instant at, String reason) {
        if (!isReason(reason)) {
            return needed();
        }
        List<?> found = entities.createNativeQuery("""
                SELECT l.id, c.leaf IS NOT NULL AND d.leaf IS NULL, y.leaf IS NULL,\s"""
                + Alarms.FROZEN + """

                FROM journal.leaf l
                JOIN journal.entry s ON s.leaf = l.id
                LEFT JOIN journal.concealment c ON c.leaf = l.id
                LEFT JOIN journal.disclosure d ON d.leaf = l.id
                LEFT JOIN journal.payload y ON y.leaf = l.id
                WHERE l.hash = :hash""").setParameter("hash", leaf.bytes()).getResultList();
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(JournalRefusal.JOURNAL_NOT_FOUND));
        }
        Object[] row = (Object[]) found.getFirst();
        if ((Boolean) row[3]) {
            return Outcome.refused(Refusal.of(JournalRefusal.SUBJECT_FROZEN));
        }
        if ((Boolean) row[1]) {
            return Outcome.refused(Refusal.of(JournalRefusal.ENTRY_CONCEALED));
        }
        if ((Boolean) row[2]) {
            return Outcome.refused(Refusal.of(JournalRefusal.PAYLOAD_ERASED));
        }
        return erase(((Number) row[0]).longValue(), leaf, actor, at, reason);
    }

    private Outcome<Entry> erase(long id, Hash leaf, Actor actor, Instant at, String reason) {
        Recorder.Written written = recorder.always(new Recorder.Act(Subject.PLATFORM,
                "payload-erased", actor, at, Json.createObjectBuilder(reason(reason))
                        .add("leaf", leaf.hex()).build()));
        entities.flush();
        entities.createNativeQuery("""
                INSERT INTO journal.erasure (leaf, recorded, at) VALUES (:leaf, :recorded, :at)""")
                .setParameter("leaf", id).setParameter("recorded", written.leaf())
                .setParameter("at", at).executeUpdate();
        entities.createNativeQuery("DELETE FROM journal.payload WHERE leaf = :leaf")
                .setParameter("leaf", id).executeUpdate();
        return Outcome.done(written.entry());
    }

    private Outcome<Entry> record(String act, Actor actor, Instant at, JsonObject payload) {
        return Outcome.done(recorder.always(
                new Recorder.Act(Subject.PLATFORM, act, actor, at, payload)).entry());
    }

    private static JsonObject reason(String reason) {
        return Json.createObjectBuilder().add("reason", reason.strip()).build();
    }

    private static boolean isReason(String reason) {
        return reason != null && !reason.isBlank() && reason.length() <= LONGEST_REASON;
    }

    private static Outcome<Entry> needed() {
        return Outcome.refused(Refusal.at("reason", JournalRefusal.JOURNAL_REASON_NEEDED));
    }
}
