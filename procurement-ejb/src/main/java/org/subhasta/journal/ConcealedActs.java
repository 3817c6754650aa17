package org.subhasta.journal;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The journal for those who record many acts on one subject at once, on a connection of their own:
 * what {@link Journal} does, in three statements however many acts there are. Always within the
 * transaction of the acts' effect.
 */
public final class ConcealedActs {

    private final Connection connection;
    private final Subject subject;

    /**
     * @param connection in the transaction of the effect; the subject's row stays locked until that
     *                   ends, as {@link Journal} keeps it
     */
    public ConcealedActs(Connection connection, Subject subject) {
        this.connection = connection;
        this.subject = subject;
    }

    /**
     * An act and what is known of it.
     *
     * @param name a fact in the past tense: {@code act-judged}
     */
    public record Act(String name, Actor actor, Instant at, JsonObject payload) {
    }

    private record Made(Leaf leaf, byte[] header, byte[] headerSalt, byte[] payload,
            byte[] payloadSalt, String actor, long sequence) {
    }

    /**
     * Records acts in their order, so that until {@link #disclose} their leaves tell neither who
     * acted nor what they did.
     *
     * @throws ActsRefused while an alarm stands on the subject or all acts are stopped
     */
    public List<Entry> append(List<Act> acts) throws SQLException {
        if (acts.isEmpty()) {
            return List.of();
        }
        long sequence = next(acts.size());
        Map<String, String> pseudonyms = pseudonyms(acts.stream()
                .filter(act -> act.actor() instanceof Actor.Person)
                .map(act -> ((Actor.Person) act.actor()).id()).collect(Collectors.toSet()));
        List<Made> made = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Act act : acts) {
            Made one = make(act, sequence++, pseudonyms);
            made.add(one);
            entries.add(new Entry(subject.toString(), one.sequence(), act.at(),
                    Leaf.hex(one.leaf().hash())));
        }
        insert(acts, made);
        return entries;
    }

    private Made make(Act act, long sequence, Map<String, String> pseudonyms) {
        String actor = switch (act.actor()) {
            case Actor.Person person -> pseudonyms.get(person.id());
            case Actor.System system -> "system:" + system.name();
        };
        byte[] payload = CanonicalText.of(act.payload());
        byte[] payloadSalt = Recorder.salt();
        byte[] header = CanonicalText.of(Leaf.header(subject, sequence, act.name(), actor,
                Leaf.commitment(payloadSalt, payload)));
        byte[] headerSalt = Recorder.salt();
        return new Made(Leaf.concealed(act.at(), header, headerSalt), header, headerSalt, payload,
                payloadSalt, actor, sequence);
    }

    /** J1: the first of so many numbers; the row stays locked until the transaction ends. */
    private long next(int count) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                INSERT INTO journal.subject AS s (subject, last_sequence) VALUES (?, ?)
                ON CONFLICT (subject) DO UPDATE
                    SET last_sequence = s.last_sequence + excluded.last_sequence
                RETURNING last_sequence, """ + Alarms.FROZEN + ", " + Alarms.STOPPED)) {
            query.setString(1, subject.toString());
            query.setLong(2, count);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                if (row.getBoolean(3)) {
                    throw new ActsRefused(JournalRefusal.ACTS_STOPPED);
                }
                if (row.getBoolean(2)) {
                    throw new ActsRefused(JournalRefusal.SUBJECT_FROZEN);
                }
                return row.getLong(1) - count + 1;
            }
        }
    }

    private Map<String, String> pseudonyms(Set<String> persons) throws SQLException {
        if (persons.isEmpty()) {
            return Map.of();
        }
        Object[] ids = persons.toArray();
        Object[] fresh = persons.stream().map(id -> Recorder.pseudonym()).toArray();
        try (PreparedStatement query = connection.prepareStatement("""
                WITH given AS (SELECT * FROM unnest(?, ?) AS g (person, pseudonym)),
                made AS (INSERT INTO journal.pseudonym (subject, person, pseudonym)
                    SELECT ?, person, pseudonym FROM given
                    ON CONFLICT (subject, person) DO NOTHING RETURNING person, pseudonym)
                SELECT person, pseudonym FROM made
                UNION ALL SELECT p.person, p.pseudonym
                FROM journal.pseudonym p JOIN given USING (person) WHERE p.subject = ?""")) {
            query.setArray(1, connection.createArrayOf("text", ids));
            query.setArray(2, connection.createArrayOf("text", fresh));
            query.setString(3, subject.toString());
            query.setString(4, subject.toString());
            try (ResultSet row = query.executeQuery()) {
                Map<String, String> pseudonyms = new HashMap<>();
                while (row.next()) {
                    pseudonyms.put(row.getString(1), row.getString(2));
                }
                return pseudonyms;
            }
        }
    }

    /** One statement: what refers to another row of it is checked at its end. */
    private void insert(List<Act> acts, List<Made> made) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                WITH given AS (SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
                    AS g (content, hash, header, header_salt, payload, payload_salt,
                        act, actor, at, sequence, place)),
                leaf AS (INSERT INTO journal.leaf (content, hash)
                    SELECT content, hash FROM given ORDER BY place RETURNING id, hash),
                entry AS (INSERT INTO journal.entry
                        (leaf, subject, sequence, act, actor, at, header)
                    SELECT id, ?, sequence, act, actor, at, header
                    FROM given JOIN leaf USING (hash)),
                hidden AS (INSERT INTO journal.concealment (leaf, salt)
                    SELECT id, header_salt FROM given JOIN leaf USING (hash))
                INSERT INTO journal.payload (leaf, content, salt)
                    SELECT id, payload, payload_salt FROM given JOIN leaf USING (hash)""")) {
            bytes(insert, 1, made.stream().map(one -> one.leaf().content()).toList());
            bytes(insert, 2, made.stream().map(one -> one.leaf().hash()).toList());
            bytes(insert, 3, made.stream().map(Made::header).toList());
            bytes(insert, 4, made.stream().map(Made::headerSalt).toList());
            bytes(insert, 5, made.stream().map(Made::payload).toList());
            bytes(insert, 6, made.stream().map(Made::payloadSalt).toList());
            array(insert, 7, "text", acts.stream().map(Act::name).toArray());
            array(insert, 8, "text", made.stream().map(Made::actor).toArray());
            array(insert, 9, "timestamptz",
                    acts.stream().map(act -> act.at().toString()).toArray());
            array(insert, 10, "bigint", made.stream().map(Made::sequence).toArray());
            insert.setString(11, subject.toString());
            insert.executeUpdate();
        }
    }

    private void bytes(PreparedStatement statement, int index, List<byte[]> values)
            throws SQLException {
        array(statement, index, "bytea", values.toArray(byte[][]::new));
    }

    private void array(PreparedStatement statement, int index, String type, Object[] values)
            throws SQLException {
        statement.setArray(index, connection.createArrayOf(type, values));
    }

    /**
     * Makes the headers of the acts recorded so far public: as {@link Journal#disclose}.
     *
     * @param from the sequence of the first that may be concealed still
     */
    public void disclose(Instant at, long from) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO journal.disclosure (leaf, at)
                SELECT c.leaf, ? FROM journal.concealment c JOIN journal.entry e USING (leaf)
                WHERE e.subject = ? AND e.sequence >= ? ON CONFLICT DO NOTHING""")) {
            insert.setObject(1, Rows.of(at));
            insert.setString(2, subject.toString());
            insert.setLong(3, from);
            insert.executeUpdate();
        }
    }
}
