package org.subhasta.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.parties.model.EmailAddress;

/**
 * In which browsers people signed in to the end before. Whoever guesses their passwords does not
 * have those, so that what slows the guesses leaves the owners alone.
 */
@ApplicationScoped
class KnownBrowsers {

    @PersistenceContext
    private EntityManager entities;

    /** Whether the owner of the account with that e-mail address signed in there before. */
    boolean isKnown(Visitor visitor, String account, Instant now) {
        return !visitor.browser().isEmpty() && entities.createQuery("""
                        SELECT b FROM KnownBrowserRow b, PersonRow p
                        WHERE b.sha256 = :sha256 AND p.id = b.person
                          AND lower(p.email) = :email""", KnownBrowserRow.class)
                .setParameter("sha256", new Secret(visitor.browser()).sha256())
                .setParameter("email", new EmailAddress(account).key())
                .getResultStream().anyMatch(row -> row.isFresh(now));
    }

    /** Whether anybody did. */
    boolean isKnown(Visitor visitor, Instant now) {
        return !visitor.browser().isEmpty() && Optional.ofNullable(entities.find(
                        KnownBrowserRow.class, new Secret(visitor.browser()).sha256()))
                .filter(row -> row.isFresh(now)).isPresent();
    }

    /**
     * Notes that somebody signed in to the end.
     *
     * @return what the browser is to keep; never a secret that it brought but that was not this
     *         person's, since somebody else may have planted it
     */
    String remember(String person, Visitor visitor, Instant now) {
        entities.createQuery("""
                        DELETE FROM KnownBrowserRow b
                        WHERE b.person = :person AND b.seenAt <= :since""")
                .setParameter("person", person)
                .setParameter("since", now.minus(KnownBrowserRow.FORGOTTEN))
                .executeUpdate();
        Optional<KnownBrowserRow> known = Optional.ofNullable(entities.find(
                        KnownBrowserRow.class, new Secret(visitor.browser()).sha256()))
                .filter(row -> row.person().equals(person));
        if (known.isPresent()) {
            known.get().seen(now);
            return visitor.browser();
        }
        Secret secret = Secret.next("");
        KnownBrowserRow row = new KnownBrowserRow(secret.sha256(), person);
        row.seen(now);
        entities.persist(row);
        return secret.text();
    }

    /** Once the password changed, no browser is known any longer. */
    void forget(String person) {
        entities.createQuery("DELETE FROM KnownBrowserRow b WHERE b.person = :person")
                .setParameter("person", person)
                .executeUpdate();
    }
}
