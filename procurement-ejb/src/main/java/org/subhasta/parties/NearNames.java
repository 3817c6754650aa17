package org.subhasta.parties;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * Organisations whose names people can take for one another: the same but for letters that look
 * alike, case, accents and legal form, or one letter apart. A reason to look twice, never a
 * refusal: unrelated companies share names.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class NearNames {

    /** More would tell nobody more. */
    private static final int MOST = 20;
    /** Of those that share a key, which few do without being near. */
    private static final int MOST_CANDIDATES = 500;

    @PersistenceContext
    private EntityManager entities;

    /**
     * Those approved, which are public, for whoever is about to register; at most {@value #MOST}.
     *
     * @param name     as typed; null and what is no name is near nothing
     * @param identity the organisation that is not meant, {@code ""} for none
     */
    @PermitAll
    public List<NearName> approved(String name, String identity) {
        return name == null || name.isBlank() || name.length() > 1_000 ? List.of()
                : near(NameShape.of(name), identity, "approved").toList();
    }

    /** All that are near a supplier's name, whatever their state; at most {@value #MOST}. */
    @RolesAllowed({Role.Names.OFFICER, Role.Names.AUDITOR})
    public List<NearName> of(String organisation) {
        OrganisationRow row = organisation == null ? null
                : entities.find(OrganisationRow.class, organisation);
        return row == null ? List.of()
                : near(NameShape.of(row.details().name()), row.id(), "").toList();
    }

    @SuppressWarnings("unchecked")
    private Stream<NearName> near(NameShape shape, String but, String state) {
        if (shape.skeleton().isEmpty()) {
            return Stream.of();
        }
        return ((Stream<OrganisationRow>) entities.createNativeQuery("""
                        SELECT o.* FROM parties.organisation o
                        WHERE o.name_keys && CAST(:keys AS integer[]) AND o.id <> :but
                          AND (:state = '' OR o.state = :state)
                        ORDER BY o.name, o.id""", OrganisationRow.class)
                .setParameter("keys", array(shape.keys()))
                .setParameter("but", but)
                .setParameter("state", state)
                .setMaxResults(MOST_CANDIDATES)
                .getResultStream())
                .filter(row -> NameShape.of(row.details().name()).isNear(shape))
                .map(OrganisationRow::nearName)
                .limit(MOST);
    }

    private static String array(int[] keys) {
        StringBuilder text = new StringBuilder("{");
        for (int key : keys) {
            text.append(text.length() == 1 ? "" : ",").append(key);
        }
        return text.append('}').toString();
    }
}
