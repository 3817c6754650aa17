package org.subhasta.suppliers;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.suppliers.model.Reach;
import org.subhasta.tendering.Classifications;
import org.subhasta.tendering.model.Classification;

/** Approved suppliers and what they tell of themselves, for everybody. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Directory {

    private static final int MOST_WORDS = 10;

    @PersistenceContext
    private EntityManager entities;

    @EJB
    private OrganisationReports organisations;

    @EJB
    private Classifications classifications;

    /** Those found, by name. */
    public DirectoryList search(DirectoryQuery query) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder(" FROM suppliers.entry e WHERE e.listed");
        String words = words(query.text());
        if (!words.isEmpty()) {
            where.append(" AND e.search @@ to_tsquery('simple', :words)");
            parameters.put("words", words);
        }
        if (!query.category().isEmpty()) {
            where.append(" AND e.category_keys && CAST(:category AS text[])");
            parameters.put("category", array(Reach.asked(query.category())));
        }
        query.place().ifPresent(place -> {
            where.append(" AND e.place_keys && CAST(:place AS text[])");
            parameters.put("place", array(Reach.asked(place.code())));
        });
        query.size().ifPresent(size -> {
            where.append(" AND e.size = :size");
            parameters.put("size", size.name());
        });
        Query count = entities.createNativeQuery("SELECT count(*)" + where, Long.class);
        Query page = entities.createNativeQuery("SELECT e.*" + where
                        + " ORDER BY e.name, e.organisation", EntryRow.class)
                .setFirstResult(query.offset()).setMaxResults(query.limit());
        parameters.forEach((name, value) -> {
            count.setParameter(name, value);
            page.setParameter(name, value);
        });
        @SuppressWarnings("unchecked")
        Stream<EntryRow> rows = page.getResultStream();
        return new DirectoryList(rows.map(EntryRow::entry).toList(),
                ((Number) count.getSingleResult()).longValue());
    }

    /** One supplier; those that are not approved are not there. */
    public Optional<SupplierView> find(String organisation) {
        return Optional.ofNullable(organisation)
                .map(id -> entities.find(EntryRow.class, id))
                .filter(EntryRow::isListed)
                .map(row -> new SupplierView(organisations.find(organisation).orElseThrow(),
                        row.profile(), classified(row.profile().categories())));
    }

    private List<Classification> classified(List<String> codes) {
        Map<String, Classification> known = classifications.find(codes);
        return codes.stream().map(code ->
                known.getOrDefault(code, new Classification(code, ""))).toList();
    }

    /** All words, the last letters of each of which may be missing. */
    private static String words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty()).limit(MOST_WORDS)
                .map(word -> word + ":*").collect(Collectors.joining(" & "));
    }

    /** Keys are letters, digits and a colon, so that nothing needs quoting. */
    private static String array(Collection<String> keys) {
        return keys.stream().collect(Collectors.joining(",", "{", "}"));
    }
}
