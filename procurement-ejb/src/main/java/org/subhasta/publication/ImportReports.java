package org.subhasta.publication;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.subhasta.parties.Role;

/** What became of imported files: for officers and auditors. */
@Stateless
@RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ImportReports {

    @PersistenceContext
    private EntityManager entities;

    public Optional<ImportReport> find(String id) {
        return Optional.ofNullable(entities.find(ImportRow.class, id)).map(ImportRow::report);
    }

    /** The newest imports first. */
    public List<ImportReport> recent(int limit) {
        return entities.createQuery("SELECT i FROM ImportRow i ORDER BY i.at DESC",
                        ImportRow.class)
                .setMaxResults(Math.min(limit, 100)).getResultStream()
                .map(ImportRow::report).toList();
    }

    /**
     * What became of the releases of an import, in the order of the file.
     *
     * @param outcome only those; empty for all
     * @param warned  only those imported with a note
     */
    public List<ImportedRelease> releases(String id, Optional<ImportedRelease.Outcome> outcome,
            boolean warned, int offset, int limit) {
        return entities.createQuery("""
                        SELECT e FROM ImportEntryRow e WHERE e.key.importId = :id
                        AND (:outcome = '' OR e.outcome = :outcome)
                        AND (:warned = FALSE OR e.warned = TRUE)
                        ORDER BY e.key.number""", ImportEntryRow.class)
                .setParameter("id", id)
                .setParameter("outcome", outcome.map(Enum::name).orElse(""))
                .setParameter("warned", warned)
                .setFirstResult(offset).setMaxResults(Math.min(limit, 1_000))
                .getResultStream().map(ImportEntryRow::release).toList();
    }
}
