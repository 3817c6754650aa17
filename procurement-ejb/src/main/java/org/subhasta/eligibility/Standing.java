package org.subhasta.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.subhasta.eligibility.model.EligibilityRefusal;
import org.subhasta.eligibility.model.Exclusion;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;

/** The one question asked wherever a supplier's new act is admitted. */
@ApplicationScoped
public class Standing {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private OrganisationReports organisations;

    /**
     * Keeps anybody from excluding the supplier until the transaction ends, so that the instants of
     * what it does and of its exclusion are in the order of the acts (X3). Shared: it keeps nobody
     * else's acts waiting. Call it before the clock is read.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(String supplier) {
        lock("pg_advisory_xact_lock_shared", supplier);
    }

    /** Waits for what the supplier is doing, and keeps it from beginning anything else. */
    void seize(String supplier) {
        lock("pg_advisory_xact_lock", supplier);
    }

    private void lock(String how, String supplier) {
        entities.createNativeQuery("SELECT 1 FROM (SELECT " + how
                        + "(hashtextextended(:name, 0)))", Integer.class)
                .setParameter("name", "eligibility:" + supplier).getSingleResult();
    }

    /** Why the supplier does nothing new in this authority's procedures then; empty: it may. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Refusal> barred(String supplier, String authority, Instant at) {
        return entities.createQuery("""
                        SELECT e FROM ExclusionRow e
                        WHERE e.supplier = :supplier AND e.recordedAt IS NOT NULL
                          AND (e.scope = org.subhasta.eligibility.model.Scope.PLATFORM
                            OR e.authority = :authority)
                        ORDER BY e.from, e.id""", ExclusionRow.class)
                .setParameter("supplier", supplier).setParameter("authority", authority)
                .getResultStream().map(ExclusionRow::exclusion)
                .filter(one -> one.isInForce(at)).findFirst().map(this::refusal);
    }

    private Refusal refusal(Exclusion one) {
        OrganisationView by = organisations.find(one.authority()).orElseThrow();
        ZoneId zone = ZoneId.of(by.zone());
        return Refusal.of(EligibilityRefusal.SUPPLIER_EXCLUDED, one.ground().name(), one.cited(),
                one.from().atZone(zone).toLocalDate().toString(),
                one.until().map(end -> end.minusNanos(1).atZone(zone).toLocalDate().toString())
                        .orElse("none"),
                by.name(), by.email());
    }
}
