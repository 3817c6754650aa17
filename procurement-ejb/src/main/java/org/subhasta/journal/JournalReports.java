package org.subhasta.journal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the public may read of the journal: never a header still concealed, and no payload but of
 * those acts whose capability says that theirs are for everybody.
 */
@Stateless
@PermitAll
public class JournalReports {

    @PersistenceContext
    private EntityManager entities;

    /** The public entries of a subject, first to last. Concealed ones are left out unmarked. */
    @SuppressWarnings("unchecked")
    public List<EntryView> entries(Subject subject) {
        List<Object[]> rows = entities.createNativeQuery("""
                SELECT e.subject, e.sequence, e.act, e.actor, e.at, encode(l.hash, 'hex')
                FROM journal.entry e JOIN journal.leaf l ON l.id = e.leaf
                WHERE e.subject = :subject
                  AND NOT EXISTS (
                      SELECT FROM journal.concealment c LEFT JOIN journal.disclosure d USING (leaf)
                      WHERE c.leaf = e.leaf AND d.leaf IS NULL)
                ORDER BY e.sequence""")
                .setParameter("subject", subject.toString())
                .getResultList();
        return rows.stream()
                .map(r -> new EntryView((String) r[0], ((Number) r[1]).longValue(), (String) r[2],
                        (String) r[3], (Instant) r[4], (String) r[5]))
                .toList();
    }

    /**
     * The public entries of a subject with everything needed to compute their hashes again, first
     * to last. Concealed ones are left out unmarked.
     *
     * @param open the acts whose payloads are for everybody; those of others are left out
     */
    @SuppressWarnings("unchecked")
    public List<DisclosedEntry> disclosed(Subject subject, Set<String> open) {
        List<Object[]> rows = entities.createNativeQuery("""
                SELECT l.content, e.header, c.salt, p.content AS payload, p.salt AS payload_salt
                FROM journal.entry e
                JOIN journal.leaf l ON l.id = e.leaf
                LEFT JOIN journal.concealment c ON c.leaf = e.leaf
                LEFT JOIN journal.disclosure d ON d.leaf = e.leaf
                LEFT JOIN journal.payload p ON p.leaf = e.leaf AND e.act IN (:open)
                WHERE e.subject = :subject AND (c.leaf IS NULL OR d.leaf IS NOT NULL)
                ORDER BY e.sequence""")
                .setParameter("subject", subject.toString())
                .setParameter("open", open)
                .getResultList();
        return rows.stream()
                .map(r -> new DisclosedEntry((byte[]) r[0], (byte[]) r[1],
                        Optional.ofNullable((byte[]) r[2]), Optional.ofNullable((byte[]) r[3]),
                        Optional.ofNullable((byte[]) r[4])))
                .toList();
    }
}
