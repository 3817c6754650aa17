package org.subhasta.parties;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.correspondence.MailKind;
import org.subhasta.journal.Actor;
import org.subhasta.journal.Journal;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.Assurance;
import org.subhasta.parties.model.AuthenticatorRule;
import org.subhasta.parties.model.PartiesRefusal;

/**
 * What people show besides their password: an app that makes codes (RFC 6238), and codes on paper
 * for whoever lost it. With one, a session is sure enough for acts that bind ({@link Assured}).
 */
@Stateless
@RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.SUPPLIER,
        Role.Names.AUDITOR, Role.Names.OPENER})
public class SecondFactors {

    /** How apps call the platform. */
    private static final String ISSUER = "Subhasta";
    private static final int LONGEST_CODE = 100;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @Inject
    private Authenticators authenticators;

    @Inject
    private SignInAttempts attempts;

    @Inject
    private KnownBrowsers browsers;

    @Inject
    private Notices notices;

    @Inject
    private ServerClock clock;

    @EJB
    private Callers callers;

    @EJB
    private Journal journal;

    /** The caller's. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public SecondFactorView mine() {
        String person = callers.current().person();
        return new SecondFactorView(authenticators.of(person).stream()
                .map(AuthenticatorRow::view).toList(), authenticators.recoveryCodes(person));
    }

    /**
     * A secret for an app of the caller's, to be proven with {@link #add}; the same one for an
     * hour, so that a page may be loaded again.
     */
    public OfferedAuthenticator offer() {
        PersonRow person = people.lockPerson(callers.current().person()).orElseThrow();
        AuthenticatorRow offered = authenticators.offer(person.id(), clock.now());
        byte[] secret = authenticators.secret(offered);
        return new OfferedAuthenticator(offered.id(), Totp.base32(secret),
                Totp.uri(ISSUER, person.email(), secret));
    }

    /**
     * Adds the offered app. With the first one, the caller's session becomes sure enough at once
     * and all others of the person end: they were made without it.
     *
     * <p>Refused: {@code FIELD_REQUIRED} and the like for the name,
     * {@code SECOND_FACTORS_TOO_MANY}, {@code SECOND_FACTOR_WRONG}.
     *
     * @param name how the caller calls it
     * @param code that it shows
     */
    public Outcome<AddedAuthenticator> add(String name, String code) {
        Caller caller = callers.current();
        PersonRow person = people.lockPerson(caller.person()).orElseThrow();
        int others = authenticators.of(person.id()).size();
        Outcome<String> called = AuthenticatorRule.admit(name, others);
        if (!(called instanceof Outcome.Done<String>(String given))) {
            return called.refusal();
        }
        Instant now = clock.now();
        Optional<AuthenticatorRow> proven = isLegible(code)
                ? authenticators.prove(person.id(), code, now) : Optional.empty();
        if (proven.isEmpty()) {
            return Outcome.refused(Refusal.at("code", PartiesRefusal.SECOND_FACTOR_WRONG));
        }
        proven.get().add(given, now);
        record(person, "second-factor-added", proven.get().id(), now);
        notices.tell(person, MailKind.SECOND_FACTOR_ADDED, given);
        if (others > 0) {
            return Outcome.done(new AddedAuthenticator(proven.get().view(), List.of()));
        }
        people.endSessions(person.id(), caller.session(), now);
        Optional.ofNullable(entities.find(
                        SessionRow.class, caller.session(), LockModeType.PESSIMISTIC_WRITE))
                .ifPresent(session -> session.raise(Assurance.SUBSTANTIAL));
        return Outcome.done(new AddedAuthenticator(
                proven.get().view(), authenticators.makeCodes(person.id(), now)));
    }

