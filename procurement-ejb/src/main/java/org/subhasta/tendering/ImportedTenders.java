package org.subhasta.tendering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.ServerClock;

/** Keeps somebody else's tenders as read-only public records: for whoever imports releases. */
@Stateless
@RolesAllowed("OFFICER")
public class ImportedTenders {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private ServerClock clock;

    /**
     * Records a process, or what became of one recorded before; within the import's transaction, so
     * that nothing is half imported.
     *
     * @return its identifier here, the same each time
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public String record(ImportedTender imported) {
        Instant now = clock.now();
        ImportedRow row = entities.createQuery(
                        "SELECT i FROM ImportedRow i WHERE i.ocid = :ocid", ImportedRow.class)
                .setParameter("ocid", imported.ocid()).getResultStream().findFirst()
                .orElseGet(() -> new ImportedRow(Identifier.next(), imported.ocid()));
        // Columns need codes only; the words are looked up when the tender is read.
        row.write(imported, new ImportedReading(imported.compiled(), code -> Optional.empty()), now);
        if (!entities.contains(row)) {
            entities.persist(row);
        }
        return row.id();
    }
}
