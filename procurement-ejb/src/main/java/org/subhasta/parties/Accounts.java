package org.subhasta.parties;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
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
     * work, so that nobody learns from it who has an account. Attempts are slowed for each pair of
     * account and network address, so that a stranger who guesses never locks the owner out.
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
        Duration waiting = attempts.begin(account, visitor);
        if (!waiting.isZero()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.SIGN_IN_TOO_OFTEN,
                    String.valueOf(waiting.toSeconds() + 1)));
        }
        Optional<PersonRow> person = people.byEmail(account);
        String stored = person.map(PersonRow::password).orElse(null);
        if (!Passwords.verify(stored, password)
                || !person.orElseThrow().mayActFrom(visitor)) {
            return Outcome.refused(Refusal.of(PartiesRefusal.SIGN_IN_REFUSED));
        }
        attempts.succeeded(account, visitor);
        return Outcome.done(person.get().signedIn());
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
        PersonRow row = people.lockPerson(caller.person()).orElseThrow();
        if (current == null || !Passwords.verify(row.password(), current)) {
            return Outcome.refused(Refusal.at("current", PartiesRefusal.PASSWORD_WRONG));
        }
        List<Refusal> refusals = PersonForm.judge("", password, again, row.name(), row.email());
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        row.password(Passwords.hash(password));
        Instant now = clock.now();
        people.endSessions(row.id(), caller.session(), now);
        journal.append(People.subject(row), "password-changed", caller.actor(), now,
                People.about(row));
        notices.tell(row, MailKind.PASSWORD_CHANGED);
        return Outcome.done(row.signedIn());
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
