package org.subhasta.suppliers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Duty;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.Role;
import org.subhasta.parties.model.OrganisationKind;
import org.subhasta.suppliers.model.SuppliersRefusal;

/** What registers say of suppliers, for the officer who decides and for the supplier itself. */
@Stateless
public class RegisterFacts {

    private static final Logger LOG = System.getLogger(RegisterFacts.class.getName());

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ServerClock clock;

    @Inject
    private Register register;

    @EJB
    private Callers callers;

    @EJB
    private Journal journal;

    @EJB
    private OrganisationReports organisations;

    /** The latest answer about a supplier; a supplier sees its own alone. */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR, Role.Names.SUPPLIER})
    public Optional<RegisterFact> latest(String organisation) {
        return visible(organisation).flatMap(known -> entities.createQuery("""
                        SELECT f FROM FactRow f WHERE f.organisation = :organisation
                        ORDER BY f.askedAt DESC, f.id DESC""", FactRow.class)
                .setParameter("organisation", known.id())
                .setMaxResults(1)
                .getResultStream().map(FactRow::fact).findFirst());
    }

    /**
     * Asks the register now and keeps the answer, also that there is no such entry.
     *
     * <p>Refused: {@code SUPPLIER_UNKNOWN}, {@code REGISTER_SILENT}, after which everything is as
     * before and may be decided without.
     */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.SUPPLIER})
    public Outcome<RegisterFact> ask(String organisation) {
        Optional<OrganisationView> found = visible(organisation);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(SuppliersRefusal.SUPPLIER_UNKNOWN));
        }
        Caller caller = callers.current();
        Optional<Refusal> lacking =
                caller.is(Role.SUPPLIER) ? caller.lacks(Duty.ADMINISTER) : Optional.empty();
        if (lacking.isPresent()) {
            return Outcome.refused(lacking.get());
        }
        OrganisationView asked = found.get();
        Register.Answer answer;
        try {
            answer = register.ask(asked.scheme(), asked.identifier());
        } catch (Register.SilentException | RuntimeException e) {
            LOG.log(Level.WARNING, "register did not answer about " + asked.id(), e);
            return Outcome.refused(
                    Refusal.of(SuppliersRefusal.REGISTER_SILENT, register.source()));
        }
        Instant now = clock.now();
        FactRow row = new FactRow(Identifier.next(), asked.id(), asked.scheme(),
                asked.identifier(), register.source(), now, answer);
        entities.persist(row);
        journal.append(Subject.of("organisation", asked.id()), "register-asked",
                callers.current().actor(), now, Json.createObjectBuilder()
                        .add("source", register.source()).add("known", answer.isKnown()).build());
        return Outcome.done(row.fact());
    }

    private Optional<OrganisationView> visible(String organisation) {
        Caller caller = callers.current();
        return organisations.find(organisation)
                .filter(one -> one.kind() == OrganisationKind.SUPPLIER)
                .filter(one -> caller.is(Role.OFFICER) || caller.is(Role.AUDITOR)
                        || caller.actsFor(one.id()));
    }
}
