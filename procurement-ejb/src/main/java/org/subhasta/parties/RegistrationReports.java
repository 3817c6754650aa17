package org.subhasta.parties;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.subhasta.parties.model.OrganisationKind;

/** How far registrations have come, for those concerned. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RegistrationReports {

    /** As many as a page shows; more than that waiting is an office's own problem to see. */
    private static final int MOST = 200;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @EJB
    private Callers callers;

    /** The registration of the caller's own organisation. */
    @RolesAllowed(Role.Names.SUPPLIER)
    public Optional<RegistrationView> mine() {
        return supplier(callers.current().organisation());
    }

    /** A supplier's registration. */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR})
    public Optional<RegistrationView> find(String organisation) {
        return supplier(organisation);
    }

    /** The people who act for a supplier. */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR})
    public List<PersonView> people(String organisation) {
        return supplier(organisation).isPresent() ? people.of(organisation) : List.of();
    }

    /** All that wait for an officer, the longest waiting first, at most {@value #MOST}. */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR})
    public List<RegistrationView> waiting() {
        return entities.createQuery("""
                        SELECT o FROM OrganisationRow o
                        WHERE o.kind = :kind AND o.state = 'registered'
                        ORDER BY o.stateAt, o.id""", OrganisationRow.class)
                .setParameter("kind", OrganisationKind.SUPPLIER)
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> row.registrationView(people.others(row, false)))
                .toList();
    }

    /** What was decided last, approved and returned, at most {@value #MOST}. */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR})
    public List<RegistrationView> decided() {
        return entities.createQuery("""
                        SELECT o FROM OrganisationRow o
                        WHERE o.kind = :kind AND o.state <> 'registered'
                        ORDER BY o.stateAt DESC, o.id""", OrganisationRow.class)
                .setParameter("kind", OrganisationKind.SUPPLIER)
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> row.registrationView(0))
                .toList();
    }

    private Optional<RegistrationView> supplier(String id) {
        return Optional.ofNullable(id)
                .map(known -> entities.find(OrganisationRow.class, known))
                .filter(row -> row.kind() == OrganisationKind.SUPPLIER)
                .map(row -> row.registrationView(people.others(row, false)));
    }
}
