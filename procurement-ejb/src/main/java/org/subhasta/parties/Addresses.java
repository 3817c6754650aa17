package org.subhasta.parties;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.journal.Actor;
import org.subhasta.journal.Journal;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.MailedLinkRow.Purpose;
import org.subhasta.parties.model.PartiesRefusal;

/** Whether people's e-mail addresses are theirs: only a letter that arrives shows it. */
@Stateless
public class Addresses {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @Inject
    private MailedLinks links;

    @Inject
    private Notices notices;

    @Inject
    private ServerClock clock;

    @EJB
    private Callers callers;

    @EJB
    private Journal journal;

    /** Whose address a mailed link confirms, as long as it works. */
    @PermitAll
    public Optional<PersonView> open(String token) {
        return links.owner(token, Purpose.CONFIRM_ADDRESS, LockModeType.NONE)
                .flatMap(people::person).map(PersonRow::view);
    }

    /**
     * Confirms the address. Nobody is signed in by it.
     *
     * <p>Refused: {@code LINK_INVALID}.
     */
    @PermitAll
    public Outcome<PersonView> confirm(String token) {
        Optional<PersonRow> owner =
                links.owner(token, Purpose.CONFIRM_ADDRESS, LockModeType.PESSIMISTIC_WRITE)
                        .flatMap(people::lockPerson).filter(person -> !person.hasLeft());
        if (owner.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.LINK_INVALID));
        }
        PersonRow person = owner.get();
        Instant now = clock.now();
        links.useUp(person, Purpose.CONFIRM_ADDRESS, now);
        if (!person.isAddressConfirmed()) {
            person.confirmAddress(now);
            journal.append(People.subject(person), "address-confirmed",
                    Actor.person(person.id()), now, People.about(person));
            tellOfficers(person);
        }
        return Outcome.done(person.view());
    }

    /**
     * Mails the caller another link; the one before no longer works.
     *
     * <p>Refused: {@code MAIL_TOO_OFTEN}; {@code PARTY_STATE} where the address is confirmed.
     */
    @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.SUPPLIER,
            Role.Names.AUDITOR, Role.Names.OPENER})
    public Outcome<PersonView> sendAgain() {
        PersonRow person = people.lockPerson(callers.current().person()).orElseThrow();
        if (person.isAddressConfirmed()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.PARTY_STATE, "confirmed"));
        }
        return links.send(person, Purpose.CONFIRM_ADDRESS) ? Outcome.done(person.view())
                : Outcome.refused(Refusal.of(PartiesRefusal.MAIL_TOO_OFTEN));
    }

    /** Only now can an officer decide about it. */
    private void tellOfficers(PersonRow person) {
        Optional.ofNullable(entities.find(OrganisationRow.class, person.organisation()))
                .filter(row -> row.view().kind()
                        == org.subhasta.parties.model.OrganisationKind.SUPPLIER
                        && !row.view().approved())
                .ifPresent(notices::tellOfficers);
    }
}
