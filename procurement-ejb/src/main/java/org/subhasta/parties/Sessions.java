package org.subhasta.parties;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.Assurance;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.SessionRule;
import org.subhasta.parties.model.SignInMethod;

/**
 * Who is signed in where. A session is a row, so that its owner sees it and ends it from anywhere,
 * and a restart forgets nobody's end; the browser's own session remembers no more than its
 * identifier, which opens nothing by itself.
 */
@Stateless
@RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.SUPPLIER,
        Role.Names.AUDITOR, Role.Names.OPENER})
public class Sessions {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @Inject
    private Authenticators authenticators;

    @Inject
    private KnownBrowsers browsers;

    @Inject
    private ServerClock clock;

    @Inject
    private RequestCaller request;

    @EJB
    private Callers callers;

    @EJB
    private Sessions self;

    /**
     * Begins a session of somebody whose identity was just shown. Where the person has a second
     * factor and the method is not as sure by itself, nobody is signed in by it until
     * {@link SecondFactors#confirm}.
     *
     * @param browser what the browser says it is
     * @return the session's identifier
     */
    @PermitAll
    public String begin(SignedIn who, SignInMethod method, String browser) {
        boolean waits = !method.assurance().isAtLeast(Assurance.SUBSTANTIAL)
                && !authenticators.of(who.person()).isEmpty();
        SessionRow row = new SessionRow(Identifier.next(), who.person(), method,
                waits ? null : method.assurance(), SessionRule.browser(browser), clock.now());
        entities.persist(row);
        return row.id();
    }

    /**
     * Notes that somebody signed in to the end in the visitor's browser, where attempts of others
     * slow nobody down from now on.
     *
     * @return the secret that the browser is to keep; empty where nobody is signed in yet
     */
    @PermitAll
    public Optional<String> remember(String session, Visitor visitor) {
        Instant now = clock.now();
        return find(session).filter(row -> row.isSignedIn(now))
                .map(row -> browsers.remember(row.person(), visitor, now));
    }

    /**
     * Who is signed in by a session: it is not over, and the place is one the account works from.
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<OpenSession> current(String session, Visitor visitor) {
        Instant now = clock.now();
        Optional<SessionRow> open = find(session).filter(row -> row.isSignedIn(now));
        Optional<PersonRow> person = open.flatMap(row -> people.person(row.person()))
                .filter(row -> row.mayActFrom(visitor));
        if (person.isEmpty()) {
            return Optional.empty();
        }
        request.found(person.get(), open.get());
        if (open.get().isToBeSeen(now)) {
            self.seen(session);
        }
        return Optional.of(new OpenSession(
                session, person.get().signedIn(), open.get().assurance()));
    }

    /** Writes down a sign of life, in a transaction of its own. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void seen(String session) {
        // Of two requests at once one is enough; neither waits for the other's version.
        entities.createQuery("""
                        UPDATE SessionRow s SET s.lastSeenAt = :now
                        WHERE s.id = :id AND s.endedAt IS NULL AND s.lastSeenAt < :now""")
                .setParameter("now", clock.now())
                .setParameter("id", session)
                .executeUpdate();
    }

    /** Ends a session, as signing out does; again has no effect. */
    @PermitAll
    public void end(String session) {
        Optional.ofNullable(entities.find(
                        SessionRow.class, session, LockModeType.PESSIMISTIC_WRITE))
                .ifPresent(row -> row.end(clock.now()));
    }

    /** The caller's sessions that are not over, the one last seen first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<SessionView> mine() {
        Instant now = clock.now();
        Caller caller = callers.current();
        return people.sessions(caller.person()).stream()
                .filter(row -> row.isSignedIn(now))
                .map(row -> row.view(caller.session()))
                .toList();
    }

    /**
     * Ends one of the caller's sessions.
     *
     * <p>Refused: {@code PARTY_NOT_FOUND} for somebody else's.
     */
    public Outcome<SessionView> endMine(String session) {
        Caller caller = callers.current();
        Optional<SessionRow> own = find(session)
                .filter(row -> row.person().equals(caller.person()));
        if (own.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.PARTY_NOT_FOUND));
        }
        entities.lock(own.get(), LockModeType.PESSIMISTIC_WRITE);
        own.get().end(clock.now());
        return Outcome.done(own.get().view(caller.session()));
    }

    /**
     * Ends the caller's sessions but the one that calls.
     *
     * @return how many there were
     */
    public Outcome<Integer> endOthers() {
        Caller caller = callers.current();
        return Outcome.done(
                people.endSessions(caller.person(), caller.session(), clock.now()));
    }

    private Optional<SessionRow> find(String session) {
        return Optional.ofNullable(session).map(id -> entities.find(SessionRow.class, id));
    }
}
