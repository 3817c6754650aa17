package org.subhasta.parties;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.subhasta.correspondence.MailKind;
import org.subhasta.journal.Actor;
import org.subhasta.journal.Journal;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.OrganisationKind;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.PersonDetails;

/**
 * How people come to an account that others make for them: by a link that works once, with which
 * they choose their own password. Nobody ever knows somebody else's. The link is mailed, and shown to
 * whoever invites as well, in case the mail does not arrive: two secrets, since only the mailed one
 * shows that the address is right.
 */
@Stateless
public class Invitations {

    /** How long a link works. */
    private static final Duration LIFE = Duration.ofDays(7);
    private static final String PATH = "/invitation?token=";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @Inject
    private KnownBrowsers browsers;

    @Inject
    private Authenticators authenticators;

    @Inject
    private Notices notices;

    @Inject
    private ServerClock clock;

    @EJB
    private Callers callers;

    @EJB
    private Journal journal;

    /**
     * Invites somebody to act for the caller's own organisation as well.
     *
     * <p>Refused: {@code DUTY_NEEDED}, and as all invitations are for what was typed.
     *
     * @param duties none for somebody who only reads
     */
    @RolesAllowed(Role.Names.SUPPLIER)
    @Assured
    public Outcome<Invitation> inviteColleague(String name, String email, Set<Duty> duties) {
        Caller caller = callers.current();
        Optional<Refusal> lacking = caller.lacks(Duty.ADMINISTER);
        return lacking.isPresent() ? Outcome.refused(lacking.get())
                : invite(caller.organisation(), Role.SUPPLIER, duties, name, email);
    }

    /**
     * A new link for a colleague who lost password and second factor. It is journaled who made it:
     * the organisation answers for its own people.
     *
     * <p>Refused: {@code DUTY_NEEDED}, {@code PARTY_NOT_FOUND} for the caller, for other
     * organisations' people and for those who left.
     */
    @RolesAllowed(Role.Names.SUPPLIER)
    @Assured
    public Outcome<Invitation> inviteColleagueAgain(String person) {
        Caller caller = callers.current();
        Optional<Refusal> lacking = caller.lacks(Duty.ADMINISTER);
        if (lacking.isPresent()) {
            return Outcome.refused(lacking.get());
        }
        Optional<PersonRow> colleague = Optional.ofNullable(person).flatMap(people::lockPerson)
                .filter(row -> caller.actsFor(row.organisation()) && !row.hasLeft()
                        && !row.id().equals(caller.person()));
        return colleague.isEmpty() ? Outcome.refused(Refusal.of(PartiesRefusal.PARTY_NOT_FOUND))
                : Outcome.done(link(colleague.get(), "person-invited-again"));
    }

    /** Invites an officer of an authority. */
    @RolesAllowed(Role.Names.ADMINISTRATOR)
    @Assured
    public Outcome<Invitation> inviteOfficer(String authority, String name, String email) {
        return people.lockOrganisation(authority, OrganisationKind.AUTHORITY).isPresent()
                ? invite(authority, Role.OFFICER, Set.of(), name, email)
                : Outcome.refused(Refusal.of(PartiesRefusal.PARTY_NOT_FOUND));
    }

    /**
     * Invites a member of opening committees. People from outside the buyer's house belong to an
     * organisation of their own; whoever bids opens nothing.
     *
     * <p>Refused: {@code PARTY_NOT_FOUND} where the organisation is no authority.
     */
    @RolesAllowed(Role.Names.ADMINISTRATOR)
    @Assured
    public Outcome<Invitation> inviteOpener(String authority, String name, String email) {
        return people.lockOrganisation(authority, OrganisationKind.AUTHORITY).isPresent()
                ? invite(authority, Role.OPENER, Set.of(), name, email)
                : Outcome.refused(Refusal.of(PartiesRefusal.PARTY_NOT_FOUND));
    }

    /** Invites an auditor, who sees what may be seen and changes nothing. */
    @RolesAllowed(Role.Names.ADMINISTRATOR)
    @Assured
    public Outcome<Invitation> inviteAuditor(String name, String email) {
        return invite(null, Role.AUDITOR, Set.of(), name, email);
    }

