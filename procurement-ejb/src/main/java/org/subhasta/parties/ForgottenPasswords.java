package org.subhasta.parties;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.correspondence.MailKind;
import org.subhasta.journal.Actor;
import org.subhasta.journal.Journal;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.MailedLinkRow.Purpose;
import org.subhasta.parties.model.EmailAddress;
import org.subhasta.parties.model.PartiesRefusal;

/**
 * For whoever forgot the password. The link in the mail replaces the password and nothing else: the
 * second step is asked for as before, so that whoever reads somebody's mail is not signed in by it.
 */
@Stateless
@PermitAll
public class ForgottenPasswords {

    @Inject
    private People people;

    @Inject
    private MailedLinks links;

    @Inject
    private Notices notices;

    @Inject
    private SignInAttempts attempts;

    @Inject
    private KnownBrowsers browsers;

    @Inject
    private ServerClock clock;

    @EJB
    private ForgottenLinks later;

    @EJB
    private Journal journal;

    /**
     * Asks for a link. The answer is the same, and takes the same work, whether anybody signs in
     * with the address or not: the rest is done after it.
     *
     * <p>Refused: {@code FIELD_REQUIRED}, {@code FIELD_TOO_LONG}, {@code EMAIL_MALFORMED};
     * {@code SIGN_IN_TOO_OFTEN} for the address and the visitor together.
     *
     * @return the address as it was understood
     */
    public Outcome<String> ask(String email, Visitor visitor) {
        if (!(EmailAddress.admit("email", email)
                instanceof Outcome.Done<EmailAddress>(EmailAddress address))) {
            return EmailAddress.admit("email", email).refusal();
        }
        Optional<Refusal> tooOften = attempts.count("forgotten " + address.key(), visitor);
        if (tooOften.isPresent()) {
            return Outcome.refused(tooOften.get());
        }
        later.send(address.text());
        return Outcome.done(address.text());
    }

    /** Whose password a mailed link replaces, as long as it works. */
    public Optional<PersonView> open(String token) {
        return links.owner(token, Purpose.NEW_PASSWORD, LockModeType.NONE)
                .flatMap(people::person).map(PersonRow::view);
    }

    /**
     * Chooses another password. All sessions of the person are over, and nobody is signed in.
     *
     * <p>Refused: {@code LINK_INVALID}, and as all passwords are.
     */
    public Outcome<PersonView> choose(String token, String password, String again) {
        Optional<PersonRow> owner =
                links.owner(token, Purpose.NEW_PASSWORD, LockModeType.PESSIMISTIC_WRITE)
                        .flatMap(people::lockPerson).filter(person -> !person.hasLeft());
        if (owner.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.LINK_INVALID));
        }
        PersonRow person = owner.get();
        List<Refusal> refusals =
                PersonForm.judge("", password, again, person.name(), person.email());
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Instant now = clock.now();
        links.useUp(person, Purpose.NEW_PASSWORD, now);
        person.password(Passwords.hash(password));
        people.endSessions(person.id(), "", now);
        browsers.forget(person.id());
        people.revokeTokens(person.id(), now);
        journal.append(People.subject(person), "password-renewed",
                Actor.person(person.id()), now, People.about(person));
        notices.tell(person, MailKind.PASSWORD_CHANGED);
        return Outcome.done(person.view());
    }
}
