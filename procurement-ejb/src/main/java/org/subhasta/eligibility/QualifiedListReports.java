package org.subhasta.eligibility;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;

/** Qualified lists as everybody may read them. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class QualifiedListReports {

    /** Lists at once. */
    public static final int MOST = 500;

    @PersistenceContext
    private EntityManager entities;
    @EJB
    private OrganisationReports organisations;
    @EJB
    private ExclusionReports exclusions;
    @Inject
    private ServerClock clock;

    /** All by name, at most {@value #MOST}. */
    public List<QualifiedListView> all() {
        return entities.createQuery("SELECT l FROM QualifiedListRow l ORDER BY l.name, l.id",
                        QualifiedListRow.class).setMaxResults(MOST)
                .getResultStream().map(this::view).toList();
    }

    /** An authority's by name. */
    public List<QualifiedListView> of(String authority) {
        return all().stream().filter(one -> one.authority().id().equals(authority)).toList();
    }

    /** One. */
    public Optional<QualifiedListView> find(String id) {
        return Optional.ofNullable(id).map(known -> entities.find(QualifiedListRow.class, known))
                .map(this::view);
    }

    private QualifiedListView view(QualifiedListRow row) {
        List<ListingRow> rows = entities.createQuery("""
                        SELECT l FROM QualifiedListing l WHERE l.list = :list
                        ORDER BY l.removedAt DESC NULLS LAST, l.id""", ListingRow.class)
                .setParameter("list", row.id()).getResultList();
        List<String> ids = rows.stream().map(ListingRow::supplier).distinct().toList();
        Map<String, OrganisationView> known = organisations.find(ids);
        Set<String> excluded = exclusions.excluded(ids);
        OrganisationView authority = organisations.find(row.authority()).orElseThrow();
        return new QualifiedListView(row.id(), authority, row.terms(), row.terms().isValidOn(
                clock.now().atZone(ZoneId.of(authority.zone())).toLocalDate()), rows.stream()
                .map(one -> one.view(known.get(one.supplier()), excluded.contains(one.supplier())))
                .sorted(Comparator.comparing((QualifiedListView.Listing one) ->
                        one.removed().isPresent()).thenComparing(one -> one.removed().isPresent()
                        ? "" : one.supplier().name()))
                .toList());
    }
}
