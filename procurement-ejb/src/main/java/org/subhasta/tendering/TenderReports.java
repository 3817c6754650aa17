package org.subhasta.tendering;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.BoxReports;
import org.subhasta.kernel.ServerClock;

/** What everybody may read of tenders. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TenderReports {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private ServerClock clock;
    @Inject
    private BoxReports boxes;
    @Inject
    private Classifications classifications;

    /** A tender that was published here or imported; drafts are not found. */
    public Optional<TenderView> find(String id) {
        if (id == null) {
            return Optional.empty();
        }
        return published(id)
                .map(row -> TenderReading.of(row, boxes.find(id), clock.now()))
                .or(() -> imported(id).map(row ->
                        TenderReading.of(row, clock.now(), classifications::find)));
    }

    /** The tender compiled from the releases of this process; where there is none, empty. */
    public Optional<TenderView> findByOcid(String ocid) {
        if (ocid.startsWith(TenderReading.OCID_PREFIX)) {
            return find(ocid.substring(TenderReading.OCID_PREFIX.length()))
                    .filter(tender -> tender.ocid().equals(ocid));
        }
        return entities.createQuery("SELECT i.id FROM ImportedRow i WHERE i.ocid = :ocid",
                        String.class)
                .setParameter("ocid", ocid).getResultStream().findFirst().flatMap(this::find);
    }

    /** Tenders that were published here or imported, with counts for each filter. */
    public TenderList search(TenderQuery query) {
        return new TenderSearch(entities, query, clock.now()).list();
    }

    /** The notice as published, byte for byte: canonical JSON. */
    public Optional<byte[]> notice(String id) {
        return published(id).map(TenderRow::noticeBytes);
    }

    /** An imported process as compiled from its releases (OCDS 1.1). */
    public Optional<JsonObject> compiled(String id) {
        return imported(id).map(ImportedRow::content);
    }

    /** Tenders of one organisation that were published here, the newest first. */
    public List<TenderSummary> of(String organisation) {
        Instant now = clock.now();
        return entities.createQuery("""
                        SELECT l FROM ListingRow l WHERE l.organisation = :organisation
                        AND l.origin = 'HERE' ORDER BY l.publishedAt DESC, l.id""",
                        ListingRow.class)
                .setParameter("organisation", organisation)
                .getResultStream().map(row -> row.summary(now)).toList();
    }

    private Optional<TenderRow> published(String id) {
        return Optional.ofNullable(entities.find(TenderRow.class, id))
                .filter(row -> row.noticeBytes() != null);
    }

    private Optional<ImportedRow> imported(String id) {
        return Optional.ofNullable(entities.find(ImportedRow.class, id));
    }
}
