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
        return Outcome.done(new IssuedToken(row.view(now), secret.text()));
    }

    /** Puts one of the caller's tokens out of use at once. */
    public Outcome<TokenView> revoke(String token) {
        Caller caller = callers.current();
        Optional<TokenRow> found = Optional.ofNullable(token)
                .map(id -> entities.find(TokenRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> row.person().equals(caller.person()));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.PARTY_NOT_FOUND));
        }
        Instant now = clock.now();
        if (found.get().isInUse(now)) {
            found.get().revoke(now);
            record(people.person(caller.person()).orElseThrow(), found.get(), "token-revoked", now);
        }
        return Outcome.done(found.get().view(now));
    }

    /** The caller's tokens, the latest first. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<TokenView> mine() {
        Instant now = clock.now();
        return rows(callers.current().person()).stream().map(row -> row.view(now)).toList();
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
                        .add("token", row.view(now).id()).build());
    }
}
