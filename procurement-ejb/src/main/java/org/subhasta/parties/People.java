package org.subhasta.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.journal.Subject;
import org.subhasta.parties.model.EmailAddress;
import org.subhasta.parties.model.OrganisationKind;

/** Finds and locks what the doors of this package work on. */
@ApplicationScoped
class People {

    @PersistenceContext
    private EntityManager entities;

    Optional<PersonRow> byEmail(String email) {
        return entities.createQuery(
                        "SELECT p FROM PersonRow p WHERE lower(p.email) = :email", PersonRow.class)
                .setParameter("email", new EmailAddress(email).key())
                .getResultStream()
                .findFirst();
    }

    Optional<PersonRow> person(String id) {
        return Optional.ofNullable(entities.find(PersonRow.class, id));
    }

    Optional<PersonRow> lockPerson(String id) {
        return Optional.ofNullable(
                entities.find(PersonRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<OrganisationRow> lockOrganisation(String id, OrganisationKind kind) {
        return Optional.ofNullable(id)
                .map(known -> entities.find(
                        OrganisationRow.class, known, LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> row.kind() == kind);
    }

    List<PersonView> of(String organisation) {
        return rows(organisation).stream().map(PersonRow::view).toList();
    }

    /** Whether somebody who administers the organisation has confirmed their address. */
    boolean isReachable(String organisation) {
        return rows(organisation).stream().anyMatch(row -> !row.hasLeft()
                && row.isAddressConfirmed() && row.duties().contains(Duty.ADMINISTER));
    }

    List<PersonRow> rows(String organisation) {
        return entities.createQuery("""
                        SELECT p FROM PersonRow p WHERE p.organisation = :organisation
                        ORDER BY p.leftAt NULLS FIRST, p.name, p.id""", PersonRow.class)
                .setParameter("organisation", organisation)
                .getResultList();
    }

    /** Identifiers of a person's certificates that wait for a decision or are admitted. */
    List<String> certificatesInUse(String person) {
        return entities.createQuery("""
                        SELECT c.id FROM CertificateRow c
                        WHERE c.person = :person AND c.state IN ('enrolled', 'approved')
                        ORDER BY c.id""", String.class)
                .setParameter("person", person)
                .getResultList();
    }

    /** How many organisations of that entry of a register there are besides this one. */
    int others(OrganisationRow row, boolean approvedOnly) {
        return entities.createQuery("""
                        SELECT COUNT(o) FROM OrganisationRow o
                        WHERE o.register = :register AND o.id <> :id
                          AND (:all = TRUE OR o.state = 'approved')""", Long.class)
                .setParameter("register", row.register())
                .setParameter("id", row.id())
                .setParameter("all", !approvedOnly)
                .getSingleResult().intValue();
    }

    boolean isApproved(String register) {
        return !entities.createQuery("""
                        SELECT o.id FROM OrganisationRow o
                        WHERE o.register = :register AND o.state = 'approved'""", String.class)
                .setParameter("register", register)
                .getResultList().isEmpty();
    }

    /**
     * Lets one transaction at a time decide about a thing that is not there yet, such as an e-mail
     * address or a number in a register: there is no row to lock.
     */
    void lockName(String name) {
        entities.createNativeQuery(
                        "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:name, 0)))",
                        Integer.class)
                .setParameter("name", "parties:" + name)
                .getSingleResult();
    }

    /** The sessions of a person that nobody ended, the one last seen first. */
    List<SessionRow> sessions(String person) {
        return entities.createQuery("""
                        SELECT s FROM SessionRow s
                        WHERE s.person = :person AND s.endedAt IS NULL
                        ORDER BY s.lastSeenAt DESC, s.id""", SessionRow.class)
                .setParameter("person", person)
                .getResultList();
    }

    /**
     * Ends the sessions of a person.
     *
     * @param but the one that stays; {@code ""} where none does
     * @return how many somebody was signed in by
     */
    int endSessions(String person, String but, Instant now) {
        List<SessionRow> ended = sessions(person).stream()
                .filter(row -> !row.id().equals(but)).toList();
        int signedIn = (int) ended.stream().filter(row -> row.isSignedIn(now)).count();
        ended.forEach(row -> {
            entities.lock(row, LockModeType.PESSIMISTIC_WRITE);
            row.end(now);
        });
        return signedIn;
    }

    /** Whoever had the password may have made tokens, too. */
    void revokeTokens(String person, Instant now) {
        entities.createQuery("""
                        SELECT t FROM TokenRow t
                        WHERE t.person = :person AND t.revokedAt IS NULL""", TokenRow.class)
                .setParameter("person", person)
                .getResultStream().forEach(row -> row.revoke(now));
    }

    /** Where acts about a person are journaled. */
    static Subject subject(PersonRow person) {
        return person.organisation().isEmpty()
                ? Subject.PLATFORM : Subject.of("organisation", person.organisation());
    }

    /** A payload that names a person. Names and addresses are personal data and stay out. */
    static JsonObject about(PersonRow person) {
        return Json.createObjectBuilder().add("person", person.id()).build();
    }
}
