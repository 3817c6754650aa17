package org.subhasta.eligibility;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.subhasta.eligibility.model.EligibilityRefusal;
import org.subhasta.eligibility.model.ListTerms;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Assured;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.Role;
import org.subhasta.parties.model.OrganisationKind;

/** How officers keep their authority's qualified lists. */
@Stateless
@RolesAllowed(Role.Names.OFFICER)
public class QualifiedLists {

    @PersistenceContext
    private EntityManager entities;
    @EJB
    private Callers callers;
    @EJB
    private OrganisationReports organisations;
    @EJB
    private QualifiedListReports reports;
    @EJB
    private Journal journal;
    @Inject
    private Standing standing;
    @Inject
    private ServerClock clock;

    /** Opens a list. Refused: {@code LIST_NAME}, {@code LIST_CATEGORIES}, {@code LIST_PERIOD}. */
    @Assured
    public Outcome<QualifiedListView> open(
            String name, String categories, LocalDate from, Optional<LocalDate> until) {
        Outcome<ListTerms> read = ListTerms.of(name, categories, from, until);
        if (!(read instanceof Outcome.Done<ListTerms>(ListTerms terms))) {
            return read.refusal();
        }
        Caller caller = callers.current();
        Instant now = clock.now();
        QualifiedListRow row =
                new QualifiedListRow(caller.organisation(), terms, caller.person(), now);
        entities.persist(row);
        entities.flush();
        JsonObjectBuilder payload = Json.createObjectBuilder().add("list", row.id())
                .add("name", terms.name()).add("categories", terms.categories())
                .add("from", terms.from().toString());
        terms.until().ifPresent(last -> payload.add("until", last.toString()));
        journal.append(Subject.of("organisation", row.authority()), "list-opened", caller.actor(),
                now, payload.build());
        return Outcome.done(reports.find(row.id()).orElseThrow());
    }

    /**
     * Admits an approved supplier. Refused: {@code LIST_NOT_FOUND}, {@code LIST_REASON},
     * {@code LIST_SUPPLIER}, {@code LISTED_ALREADY}, {@code LISTED_EXCLUDED}.
     */
    @Assured
    public Outcome<QualifiedListView> admit(String list, String supplier, String reason) {
        Optional<QualifiedListRow> found = find(list);
        Optional<Refusal> wrong = wrong(found, reason);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        if (organisations.find(supplier).filter(one -> one.approved()
                && one.kind() == OrganisationKind.SUPPLIER).isEmpty()) {
            return refuse(EligibilityRefusal.LIST_SUPPLIER);
        }
        standing.seize(supplier);
        Instant now = clock.now();
        if (listed(list, supplier).isPresent()) {
            return refuse(EligibilityRefusal.LISTED_ALREADY);
        }
        if (standing.barred(supplier, found.get().authority(), now).isPresent()) {
            return refuse(EligibilityRefusal.LISTED_EXCLUDED);
        }
        Caller caller = callers.current();
        entities.persist(new ListingRow(list, supplier, reason.strip(), caller.person(), now));
        entities.flush();
        return recorded(list, supplier, "supplier-listed", reason, now);
    }

    /**
     * Removes a supplier. Refused: {@code LIST_NOT_FOUND}, {@code LIST_REASON},
     * {@code NOT_LISTED}.
     */
    @Assured
    public Outcome<QualifiedListView> remove(String list, String supplier, String reason) {
        Optional<Refusal> wrong = wrong(find(list), reason);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        standing.seize(supplier);
        Optional<ListingRow> listed = listed(list, supplier);
        if (listed.isEmpty()) {
            return refuse(EligibilityRefusal.NOT_LISTED);
        }
        entities.refresh(listed.get(), LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.now();
        listed.get().remove(reason.strip(), callers.current().person(), now);
        entities.flush();
        return recorded(list, supplier, "supplier-unlisted", reason, now);
    }

    private Outcome<QualifiedListView> recorded(
            String list, String supplier, String act, String reason, Instant now) {
        journal.append(Subject.of("organisation", supplier), act, callers.current().actor(), now,
                Json.createObjectBuilder().add("list", list).add("reason", reason.strip()).build());
        return Outcome.done(reports.find(list).orElseThrow());
    }

    private static Optional<Refusal> wrong(Optional<QualifiedListRow> list, String reason) {
        return list.isEmpty() ? Optional.of(Refusal.of(EligibilityRefusal.LIST_NOT_FOUND))
                : ListTerms.unreasoned(reason);
    }

    private Optional<QualifiedListRow> find(String list) {
        return Optional.ofNullable(list)
                .map(known -> entities.find(QualifiedListRow.class, known))
                .filter(row -> callers.current().actsFor(row.authority()));
    }

    private Optional<ListingRow> listed(String list, String supplier) {
        return entities.createQuery("""
                        SELECT l FROM QualifiedListing l WHERE l.list = :list
                          AND l.supplier = :supplier AND l.removedAt IS NULL""", ListingRow.class)
                .setParameter("list", list).setParameter("supplier", supplier)
                .getResultStream().findFirst();
    }

    private static Outcome<QualifiedListView> refuse(EligibilityRefusal code) {
        return Outcome.refused(Refusal.at("supplier", code));
    }
}
