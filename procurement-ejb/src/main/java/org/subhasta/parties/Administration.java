package org.subhasta.parties;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.OrganisationDetails;
import org.subhasta.parties.model.OrganisationKind;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.Registration;

/** What administrators do: they bring authorities and openers onto the platform. */
@Stateless
@RolesAllowed(Role.Names.ADMINISTRATOR)
public class Administration {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @Inject
    private ServerClock clock;

    @EJB
    private Callers callers;

    @EJB
    private Journal journal;

    /** Brings a contracting authority onto the platform, approved from the start. */
    @Assured
    public Outcome<OrganisationView> createAuthority(OrganisationForm form) {
        if (!(form.check() instanceof Outcome.Done<OrganisationDetails>(OrganisationDetails given))) {
            return form.check().refusal();
        }
        people.lockName("approval");
        if (people.isApproved(OrganisationDetails.sameKey(given.scheme(), given.identifier()))) {
            return Outcome.refused(Refusal.at(
                    "organisation.identifier", PartiesRefusal.ORGANISATION_TAKEN));
        }
        Caller caller = callers.current();
        Instant now = clock.now();
        OrganisationRow row = new OrganisationRow(Identifier.next(), OrganisationKind.AUTHORITY,
                given, new Registration.Approved(now, caller.person()), now);
        entities.persist(row);
        journal.append(Subject.of("organisation", row.id()), "authority-created", caller.actor(),
                now, Registrations.payload(row));
        return Outcome.done(row.view());
    }

    /**
     * Makes somebody who has an account a member of opening committees as well. Again: no effect.
     *
     * <p>Refused: {@code PARTY_NOT_FOUND} for those who belong to the platform itself,
     * {@code OPENER_OF_SUPPLIER}.
     */
    @Assured
    public Outcome<PersonView> makeOpener(String person) {
        Optional<PersonRow> found = people.lockPerson(person)
                .filter(row -> !row.organisation().isEmpty());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.PARTY_NOT_FOUND));
        }
        PersonRow row = found.get();
        if (row.is(Role.SUPPLIER)) {
            return Outcome.refused(Refusal.of(PartiesRefusal.OPENER_OF_SUPPLIER));
        }
        if (row.grant(Role.OPENER)) {
            journal.append(People.subject(row), "role-granted", callers.current().actor(),
                    clock.now(), Json.createObjectBuilder(People.about(row))
                            .add("role", Role.OPENER.name()).build());
        }
        return Outcome.done(row.view());
    }

    /** The people who act for an organisation. */
    public List<PersonView> people(String organisation) {
        return people.of(organisation);
    }

    /** Administrators and auditors: those who belong to the platform itself. */
    public List<PersonView> ownPeople() {
        return entities.createQuery("""
                        SELECT p FROM PersonRow p WHERE p.organisation IS NULL
                        ORDER BY p.name, p.id""", PersonRow.class)
                .getResultStream()
                .map(PersonRow::view)
                .toList();
    }
}
