package org.subhasta.parties;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/** Reads about requests for certificates. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class KeyRequestReports {

    private static final String VIEW = """
            SELECT r, p.name, o.name
            FROM KeyRequestRow r
            JOIN PersonRow p ON p.id = r.person
            JOIN OrganisationRow o ON o.id = r.organisation
            """;

    @PersistenceContext
    private EntityManager entities;

    @EJB
    private Callers callers;

    /** The caller's own, the latest first. */
    @RolesAllowed({Role.Names.SUPPLIER, Role.Names.OFFICER, Role.Names.OPENER})
    public List<KeyRequestView> mine() {
        return views(query("WHERE r.person = :person ORDER BY r.requestedAt DESC, r.id")
                .setParameter("person", callers.current().person()));
    }

    /** One request. */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR})
    public Optional<KeyRequestView> find(String id) {
        return views(query("WHERE r.id = :id").setParameter("id", id == null ? "" : id))
                .stream().findFirst();
    }

    /** All that wait for an officer, the longest waiting first. */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR})
    public List<KeyRequestView> waiting() {
        return views(query("WHERE r.state = 'enrolled' ORDER BY r.requestedAt, r.id"));
    }

    private TypedQuery<Object[]> query(String rest) {
        return entities.createQuery(VIEW + rest, Object[].class);
    }

    private static List<KeyRequestView> views(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(one -> ((KeyRequestRow) one[0]).view((String) one[1], (String) one[2]))
                .toList();
    }
}
