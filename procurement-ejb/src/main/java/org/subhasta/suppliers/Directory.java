package org.subhasta.suppliers;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.tendering.Classifications;
import org.subhasta.tendering.model.Classification;

/** Approved suppliers and what they tell of themselves, for everybody. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Directory {

    @PersistenceContext
    private EntityManager entities;

    @EJB
    private OrganisationReports organisations;

    @EJB
    private Classifications classifications;

    /** Those found, by name. */
    public DirectoryList search(DirectoryQuery query) {
        DirectorySearch search = DirectorySearch.of(query);
        Query count = entities.createNativeQuery("SELECT count(*)" + search.from(), Long.class);
        Query page = entities.createNativeQuery(
                        "SELECT e.*" + search.from() + DirectorySearch.ORDER, SupplierRow.class)
                .setFirstResult(query.offset()).setMaxResults(query.limit());
        search.parameters().forEach((name, value) -> {
            count.setParameter(name, value);
            page.setParameter(name, value);
        });
        @SuppressWarnings("unchecked")
        Stream<SupplierRow> rows = page.getResultStream();
        return new DirectoryList(rows.map(SupplierRow::entry).toList(),
                ((Number) count.getSingleResult()).longValue());
    }

    /** One supplier; those that are not approved are not there. */
    public Optional<SupplierView> find(String organisation) {
        return Optional.ofNullable(organisation)
                .map(id -> entities.find(SupplierRow.class, id))
                .filter(SupplierRow::isListed)
                .map(row -> new SupplierView(organisations.find(organisation).orElseThrow(),
                        row.profile(), classified(row.profile().categories())));
    }

    private List<Classification> classified(List<String> codes) {
        Map<String, Classification> known = classifications.find(codes);
        return codes.stream().map(code ->
                known.getOrDefault(code, new Classification(code, ""))).toList();
    }
}
