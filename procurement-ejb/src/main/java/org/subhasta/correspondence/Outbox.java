package org.subhasta.correspondence;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.ServerClock;

/** Where other capabilities leave letters, in the transaction of what they tell of (C1). */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Outbox {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ServerClock clock;

    /**
     * Writes a letter.
     *
     * @param address as admitted by {@code EmailAddress}
     * @param name    of whoever reads it
     * @param values  as the kind says; one that begins with a slash is a path of the platform
     */
    public void write(MailKind kind, String address, String name, String... values) {
        store(kind, null, Letters.write(kind, address, name, values));
    }

    /**
     * Writes a letter, unless one was written for that occasion before (C5).
     *
     * @param occasion what distinguishes it, such as {@code token 1234 7 days}
     */
    public void writeOnce(String occasion, MailKind kind, String address, String name,
            String... values) {
        // Looked at first, so that most letters, which are there, take no lock.
        if (isWritten(occasion)) {
            return;
        }
        entities.createNativeQuery(
                        "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:name, 0)))",
                        Integer.class)
                .setParameter("name", "mail:" + occasion).getSingleResult();
        if (!isWritten(occasion)) {
            store(kind, occasion, Letters.write(kind, address, name, values));
        }
    }

    private boolean isWritten(String occasion) {
        return !entities.createQuery(
                        "SELECT m.id FROM MailRow m WHERE m.occasion = :occasion", String.class)
                .setParameter("occasion", occasion).getResultList().isEmpty();
    }

    private void store(MailKind kind, String occasion, Letter letter) {
        entities.persist(
                new MailRow(Identifier.next(), kind, occasion, letter, clock.now()));
    }
}
