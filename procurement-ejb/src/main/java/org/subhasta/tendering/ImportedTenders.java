package org.subhasta.tendering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
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
    @Inject
    private Classifications classifications;

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
        row.write(imported, new ImportedReading(imported.compiled(), classifications::find), now);
        if (!entities.contains(row)) {
            entities.persist(row);
        }
        return row.id();
    }
}
