package org.subhasta.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Instant;

/** Writes entries: numbers, pseudonyms, salts, commitments. Behind {@link Journal}, no door. */
@ApplicationScoped
class Recorder {

    private static final int NANOS_PER_MICRO = 1000;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    /** An act and what is known of it. */
    record Act(Subject subject, String name, Actor actor, Instant at, JsonObject payload) {

        Act {
            // The column keeps no more, and leaf and column have to agree for ever.
            if (at.getNano() % NANOS_PER_MICRO != 0) {
                throw new IllegalArgumentException("an instant finer than microseconds: " + at);
            }
        }
    }

    /** What has been written, with the identifier of its leaf. */
    record Written(long leaf, Entry entry) {
    }

    /** Records an act, unless its subject is frozen or all acts are stopped. */
    Written guarded(Act act, boolean concealed) {
        Numbered number = next(act.subject());
        if (number.stopped()) {
            throw new ActsRefused(JournalRefusal.ACTS_STOPPED);
        }
        if (number.frozen()) {
            throw new ActsRefused(JournalRefusal.SUBJECT_FROZEN);
        }
        return write(act, number.sequence(), concealed);
    }

    /** Records what is done about a stop or an alarm itself, which neither may prevent. */
    Written always(Act act) {
        return write(act, next(act.subject()).sequence(), false);
    }

    private Written write(Act act, long sequence, boolean concealed) {
        Subject subject = act.subject();
        String name = switch (act.actor()) {
            case Actor.Person person -> pseudonym(subject, person.id());
            case Actor.System system -> "system:" + system.name();
        };
        byte[] payloadSalt = salt();
        byte[] payloadBytes = CanonicalText.of(act.payload());
        JsonObject header = Leaf.header(subject, sequence, act.name(), name,
                Leaf.commitment(payloadSalt, payloadBytes));
        byte[] headerBytes = CanonicalText.of(header);
        byte[] headerSalt = salt();
        Leaf leaf = concealed
                ? Leaf.concealed(act.at(), headerBytes, headerSalt) : Leaf.open(act.at(), header);

        LeafRow row = new LeafRow(leaf.content(), leaf.hash());
        entities.persist(row);
        entities.persist(new EntryRow(row.id(), subject.toString(), sequence, act.name(), name,
                act.at(), headerBytes));
        if (concealed) {
            entities.persist(new ConcealmentRow(row.id(), headerSalt));
        }
        entities.persist(new PayloadRow(row.id(), payloadBytes, payloadSalt));
        return new Written(row.id(), new Entry(
                subject.toString(), sequence, act.at(), Leaf.hex(leaf.hash())));
    }

    private record Numbered(long sequence, boolean frozen, boolean stopped) {
    }

    /** J1: the row stays locked until the transaction ends, and a rollback takes the number back. */
    private Numbered next(Subject subject) {
        Object[] row = (Object[]) entities.createNativeQuery("""
                INSERT INTO journal.subject AS s (subject, last_sequence) VALUES (:subject, 1)
                ON CONFLICT (subject) DO UPDATE SET last_sequence = s.last_sequence + 1
                RETURNING last_sequence, """ + Alarms.FROZEN + ", " + Alarms.STOPPED)
                .setParameter("subject", subject.toString())
                .getSingleResult();
        return new Numbered(((Number) row[0]).longValue(), (Boolean) row[1],
                (Boolean) row[2]);
    }

    /** The subject's row is locked by now, so nobody else makes one for the same pair meanwhile. */
    private String pseudonym(Subject subject, String person) {
        PseudonymRow.Key key = new PseudonymRow.Key(subject.toString(), person);
        PseudonymRow known = entities.find(PseudonymRow.class, key);
        if (known == null) {
            known = new PseudonymRow(key, pseudonym());
            entities.persist(known);
        }
        return known.pseudonym();
    }

    /** A fresh one, random. */
    static String pseudonym() {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        return Leaf.hex(random);
    }

    static byte[] salt() {
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        return salt;
    }
}
