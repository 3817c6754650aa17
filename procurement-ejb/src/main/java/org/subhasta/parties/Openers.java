package org.subhasta.parties;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.signing.KeyUse;

/** Who may be members of opening committees. They are named in every notice, so this is public. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Openers {

    private static final String OPENERS = """
            SELECT p, o FROM PersonRow p JOIN OrganisationRow o ON o.id = p.organisation
            WHERE :role MEMBER OF p.roles AND o.state = 'approved' """;

    @PersistenceContext
    private EntityManager entities;

    /** All of them by organisation and name, those without keys as well. */
    public List<OpenerView> all() {
        return views(entities.createQuery(OPENERS + "ORDER BY o.name, p.name, p.id", Object[].class)
                .setParameter("role", Role.OPENER)
                .getResultList());
    }

    /** One of them; empty where the person is no opener. */
    public Optional<OpenerView> find(String person) {
        return views(entities.createQuery(OPENERS + "AND p.id = :person", Object[].class)
                .setParameter("role", Role.OPENER)
                .setParameter("person", person == null ? "" : person)
                .getResultList()).stream().findFirst();
    }

    private List<OpenerView> views(List<Object[]> found) {
        List<String> people = found.stream().map(one -> ((PersonRow) one[0]).id()).toList();
        Map<String, OpenerKey> signing = keys(people, KeyUse.SIGNING);
        Map<String, OpenerKey> encryption = keys(people, KeyUse.ENCRYPTION);
        return found.stream().map(one -> {
            PersonRow person = (PersonRow) one[0];
            OrganisationRow organisation = (OrganisationRow) one[1];
            return new OpenerView(person.id(), person.name(), organisation.id(),
                    organisation.details().name(),
                    Optional.ofNullable(signing.get(person.id())),
                    Optional.ofNullable(encryption.get(person.id())));
        }).toList();
    }

    private Map<String, OpenerKey> keys(Collection<String> people, KeyUse use) {
        Map<String, OpenerKey> latest = new HashMap<>();
        if (!people.isEmpty()) {
            entities.createQuery("""
                            SELECT c FROM CertificateRow c WHERE c.person IN :people
                              AND c.purpose = :use AND c.state = 'approved'
                            ORDER BY c.stateAt, c.id""", CertificateRow.class)
                    .setParameter("people", people)
                    .setParameter("use", use)
                    .getResultStream()
                    .forEach(row -> latest.put(row.person(), row.openerKey()));
        }
        return latest;
    }
}
