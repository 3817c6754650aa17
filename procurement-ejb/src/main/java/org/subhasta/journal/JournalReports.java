package org.subhasta.journal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.subhasta.signing.log.Hash;

/**
 * What the public may read of the journal: never a header still concealed, and no payload but of
 * those acts whose capability says that theirs are for everybody.
 */
@Stateless
@PermitAll
public class JournalReports {

    private static final String COLUMNS =
            " e.subject, e.sequence, e.act, e.actor, e.at, encode(l.hash, 'hex') ";

    private static final String PUBLIC = """
             NOT EXISTS (
                SELECT FROM journal.concealment c LEFT JOIN journal.disclosure d USING (leaf)
                WHERE c.leaf = e.leaf AND d.leaf IS NULL)
            """;

    @PersistenceContext
    private EntityManager entities;

    /** The public entries of a subject, first to last. Concealed ones are left out unmarked. */
    @SuppressWarnings("unchecked")
    public List<EntryView> entries(Subject subject) {
        List<Object[]> rows = entities.createNativeQuery("SELECT" + COLUMNS + """
                FROM journal.entry e JOIN journal.leaf l ON l.id = e.leaf
                WHERE e.subject = :subject AND\s""" + PUBLIC + " ORDER BY e.sequence")
                .setParameter("subject", subject.toString())
                .getResultList();
        return rows.stream().map(JournalReports::view).toList();
    }

    /**
     * The newest public entries of all subjects, newest first; without covers, which stand for
     * nothing and would fill the list whenever a box closes.
     */
    @SuppressWarnings("unchecked")
    public List<EntryView> recent(int most) {
        List<Object[]> rows = entities.createNativeQuery("SELECT" + COLUMNS + """
                FROM journal.entry e JOIN journal.leaf l ON l.id = e.leaf
                WHERE e.act <> :cover AND\s""" + PUBLIC + " ORDER BY e.leaf DESC LIMIT " + most)
                .setParameter("cover", Journal.COVER)
                .getResultList();
        return rows.stream().map(JournalReports::view).toList();
    }

    /** The entry with this leaf; of a concealed one, the leaf alone. */
    @SuppressWarnings("unchecked")
    public Optional<LogEntry> find(Hash leaf) {
        List<Object[]> rows = entities.createNativeQuery("SELECT" + COLUMNS + """
                , l.content, p.index,\s""" + PUBLIC + """
                FROM journal.leaf l JOIN journal.entry e ON e.leaf = l.id
                LEFT JOIN journal.position p ON p.leaf = l.id
                WHERE l.hash = :hash""")
                .setParameter("hash", leaf.bytes())
                .getResultList();
        return rows.stream().findFirst().map(r -> new LogEntry(leaf,
                r[7] == null ? OptionalLong.empty() : OptionalLong.of(((Number) r[7]).longValue()),
                (byte[]) r[6], (Instant) r[4],
                (Boolean) r[8] ? Optional.of(view(r)) : Optional.empty()));
    }

    /** The header of a public entry as bytes, with what ties it to its leaf. */
    @SuppressWarnings("unchecked")
    public Optional<Disclosed> disclosed(Hash leaf) {
        List<Object[]> rows = entities.createNativeQuery("""
                SELECT e.header, s.salt
                FROM journal.leaf l JOIN journal.entry e ON e.leaf = l.id
                LEFT JOIN journal.concealment s ON s.leaf = l.id
                WHERE l.hash = :hash AND\s""" + PUBLIC)
                .setParameter("hash", leaf.bytes())
                .getResultList();
        return rows.stream().findFirst().map(
                r -> new Disclosed((byte[]) r[0], Optional.ofNullable((byte[]) r[1])));
    }

    private static EntryView view(Object[] row) {
        return new EntryView((String) row[0], ((Number) row[1]).longValue(), (String) row[2],
                (String) row[3], (Instant) row[4], (String) row[5]);
    }

    /**
     * The public entries of a subject with everything needed to compute their hashes again, first
     * to last. Concealed ones are left out unmarked.
     *
     * @param open the acts whose payloads are for everybody; those of others are left out
     * @param last number of the last entry wanted
     */
    @SuppressWarnings("unchecked")
    public List<DisclosedEntry> disclosed(Subject subject, Set<String> open, long last) {
        List<Object[]> rows = entities.createNativeQuery("""
                SELECT l.content, e.header, c.salt, p.content AS payload, p.salt AS payload_salt
                FROM journal.entry e
                JOIN journal.leaf l ON l.id = e.leaf
                LEFT JOIN journal.concealment c ON c.leaf = e.leaf
                LEFT JOIN journal.disclosure d ON d.leaf = e.leaf
                LEFT JOIN journal.payload p ON p.leaf = e.leaf AND e.act IN (:open)
                WHERE e.subject = :subject AND e.sequence <= :last
                    AND (c.leaf IS NULL OR d.leaf IS NOT NULL)
                ORDER BY e.sequence""")
                .setParameter("subject", subject.toString())
                .setParameter("last", last)
                .setParameter("open", open)
                .getResultList();
        return rows.stream()
                .map(r -> new DisclosedEntry((byte[]) r[0], (byte[]) r[1],
                        Optional.ofNullable((byte[]) r[2]), Optional.ofNullable((byte[]) r[3]),
                        Optional.ofNullable((byte[]) r[4])))
                .toList();
    }

    /** The number of a subject's last entry of any of these acts, concealed or not; 0: none. */
    public long last(Subject subject, Set<String> acts) {
        return ((Number) entities.createNativeQuery("""
                SELECT coalesce((SELECT sequence FROM journal.entry
                    WHERE subject = :subject AND act IN (:acts)
                    ORDER BY sequence DESC LIMIT 1), 0)""")
                .setParameter("subject", subject.toString())
                .setParameter("acts", acts).getSingleResult()).longValue();
    }
}
