package org.subhasta.journal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * The door through which acts are recorded. Always within the transaction of the act's effect:
 * called without one it fails, since an act recorded apart from its effect proves nothing.
 *
 * <p>Callers first take the lock of what they change, then read the clock, then append with that
 * instant: so the order of instants and the order of sequences agree.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Journal {

    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    /**
     * Records an act whose header anyone may read at once.
     *
     * @param act     a fact in the past tense, words joined by hyphens: {@code tender-published}
     * @param payload everything else about it; personal data only here. Numbers beyond 2^53 and
     *                fractions go in as strings (RFC 8785 knows only IEEE doubles)
     */
    public Entry append(Subject subject, String act, Actor actor, Instant at, JsonObject payload) {
        return record(subject, act, actor, at, payload, false);
    }

    /**
     * Records an act on something unopened: until {@link #disclose} its leaf tells neither who
     * acted nor what they did.
     */
    public Entry conceal(Subject subject, String act, Actor actor, Instant at, JsonObject payload) {
        return record(subject, act, actor, at, payload, true);
    }

    /** Makes the headers of all acts concealed so far on the subject public: its opening. */
    public void disclose(Subject subject, Instant at) {
        entities.createNativeQuery("""
                INSERT INTO journal.disclosure (leaf, at)
                SELECT leaf, :at FROM journal.concealment JOIN journal.entry USING (leaf)
                WHERE subject = :subject
                ON CONFLICT DO NOTHING""")
                .setParameter("at", at)
                .setParameter("subject", subject.toString())
                .executeUpdate();
    }

    private Entry record(Subject subject, String act, Actor actor, Instant at, JsonObject payload,
            boolean concealed) {
        long sequence = next(subject);
        String name = switch (actor) {
            case Actor.Person person -> pseudonym(subject, person.id());
            case Actor.System system -> "system:" + system.name();
        };
        byte[] payloadSalt = salt();
        byte[] payloadBytes = Leaf.canonical(payload);
        JsonObject header = Leaf.header(
                subject, sequence, act, name, Leaf.commitment(payloadSalt, payloadBytes));
        byte[] headerBytes = Leaf.canonical(header);
        byte[] headerSalt = salt();
        Leaf leaf = concealed
                ? Leaf.concealed(at, headerBytes, headerSalt) : Leaf.open(at, header);

        LeafRow row = new LeafRow(leaf.content(), leaf.hash());
        entities.persist(row);
        entities.persist(new EntryRow(
                row.id(), subject.toString(), sequence, act, name, at, headerBytes));
        if (concealed) {
            entities.persist(new ConcealmentRow(row.id(), headerSalt));
        }
        entities.persist(new PayloadRow(row.id(), payloadBytes, payloadSalt));
        return new Entry(subject.toString(), sequence, at, Leaf.hex(leaf.hash()));
    }

    /** J1: the row stays locked until the transaction ends, and a rollback takes the number back. */
    private long next(Subject subject) {
        return ((Number) entities.createNativeQuery("""
                INSERT INTO journal.subject AS s (subject, last_sequence) VALUES (:subject, 1)
                ON CONFLICT (subject) DO UPDATE SET last_sequence = s.last_sequence + 1
                RETURNING last_sequence""", Long.class)
                .setParameter("subject", subject.toString())
                .getSingleResult()).longValue();
    }

    /** The subject's row is locked by now, so nobody else makes one for the same pair meanwhile. */
    private String pseudonym(Subject subject, String person) {
        PseudonymRow.Key key = new PseudonymRow.Key(subject.toString(), person);
        PseudonymRow known = entities.find(PseudonymRow.class, key);
        if (known == null) {
            byte[] random = new byte[10];
            RANDOM.nextBytes(random);
            known = new PseudonymRow(key, Leaf.hex(random));
            entities.persist(known);
        }
        return known.pseudonym();
    }

    private static byte[] salt() {
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        return salt;
    }
}