    /**
     * Takes an app of the caller's away.
     *
     * <p>Refused: {@code PARTY_NOT_FOUND}, {@code SECOND_FACTOR_LAST}: then anybody with the
     * password could add their own.
     */
    @Assured
    public Outcome<AuthenticatorView> remove(String authenticator) {
        PersonRow person = people.lockPerson(callers.current().person()).orElseThrow();
        List<AuthenticatorRow> own = authenticators.of(person.id());
        Optional<AuthenticatorRow> found = own.stream()
                .filter(row -> row.id().equals(authenticator)).findFirst();
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.PARTY_NOT_FOUND));
        }
        if (own.size() == 1) {
            return Outcome.refused(Refusal.of(PartiesRefusal.SECOND_FACTOR_LAST));
        }
        Instant now = clock.now();
        found.get().remove(now);
        record(person, "second-factor-removed", found.get().id(), now);
        notices.tell(person, MailKind.SECOND_FACTOR_REMOVED, found.get().view().name());
        return Outcome.done(found.get().view());
    }

    /**
     * Makes the caller's recovery codes anew; those before are of no use any longer.
     *
     * @return each good once
     */
    @Assured
    public Outcome<List<String>> makeRecoveryCodes() {
        PersonRow person = people.lockPerson(callers.current().person()).orElseThrow();
        Instant now = clock.now();
        journal.append(People.subject(person), "recovery-codes-made",
                callers.current().actor(), now, People.about(person));
        return Outcome.done(authenticators.makeCodes(person.id(), now));
    }

    /** Whose session waits for the second factor; empty where none does. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<SignedIn> awaited(String session, Visitor visitor) {
        return waiting(session, LockModeType.NONE, visitor).map(PersonRow::signedIn);
    }

    /**
     * The code that the app of a demonstration account shows now, for the page to fill in as it
     * fills in the password; empty for all other accounts.
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<String> demonstrationCode(String session, Visitor visitor) {
        return waiting(session, LockModeType.NONE, visitor)
                .filter(PersonRow::isDemonstration)
                .map(person -> authenticators.demonstrationCode(clock.now()));
    }

    /**
     * Completes signing in. Attempts are slowed as those with a password are, and after a hundred
     * wrong ones there are none for an hour but in browsers that are known.
     *
     * <p>Refused: {@code SESSION_OVER}, {@code SIGN_IN_TOO_OFTEN}, {@code SECOND_FACTOR_WRONG},
     * {@code SECOND_FACTOR_USED}.
     *
     * @param code of an app, or a recovery code
     */
    @PermitAll
    public Outcome<SignedIn> confirm(String session, String code, Visitor visitor) {
        Optional<PersonRow> awaited =
                waiting(session, LockModeType.PESSIMISTIC_WRITE, visitor);
        if (awaited.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.SESSION_OVER));
        }
        PersonRow person = awaited.get();
        Instant now = clock.now();
        String account = "code " + person.id();
        boolean known = browsers.isKnown(visitor, person.email(), now);
        Optional<Refusal> wornOut = known ? Optional.empty() : attempts.wornOut(account);
        return wornOut.isPresent() ? Outcome.refused(wornOut.get())
                : attempts.judge(account, visitor, known,
                        () -> confirmed(session, person, code, now));
    }

    private Outcome<SignedIn> confirmed(
            String session, PersonRow person, String code, Instant now) {
        // Of a demonstration account everybody knows the secret, and many use it at once.
        Optional<Refusal> refused = isLegible(code)
                ? authenticators.use(person.id(), code, person.isDemonstration(), now)
                : Optional.of(Refusal.at("code", PartiesRefusal.SECOND_FACTOR_WRONG));
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        if (RecoveryCode.isOne(code)) {
            journal.append(People.subject(person), "recovery-code-used",
                    Actor.person(person.id()), now, People.about(person));
            notices.tell(person, MailKind.RECOVERY_CODE_USED);
        }
        entities.find(SessionRow.class, session).raise(Assurance.SUBSTANTIAL);
        return Outcome.done(person.signedIn());
    }

    private Optional<PersonRow> waiting(String session, LockModeType lock, Visitor visitor) {
        return Optional.ofNullable(session)
                .map(id -> entities.find(SessionRow.class, id, lock))
                .filter(row -> row.isWaiting(clock.now()))
                .flatMap(row -> people.person(row.person()))
                .filter(person -> person.mayActFrom(visitor));
    }

    private static boolean isLegible(String code) {
        return code != null && code.length() <= LONGEST_CODE;
    }

    private void record(PersonRow person, String act, String authenticator, Instant now) {
        journal.append(People.subject(person), act, callers.current().actor(), now,
                Json.createObjectBuilder(People.about(person))
                        .add("secondFactor", authenticator).build());
    }
}
