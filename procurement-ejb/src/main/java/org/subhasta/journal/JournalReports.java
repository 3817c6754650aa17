package org.subhasta.journal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** What the public may read of the journal: never a payload, never a header still concealed. */
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
}
