package org.subhasta.eligibility;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.subhasta.eligibility.model.Scope;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.Role;

/** What everybody may know of exclusions: all that were recorded, for ever. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ExclusionReports {

    /** Of a list, at once. */
    public static final int MOST = 500;

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private Standing standing;
    @EJB
    private OrganisationReports organisations;
    @EJB
    private Callers callers;
    @Inject
    private ServerClock clock;

    /**
     * Recorded ones of suppliers whose name, number or own identifier has this text in it, the
     * latest first, at most {@value #MOST}.
     *
     * @param text  {@code ""} for all
     * @param force whether only those in force now
     */
    public List<ExclusionView> search(String text, boolean force) {
        // No name holds the character NUL, and the database takes none.
        String sought = text == null ? ""
                : text.replace('\0', ' ').strip().toLowerCase(Locale.ROOT);
        Instant now = clock.now();
        return views(entities.createQuery("""
                        SELECT e FROM ExclusionRow e JOIN OrganisationRow o ON o.id = e.supplier
                        WHERE e.recordedAt IS NOT NULL
                          AND (o.id = :text OR LOCATE(:text, LOWER(o.name)) > 0
                            OR LOCATE(:text, LOWER(o.identifier)) > 0)
                          AND (:force = FALSE OR e.from <= :now
                            AND (e.until IS NULL OR e.until > :now)
                            AND (e.liftedAt IS NULL OR e.liftedAt > :now))
                        ORDER BY e.recordedAt DESC, e.id""", ExclusionRow.class)
                .setParameter("text", sought).setParameter("force", force)
                .setParameter("now", now).setMaxResults(MOST).getResultList(), now);
    }

    /** A supplier's, in force or not, the latest first. */
    public List<ExclusionView> of(String supplier) {
        return views(entities.createQuery("""
                        SELECT e FROM ExclusionRow e
                        WHERE e.supplier = :supplier AND e.recordedAt IS NOT NULL
                        ORDER BY e.recordedAt DESC, e.id""", ExclusionRow.class)
                .setParameter("supplier", supplier).getResultList(), clock.now());
    }

    /** Those of these suppliers that are excluded anywhere now. */
    public Set<String> excluded(Collection<String> suppliers) {
        Set<String> found = new HashSet<>();
        inForce(suppliers).forEach(one -> found.add(one.exclusion().supplier()));
        return found;
    }

    /** What counts now against these suppliers in an authority's procedures, the oldest first. */
    public List<ExclusionView> counting(Collection<String> suppliers, String authority) {
        return inForce(suppliers).stream().filter(one -> one.exclusion().scope() == Scope.PLATFORM
                || one.exclusion().authority().equals(authority)).toList();
    }

    /**
     * Why the caller's organisation does nothing new in an authority's procedures now, as its acts
     * would be refused; empty: it may, or nobody is signed in.
     */
    public Optional<Refusal> barring(String authority) {
        return callers.signedIn().flatMap(
                one -> standing.barred(one.organisation(), authority, clock.now()));
    }

    private List<ExclusionView> inForce(Collection<String> suppliers) {
        return suppliers.isEmpty() ? List.of() : views(entities.createQuery("""
                        SELECT e FROM ExclusionRow e
                        WHERE e.supplier IN :suppliers AND e.recordedAt IS NOT NULL
                        ORDER BY e.from, e.id""", ExclusionRow.class)
                .setParameter("suppliers", suppliers).getResultList(), clock.now())
                .stream().filter(ExclusionView::inForce).toList();
    }

    /** One: public once it was recorded; before that its authority's and administrators'. */
    public Optional<ExclusionView> find(String id) {
        return Optional.ofNullable(id).map(known -> entities.find(ExclusionRow.class, known))
                .filter(row -> row.exclusion().recordedAt().isPresent()
                        || callers.signedIn().filter(one -> maySee(one, row)).isPresent())
                .map(row -> views(List.of(row), clock.now()).getFirst());
    }

    /** All that the caller's authority asked for, for administrators everybody's; latest first. */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.ADMINISTRATOR})
    public List<ExclusionView> own() {
        Caller caller = callers.current();
        return views(entities.createQuery("""
                        SELECT e FROM ExclusionRow e
                        WHERE :all = TRUE OR e.authority = :authority
                        ORDER BY e.proposedAt DESC, e.id""", ExclusionRow.class)
                .setParameter("all", caller.is(Role.ADMINISTRATOR))
                .setParameter("authority", caller.organisation())
                .setMaxResults(MOST).getResultList(), clock.now());
    }

    static boolean maySee(Caller caller, ExclusionRow row) {
        return caller.is(Role.ADMINISTRATOR)
                || caller.is(Role.OFFICER) && caller.actsFor(row.authority());
    }

    private List<ExclusionView> views(List<ExclusionRow> rows, Instant now) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.addAll(List.of(row.supplier(), row.authority())));
        Map<String, OrganisationView> known = organisations.find(ids);
        return rows.stream().map(row -> ExclusionView.of(row, known.get(row.supplier()),
                known.get(row.authority()), now)).toList();
    }
}
