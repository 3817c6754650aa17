package org.subhasta.parties;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.subhasta.journal.Actor;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.PersonDetails;

/**
 * How the first administrator comes to be (P5). The launcher prints a link with a random token and
 * hands the server only the token's SHA-256 (system property {@code subhasta.setup}, lower-case
 * hexadecimal); whoever can read what the launcher prints is in charge of the machine anyway.
 */
@Stateless
@PermitAll
public class Setup {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @Inject
    private ServerClock clock;

    @EJB
    private Journal journal;

    /** Whether the link still works: right token, and no administrator yet. */
    public boolean isOpen(String token) {
        return isToken(token) && !hasAdministrator();
    }

    /** Makes the first administrator. */
    public Outcome<SignedIn> begin(String token, PersonForm form) {
        return first(form, () -> isToken(token), PartiesRefusal.LINK_INVALID);
    }

    /** Makes the first administrator of a demonstration, which nobody set up by hand. */
    public Outcome<SignedIn> demonstrate(PersonForm form) {
        return first(form, Demonstration::isOn, PartiesRefusal.NOT_A_DEMONSTRATION);
    }

    private Outcome<SignedIn> first(
            PersonForm form, BooleanSupplier permitted, PartiesRefusal otherwise) {
        if (!permitted.getAsBoolean()) {
            return Outcome.refused(Refusal.of(otherwise));
        }
        people.lockName("setup");
        if (hasAdministrator()) {
            return Outcome.refused(Refusal.of(PartiesRefusal.ALREADY_SET_UP));
        }
        Outcome<PersonDetails> details = form.check();
        if (!(details instanceof Outcome.Done<PersonDetails>(PersonDetails given))) {
            return details.refusal();
        }
        people.lockName("email:" + given.email().key());
        if (people.byEmail(given.email().text()).isPresent()) {
            return Outcome.refused(Refusal.at("person.email", PartiesRefusal.EMAIL_TAKEN));
        }
        Instant now = clock.now();
        PersonRow row =
                new PersonRow(Identifier.next(), null, given, Set.of(Role.ADMINISTRATOR), now);
        row.password(Passwords.hash(form.password()));
        entities.persist(row);
        journal.append(Subject.PLATFORM, "role-granted", Actor.system("setup"), now,
                Json.createObjectBuilder(People.about(row))
                        .add("role", Role.ADMINISTRATOR.name()).build());
        return Outcome.done(row.signedIn());
    }

    private static boolean isToken(String token) {
        String expected = System.getProperty("subhasta.setup", "");
        return token != null && token.length() <= 200 && expected.length() == 64
                && new Secret(token).hasSha256(expected);
    }

    private boolean hasAdministrator() {
        return !entities.createQuery(
                        "SELECT p.id FROM PersonRow p WHERE :role MEMBER OF p.roles", String.class)
                .setParameter("role", Role.ADMINISTRATOR)
                .setMaxResults(1)
                .getResultList().isEmpty();
    }
}
