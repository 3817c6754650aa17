package org.subhasta.parties;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.subhasta.parties.model.OrganisationKind;

/** What everybody may know of organisations: registers are public, people are not. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class OrganisationReports {

    private static final int MOST_SUPPLIERS = 5_000;

    @PersistenceContext
    private EntityManager entities;

    public Optional<OrganisationView> find(String id) {
        return id == null ? Optional.empty()
                : Optional.ofNullable(entities.find(OrganisationRow.class, id))
                        .map(OrganisationRow::view);
    }

    /** Several at once, by identifier; unknown ones are missing from the answer. */
    public Map<String, OrganisationView> find(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "SELECT o FROM OrganisationRow o WHERE o.id IN :ids", OrganisationRow.class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(OrganisationRow::view)
                .collect(Collectors.toMap(OrganisationView::id, Function.identity()));
    }

    /** Approved suppliers by name, at most {@value #MOST_SUPPLIERS}. */
    public List<OrganisationView> suppliers() {
        return entities.createQuery("""
                        SELECT o FROM OrganisationRow o
                        WHERE o.kind = :kind AND o.state = 'approved'
                        ORDER BY o.name, o.id""", OrganisationRow.class)
                .setParameter("kind", OrganisationKind.SUPPLIER)
                .setMaxResults(MOST_SUPPLIERS)
                .getResultStream()
                .map(OrganisationRow::view)
                .toList();
    }

    /** All contracting authorities by name. */
    public List<OrganisationView> authorities() {
        return entities.createQuery("""
                        SELECT o FROM OrganisationRow o WHERE o.kind = :kind
                        ORDER BY o.name, o.id""", OrganisationRow.class)
                .setParameter("kind", OrganisationKind.AUTHORITY)
                .getResultStream()
                .map(OrganisationRow::view)
                .toList();
    }
}
