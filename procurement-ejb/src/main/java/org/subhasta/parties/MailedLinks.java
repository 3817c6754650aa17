package org.subhasta.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.correspondence.MailKind;
import org.subhasta.correspondence.Outbox;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.MailedLinkRow.Purpose;

/** Links that show, when they are opened, that an account's address is its owner's. */
@ApplicationScoped
class MailedLinks {

    /** Nobody's mailbox is filled by somebody who asks again and again. */
    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final int MOST_AN_HOUR = 5;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ServerClock clock;

    @EJB
    private Outbox outbox;

    /**
     * Mails a link. Those before no longer work, but for passwords, where anybody may ask: a
     * stranger who does takes none away from the owner. The person's row is locked.
     *
     * @return whether it was mailed: not where that was asked for too often
     */
    boolean send(PersonRow person, Purpose purpose) {
        Instant now = clock.now();
        if (since(person, purpose, now.minus(PAUSE)) > 0
                || since(person, purpose, now.minus(Duration.ofHours(1))) >= MOST_AN_HOUR) {
            return false;
        }
        if (purpose != Purpose.NEW_PASSWORD) {
            useUp(person, purpose, now);
        }
        Secret secret = Secret.next("");
        entities.persist(new MailedLinkRow(secret.sha256(), person.id(), purpose, now));
        switch (purpose) {
            case CONFIRM_ADDRESS -> outbox.write(MailKind.CONFIRM_ADDRESS, person.email(),
                    person.name(), "/confirm-address?token=" + secret.text());
            case NEW_PASSWORD -> outbox.write(MailKind.NEW_PASSWORD, person.email(),
                    person.name(), "/forgotten/password?token=" + secret.text());
        }
        return true;
    }

    /** Whom a link was mailed to, as long as it works. */
    Optional<String> owner(String token, Purpose purpose, LockModeType lock) {
        return Optional.ofNullable(token).filter(text -> text.length() <= 100)
                .map(text -> entities.find(
                        MailedLinkRow.class, new Secret(text).sha256(), lock))
                .filter(row -> row.isOpen(purpose, clock.now()))
                .map(MailedLinkRow::person);
    }

    /** No link of that kind works any longer. */
    void useUp(PersonRow person, Purpose purpose, Instant at) {
        entities.createQuery("""
                        SELECT l FROM MailedLinkRow l WHERE l.person = :person
                          AND l.purpose = :purpose AND l.usedAt IS NULL""", MailedLinkRow.class)
                .setParameter("person", person.id())
                .setParameter("purpose", purpose)
                .getResultStream().forEach(row -> row.use(at));
    }

    private long since(PersonRow person, Purpose purpose, Instant from) {
        return entities.createQuery("""
                        SELECT COUNT(l) FROM MailedLinkRow l WHERE l.person = :person
                          AND l.purpose = :purpose AND l.createdAt > :from""", Long.class)
                .setParameter("person", person.id())
                .setParameter("purpose", purpose)
                .setParameter("from", from)
                .getSingleResult();
    }
}
