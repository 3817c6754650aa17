package org.subhasta.parties;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.correspondence.MailKind;
import org.subhasta.journal.Journal;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.EmailAddress;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.PasswordRule;

/** Signing in, and what people do with their own account. */
@Stateless
public class Accounts {

    @Inject
    private People people;

    @Inject
    private SignInAttempts attempts;

    @Inject
    private PasswordTurns passwords;

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
     * Whether this is the person's password. Every failure gets the same answer after the same
     * work, so that nobody learns from it who has an account. Whoever guesses is slowed, the owner
     * is not ({@link SignInAttempts}).
     *
     * <p>Refused: {@code SIGN_IN_REFUSED}, {@code SIGN_IN_TOO_OFTEN}, {@code SIGN_IN_BUSY}.
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Outcome<SignedIn> signIn(String email, String password, Visitor visitor) {
        if (email == null || email.isBlank() || email.length() > EmailAddress.LONGEST
                || password == null || PasswordRule.isTooLong(password)) {
            // Nobody's password: not worth a hash, and so not an attempt to be remembered either.
            return Outcome.refused(Refusal.of(PartiesRefusal.SIGN_IN_REFUSED));
        }
        String account = new EmailAddress(email.strip()).key();
        boolean known = browsers.isKnown(visitor, account, clock.now());
        return attempts.judge(account, visitor, known,
                () -> verified(account, password, visitor, known));
    }

    /**
     * Why attempts from there are refused before they are looked at, whatever the account:
     * {@code SIGN_IN_TOO_OFTEN} or {@code SIGN_IN_BUSY}. Never in a browser in which somebody
     * signed in before.
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Refusal> turnedAway(Visitor visitor) {
        return browsers.isKnown(visitor, clock.now())
                ? Optional.empty() : attempts.turnedAway(visitor);
    }

    private Outcome<SignedIn> verified(
            String account, String password, Visitor visitor, boolean known) {
        Optional<PersonRow> person = people.byEmail(account);
        String stored = person.map(PersonRow::password).orElse(null);
        Optional<Boolean> right = passwords.verify(stored, password, visitor, known);
        if (right.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.SIGN_IN_BUSY));
        }
        return right.get() && person.orElseThrow().mayActFrom(visitor)
                ? Outcome.done(person.get().signedIn())
                : Outcome.refused(Refusal.of(PartiesRefusal.SIGN_IN_REFUSED));
    }

    /** The caller's own account. */
    @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.SUPPLIER,
            Role.Names.AUDITOR, Role.Names.OPENER})
    public PersonView mine() {
        return people.person(callers.current().person()).orElseThrow().view();
    }

    /** Chooses another password; every other session of the person is over then. */
    @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.SUPPLIER,
            Role.Names.AUDITOR, Role.Names.OPENER})
    public Outcome<SignedIn> changePassword(String current, String password, String again) {
        Caller caller = callers.current();
        Outcome<Boolean> right = isOwn(caller, current);
        if (right instanceof Outcome.Refused<Boolean> refused) {
            return refused.refusal();
        }
        PersonRow row = people.lockPerson(caller.person()).orElseThrow();
        List<Refusal> refusals = PersonForm.judge("", password, again, row.name(), row.email());
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        row.password(Passwords.hash(password));
        Instant now = clock.now();
        people.endSessions(row.id(), caller.session(), now);
        browsers.forget(row.id());
        journal.append(People.subject(row), "password-changed", caller.actor(), now,
                People.about(row));
        notices.tell(row, MailKind.PASSWORD_CHANGED);
        return Outcome.done(row.signedIn());
    }

    /** Whoever sits at somebody's open session guesses the password no faster than elsewhere. */
    private Outcome<Boolean> isOwn(Caller caller, String password) {
        String stored = people.person(caller.person()).orElseThrow().password();
        Visitor session = new Visitor("account of " + caller.person(), false);
        return attempts.judge("own " + caller.person(), session, false, () -> {
            Optional<Boolean> right = password == null ? Optional.of(false)
                    : passwords.verify(stored, password, session, false);
            if (right.isEmpty()) {
                return Outcome.refused(Refusal.of(PartiesRefusal.SIGN_IN_BUSY));
            }
            return right.get() ? Outcome.done(true)
                    : Outcome.refused(Refusal.at("current", PartiesRefusal.PASSWORD_WRONG));
        });
    }

    /**
     * Says that everybody knows this account's password and second factor: it works from this
     * machine only, and only while the system runs as a demonstration (P6). Again: no effect.
     */
    @RolesAllowed(Role.Names.ADMINISTRATOR)
    public Outcome<PersonView> markAsDemonstration(String person) {
        if (!Demonstration.isOn()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.NOT_A_DEMONSTRATION));
        }
        Optional<PersonRow> found = people.lockPerson(person);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.PARTY_NOT_FOUND));
        }
        Instant now = clock.now();
        if (!found.get().isDemonstration()) {
            found.get().markDemonstration();
            found.get().confirmAddress(now);
            journal.append(People.subject(found.get()), "account-marked-demonstration",
                    callers.current().actor(), now, People.about(found.get()));
        }
        authenticators.demonstrate(found.get().id(), now);
        return Outcome.done(found.get().view());
    }
}
