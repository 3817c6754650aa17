package org.subhasta.parties;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.subhasta.correspondence.MailKind;
import org.subhasta.journal.Actor;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.OrganisationDetails;
import org.subhasta.parties.model.OrganisationKind;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.PersonDetails;
import org.subhasta.parties.model.Registration;

/** How suppliers come to take part: they register themselves, an officer approves or returns. */
@Stateless
public class Registrations {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @Inject
    private PasswordTurns passwords;

    @Inject
    private SignInAttempts attempts;

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

    /** The same for whoever comes over no network, such as the demonstration. */
    @PermitAll
    public Outcome<PersonView> register(OrganisationForm organisation, PersonForm person) {
        return register(organisation, person, new Visitor(Identifier.next(), true));
    }

    /**
     * Registers an organisation and the person who acts for it, who can sign in from now on.
     *
     * <p>Refused: {@code SIGN_IN_TOO_OFTEN} and {@code SIGN_IN_BUSY} for a network that registers
     * many; whatever is wrong with what was typed; {@code EMAIL_TAKEN},
     * {@code ORGANISATION_TAKEN}.
     */
    @PermitAll
    public Outcome<PersonView> register(
            OrganisationForm organisation, PersonForm person, Visitor visitor) {
        Outcome<OrganisationDetails> details = organisation.check();
        Outcome<PersonDetails> who = person.check();
        if (!(details instanceof Outcome.Done<OrganisationDetails>(OrganisationDetails given))
                || !(who instanceof Outcome.Done<PersonDetails>(PersonDetails someone))) {
            return Outcome.refused(refusals(details, who));
        }
        Optional<Refusal> tooOften = attempts.registering(visitor);
        if (tooOften.isPresent()) {
            return Outcome.refused(tooOften.get());
        }
        Optional<String> password = passwords.hash(person.password(), visitor);
        if (password.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.SIGN_IN_BUSY));
        }
        people.lockName("email:" + someone.email().key());
        List<Refusal> taken = taken(given, someone);
        return taken.isEmpty() ? Outcome.done(store(given, someone, password.get()))
                : Outcome.refused(taken);
    }

    /** Registers again with corrected details, after a return or while still waiting. */
    @RolesAllowed(Role.Names.SUPPLIER)
    public Outcome<RegistrationView> registerAgain(OrganisationForm form) {
        if (!(form.check() instanceof Outcome.Done<OrganisationDetails>(OrganisationDetails given))) {
            return form.check().refusal();
        }
        Caller caller = callers.current();
        Optional<Refusal> lacking = caller.lacks(Duty.ADMINISTER);
        if (lacking.isPresent()) {
            return Outcome.refused(lacking.get());
        }
        String key = OrganisationDetails.sameKey(given.scheme(), given.identifier());
        return change(caller.organisation(), "organisation-registered-again", (registration, at) ->
                people.isApproved(key) && !(registration instanceof Registration.Approved)
                        ? taken() : registration.again(at),
                row -> row.details(given));
    }

    /**
     * Lets a supplier take part.
     *
     * <p>Refused: {@code PARTY_NOT_FOUND}, {@code PARTY_STATE}, {@code ORGANISATION_TAKEN};
     * {@code EMAIL_UNCONFIRMED} until somebody who administers it has confirmed their address.
     */
    @RolesAllowed(Role.Names.OFFICER)
    @Assured
    public Outcome<RegistrationView> approve(String organisation) {
        String officer = callers.current().person();
        people.lockName("approval");
        Optional<OrganisationRow> waiting =
                people.lockOrganisation(organisation, OrganisationKind.SUPPLIER);
        if (waiting.isPresent() && people.others(waiting.get(), true) > 0) {
            return taken();
        }
        if (waiting.isPresent() && waiting.get().registration() instanceof Registration.Registered
                && !people.isReachable(organisation)) {
            return Outcome.refused(Refusal.of(PartiesRefusal.EMAIL_UNCONFIRMED));
        }
        return change(organisation, "organisation-approved",
                (registration, at) -> registration.approve(at, officer), row -> { });
    }

    /** Gives a registration back with what is to be put right. */
    @RolesAllowed(Role.Names.OFFICER)
    @Assured
    public Outcome<RegistrationView> giveBack(String organisation, String reason) {
        String officer = callers.current().person();
        return change(organisation, "organisation-returned",
                (registration, at) -> registration.giveBack(at, officer, reason), row -> { });
    }

    private Outcome<RegistrationView> change(String organisation, String act,
            BiFunction<Registration, Instant, Outcome<Registration>> step,
            Consumer<OrganisationRow> also) {
        Optional<OrganisationRow> found =
                people.lockOrganisation(organisation, OrganisationKind.SUPPLIER);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.PARTY_NOT_FOUND));
        }
        OrganisationRow row = found.get();
        Instant now = clock.now();
        Outcome<Registration> next = step.apply(row.registration(), now);
        if (!(next instanceof Outcome.Done<Registration>(Registration registration))) {
            return next.refusal();
        }
        row.registration(registration);
        also.accept(row);
        journal.append(Subject.of("organisation", row.id()), act, callers.current().actor(), now,
                payload(row));
        tell(row);
        return Outcome.done(row.registrationView(people.others(row, false)));
    }

    private void tell(OrganisationRow row) {
        String name = row.details().name();
        switch (row.registration()) {
            case Registration.Approved approved -> notices.tellAdministrators(
                    row, MailKind.REGISTRATION_APPROVED, name, "/desk");
            case Registration.Returned returned -> notices.tellAdministrators(
                    row, MailKind.REGISTRATION_RETURNED, name, returned.reason(), "/desk");
            case Registration.Registered waiting -> {
                if (people.isReachable(row.id())) {
                    notices.tellOfficers(row);
                }
            }
        }
    }

    private PersonView store(OrganisationDetails given, PersonDetails someone, String password) {
        Instant now = clock.now();
        OrganisationRow organisation = new OrganisationRow(Identifier.next(),
                OrganisationKind.SUPPLIER, given, new Registration.Registered(now), now);
        PersonRow person = new PersonRow(Identifier.next(), organisation.id(), someone,
                Set.of(Role.SUPPLIER), now);
        person.password(password);
        person.duties(EnumSet.allOf(Duty.class));
        entities.persist(organisation);
        entities.flush();
        entities.persist(person);
        Subject subject = Subject.of("organisation", organisation.id());
        Actor actor = Actor.person(person.id());
        journal.append(subject, "organisation-registered", actor, now, payload(organisation));
        journal.append(subject, "person-registered", actor, now, People.about(person));
        links.send(person, MailedLinkRow.Purpose.CONFIRM_ADDRESS);
        return person.view();
    }

    private List<Refusal> taken(OrganisationDetails given, PersonDetails someone) {
        List<Refusal> refusals = new ArrayList<>();
        if (people.byEmail(someone.email().text()).isPresent()) {
            refusals.add(Refusal.at("person.email", PartiesRefusal.EMAIL_TAKEN));
        }
        if (people.isApproved(OrganisationDetails.sameKey(given.scheme(), given.identifier()))) {
            refusals.add(Refusal.at(
                    "organisation.identifier", PartiesRefusal.ORGANISATION_TAKEN));
        }
        return refusals;
    }

    private static <T> Outcome<T> taken() {
        return Outcome.refused(
                Refusal.at("organisation.identifier", PartiesRefusal.ORGANISATION_TAKEN));
    }

    private static List<Refusal> refusals(Outcome<?>... outcomes) {
        List<Refusal> refusals = new ArrayList<>();
        for (Outcome<?> outcome : outcomes) {
            if (outcome instanceof Outcome.Refused<?>(List<Refusal> wrong)) {
                refusals.addAll(wrong);
            }
        }
        return refusals;
    }

    /** Registers are public; where the organisation lives and whom to call is left out. */
    static JsonObject payload(OrganisationRow row) {
        OrganisationDetails details = row.details();
        var payload = Json.createObjectBuilder()
                .add("name", details.name())
                .add("scheme", details.scheme())
                .add("identifier", details.identifier())
                .add("country", details.country());
        if (row.registration() instanceof Registration.Returned returned) {
            payload.add("reason", returned.reason());
        }
        return payload.build();
    }
}