    /**
     * A new link for somebody who lost the first, or the password. Not for suppliers: with it an
     * administrator would sign in as the bidder and read a bid before it is opened. A colleague
     * invites them anew.
     *
     * <p>Refused: {@code PARTY_NOT_FOUND}, {@code LINK_OF_SUPPLIER}.
     */
    @RolesAllowed(Role.Names.ADMINISTRATOR)
    @Assured
    public Outcome<Invitation> inviteAgain(String person) {
        Optional<PersonRow> row = people.lockPerson(person);
        if (row.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.PARTY_NOT_FOUND));
        }
        return row.get().is(Role.SUPPLIER)
                ? Outcome.refused(Refusal.of(PartiesRefusal.LINK_OF_SUPPLIER))
                : Outcome.done(link(row.get(), "person-invited-again"));
    }

    /**
     * The same for whoever signs in with an e-mail address, as people name themselves who ask.
     *
     * <p>Refused: {@code EMAIL_UNKNOWN}, {@code LINK_OF_SUPPLIER}.
     */
    @RolesAllowed(Role.Names.ADMINISTRATOR)
    @Assured
    public Outcome<Invitation> inviteAgainByEmail(String email) {
        return email == null || email.isBlank() || people.byEmail(email.strip()).isEmpty()
                ? Outcome.refused(Refusal.at("wanted", PartiesRefusal.EMAIL_UNKNOWN))
                : inviteAgain(people.byEmail(email.strip()).get().id());
    }

    /** Whom a link invites, as long as it works. */
    @PermitAll
    public Optional<PersonView> open(String token) {
        return find(token, LockModeType.NONE)
                .flatMap(row -> people.person(row.person()))
                .map(PersonRow::view);
    }

    /**
     * Chooses the password. The link is used up, and so are all others of the same person; second
     * factors are to be set up anew, and sessions are over.
     */
    @PermitAll
    public Outcome<SignedIn> accept(String token, String password, String again) {
        Optional<InvitationRow> invitation = find(token, LockModeType.PESSIMISTIC_WRITE);
        if (invitation.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.LINK_INVALID));
        }
        PersonRow person = people.lockPerson(invitation.get().person()).orElseThrow();
        if (person.hasLeft()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.LINK_INVALID));
        }
        List<Refusal> refusals =
                PersonForm.judge("", password, again, person.name(), person.email());
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Instant now = clock.now();
        useUp(person, now);
        // Whoever needs a new link may have lost the telephone with the rest.
        boolean renewed = person.password() != null;
        if (renewed && authenticators.removeAll(person.id(), now)) {
            journal.append(People.subject(person), "second-factors-removed",
                    Actor.person(person.id()), now, People.about(person));
        }
        if (invitation.get().isMailed() && !person.isAddressConfirmed()) {
            person.confirmAddress(now);
        }
        person.password(Passwords.hash(password));
        people.endSessions(person.id(), "", now);
        browsers.forget(person.id());
        if (renewed) {
            people.revokeTokens(person.id(), now);
            notices.tell(person, MailKind.PASSWORD_CHANGED);
        }
        journal.append(People.subject(person), "invitation-accepted",
                Actor.person(person.id()), now, People.about(person));
        return Outcome.done(person.signedIn());
    }

    private Outcome<Invitation> invite(String organisation, Role role, Set<Duty> duties,
            String name, String email) {
        Outcome<PersonDetails> details = PersonForm.admit(name, email);
        if (!(details instanceof Outcome.Done<PersonDetails>(PersonDetails given))) {
            return details.refusal();
        }
        people.lockName("email:" + given.email().key());
        if (people.byEmail(given.email().text()).isPresent()) {
            return Outcome.refused(Refusal.at("person.email", PartiesRefusal.EMAIL_TAKEN));
        }
        Instant now = clock.now();
        PersonRow person =
                new PersonRow(Identifier.next(), organisation, given, Set.of(role), now);
        person.duties(duties);
        entities.persist(person);
        journal.append(People.subject(person), "role-granted", callers.current().actor(), now,
                Json.createObjectBuilder(People.about(person)).add("role", role.name()).build());
        return Outcome.done(link(person, "person-invited"));
    }

    private Invitation link(PersonRow person, String act) {
        Instant now = clock.now();
        useUp(person, now);
        Secret secret = Secret.next("");
        Instant expires = now.plus(LIFE);
        entities.flush();
        entities.persist(new InvitationRow(secret.sha256(), person.id(), false, now, expires));
        Secret mailed = Secret.next("");
        entities.persist(new InvitationRow(mailed.sha256(), person.id(), true, now, expires));
        notices.tell(person, MailKind.INVITATION, PATH + mailed.text(),
                LocalDate.ofInstant(expires, ZoneOffset.UTC).toString());
        journal.append(People.subject(person), act, callers.current().actor(), now,
                People.about(person));
        return new Invitation(person.view(), PATH + secret.text(), expires);
    }

    private void useUp(PersonRow person, Instant at) {
        entities.createQuery(
                        "SELECT i FROM InvitationRow i WHERE i.person = :person "
                                + "AND i.usedAt IS NULL", InvitationRow.class)
                .setParameter("person", person.id())
                .getResultStream()
                .forEach(row -> row.use(at));
    }

    private Optional<InvitationRow> find(String token, LockModeType lock) {
        if (token == null || token.length() > 100) {
            return Optional.empty();
        }
        InvitationRow row =
                entities.find(InvitationRow.class, new Secret(token).sha256(), lock);
        return Optional.ofNullable(row).filter(known -> known.isOpen(clock.now()));
    }
}
