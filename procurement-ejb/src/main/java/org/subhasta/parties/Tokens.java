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
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.subhasta.journal.Journal;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.TokenRule;

/** Tokens with which programs do over the REST interface what their owner may do on a page. */
@Stateless
@RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.OFFICER, Role.Names.SUPPLIER,
        Role.Names.AUDITOR, Role.Names.OPENER})
public class Tokens {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @Inject
    private ServerClock clock;

    @Inject
    private RequestCaller request;

    @EJB
    private Callers callers;

    @EJB
    private TokenCallKeeper calls;

    @EJB
    private Journal journal;

    /** Makes a token for the caller, with which a program may do all that the caller may. */
    @Assured
    public Outcome<IssuedToken> issue(String name, int days) {
        return issue(name, days, EnumSet.allOf(TokenPermission.class));
    }

    /**
     * Makes a token for the caller.
     *
     * @param name        what the caller calls it
     * @param days        how long it works
     * @param permissions what it may do besides reading; none is a token that only reads
     */
    @Assured
    public Outcome<IssuedToken> issue(String name, int days, Set<TokenPermission> permissions) {
        PersonRow owner = people.lockPerson(callers.current().person()).orElseThrow();
        Instant now = clock.now();
        long inUse = rows(owner.id()).stream().filter(row -> row.isInUse(now)).count();
        Outcome<String> admitted = TokenRule.admit(name, days, inUse);
        if (!(admitted instanceof Outcome.Done<String>(String called))) {
            return admitted.refusal();
        }
        Secret secret = Secret.next("subhasta_");
        TokenRow row = new TokenRow(Identifier.next(), owner.id(), called, secret.sha256(),
                permissions, now, now.plus(Duration.ofDays(days)));
        entities.persist(row);
        record(owner, row, "token-issued", now);
        return Outcome.done(new IssuedToken(row.view(owner.name(), now), secret.text()));
    }

    /**
     * Puts a token out of use at once: one of the caller's, or of a colleague where the caller
     * administers the organisation. Refused: {@code PARTY_NOT_FOUND}, for all others.
     */
    public Outcome<TokenView> revoke(String token) {
        Optional<TokenRow> found = seen(token);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.PARTY_NOT_FOUND));
        }
        TokenRow row = found.get();
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        PersonRow owner = people.person(row.person()).orElseThrow();
        Instant now = clock.now();
        if (row.isInUse(now)) {
            row.revoke(now);
            record(owner, row, "token-revoked", now);
        }
        return Outcome.done(row.view(owner.name(), now));
    }

    /** The caller's tokens, the latest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<TokenView> mine() {
        Instant now = clock.now();
        String me = callers.current().person();
        String name = people.person(me).orElseThrow().name();
        return rows(me).stream().map(row -> row.view(name, now)).toList();
    }

    /**
     * The tokens in use of the caller's colleagues, by their names; none where the caller does not
     * administer the organisation.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<TokenView> ofColleagues() {
        Caller caller = callers.current();
        if (caller.lacks(Duty.ADMINISTER).isPresent()) {
            return List.of();
        }
        Instant now = clock.now();
        return people.of(caller.organisation()).stream()
                .filter(one -> !one.left() && !one.id().equals(caller.person()))
                .sorted(Comparator.comparing(PersonView::name).thenComparing(PersonView::id))
                .flatMap(one -> rows(one.id()).stream().filter(row -> row.isInUse(now))
                        .map(row -> row.view(one.name(), now)))
                .toList();
    }

    /** A token that the caller may revoke, with its last calls. */
    public Optional<TokenUse> find(String token) {
        Optional<TokenRow> found = seen(token);
        found.ifPresent(row -> calls.keep());
        return found.map(row -> new TokenUse(
                row.view(people.person(row.person()).orElseThrow().name(), clock.now()),
                entities.createQuery("""
                                SELECT c FROM TokenCallRow c WHERE c.token = :token
                                ORDER BY c.number DESC""", TokenCallRow.class)
                        .setParameter("token", row.id())
                        .setMaxResults(TokenCalls.KEPT)
                        .getResultStream().map(TokenCallRow::view).toList()));
    }

    /** Whose token this is and what it may do, if it is one that works. */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<TokenInUse> owner(String secret, Visitor visitor) {
        if (secret == null || secret.length() > 200) {
            return Optional.empty();
        }
        Optional<Object[]> found = entities.createQuery("""
                        SELECT t, p FROM TokenRow t, PersonRow p
                        WHERE t.sha256 = :sha256 AND p.id = t.person""", Object[].class)
                .setParameter("sha256", new Secret(secret).sha256())
                .getResultStream()
                .filter(row -> ((TokenRow) row[0]).isInUse(clock.now()))
                .filter(row -> ((PersonRow) row[1]).mayActFrom(visitor))
                .findFirst();
        found.ifPresent(row -> request.found((PersonRow) row[1]));
        return found.map(row -> new TokenInUse(((TokenRow) row[0]).id(),
                ((PersonRow) row[1]).signedIn(), ((TokenRow) row[0]).permissions()));
    }

    /** A token of the caller's own, or of a colleague's where the caller administers. */
    private Optional<TokenRow> seen(String token) {
        Caller caller = callers.current();
        return Optional.ofNullable(token).map(id -> entities.find(TokenRow.class, id))
                .filter(row -> row.person().equals(caller.person())
                        || caller.lacks(Duty.ADMINISTER).isEmpty()
                        && people.person(row.person()).map(PersonRow::organisation)
                                .filter(caller::actsFor).isPresent());
    }

    private List<TokenRow> rows(String person) {
        return entities.createQuery("""
                        SELECT t FROM TokenRow t WHERE t.person = :person
                        ORDER BY t.createdAt DESC, t.id""", TokenRow.class)
                .setParameter("person", person)
                .getResultList();
    }

    private void record(PersonRow owner, TokenRow row, String act, Instant now) {
        journal.append(People.subject(owner), act, callers.current().actor(), now,
                Json.createObjectBuilder(People.about(owner))
                        .add("token", row.id()).build());
    }
}
