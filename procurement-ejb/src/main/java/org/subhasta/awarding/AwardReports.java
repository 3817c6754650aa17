package org.subhasta.awarding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.kernel.Money;

/** Published awards, for everybody: those decided here and those recorded by imports. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AwardReports {

    private static final int MOST_BUYERS = 12;

    private static final String LINE = """
            SELECT id, source, tender, title, reference, buyer, outcome, decided_at, total,
                   currency, lots, lots_awarded, bids, suppliers
            FROM awarding.listed_award WHERE\s""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AuctionsOfLots auctionsOfLots;

    /** One page of the awards looked for. */
    public AwardSearch.Result search(AwardSearch search) {
        AwardConditions all = new AwardConditions(search, "");
        Query query = entities.createNativeQuery(
                LINE + all.where() + " ORDER BY " + order(search.sort()));
        all.bind(query);
        List<?> rows = query.setMaxResults(search.size())
                .setFirstResult((search.page() - 1) * search.size()).getResultList();
        List<AwardSearch.Line> lines = rows.stream().map(row -> line((Object[]) row)).toList();
        Map<String, List<AwardSearch.Facet>> facets = new LinkedHashMap<>();
        for (String facet : List.of("outcome", "source", "buyer")) {
            facets.put(facet, facet(search, facet));
        }
        return new AwardSearch.Result(search, count(all), lines, facets);
    }

    /** One award, whole. */
    public Optional<AwardView> find(String award) {
        return document(award).map(found -> AwardReading.of(found.json(), found.notice()));
    }

    /** One award as the JSON document that was published. */
    public Optional<AwardDocument> document(String award) {
        List<?> found = entities.createNativeQuery("""
                SELECT content, notice_sha256, notice_size
                FROM awarding.listed_award WHERE id = :id""")
                .setParameter("id", award).getResultList();
        return found.stream().findFirst().map(row -> document((Object[]) row));
    }

    /** The awards of a tender: none, one decided here, or the recorded ones of an import. */
    public List<AwardSearch.Line> ofTender(String tender) {
        List<?> found = entities.createNativeQuery(LINE + "tender = :tender ORDER BY decided_at, id")
                .setParameter("tender", tender).getResultList();
        return found.stream().map(row -> line((Object[]) row)).toList();
    }

    /** The auctions that were published to follow the opening of a tender's lots. */
    public List<String> auctions(String tender) {
        return auctionsOfLots.published(tender);
    }

    private static AwardDocument document(Object[] row) {
        return new AwardDocument((String) row[0], Optional.ofNullable((String) row[1])
                .map(sha256 -> new NoticeFile(sha256, ((Number) row[2]).longValue())));
    }

    private long count(AwardConditions conditions) {
        Query query = entities.createNativeQuery(
                "SELECT count(*) FROM awarding.listed_award WHERE " + conditions.where());
        conditions.bind(query);
        return ((Number) query.getSingleResult()).longValue();
    }

    /** Counted under the other conditions: what the count promises is what a click shows. */
    private List<AwardSearch.Facet> facet(AwardSearch search, String column) {
        AwardConditions others = new AwardConditions(search, column);
        Query query = entities.createNativeQuery("SELECT " + column + ", count(*) "
                + "FROM awarding.listed_award WHERE " + others.where() + " GROUP BY " + column
                + " ORDER BY count(*) DESC, " + column + " LIMIT " + MOST_BUYERS);
        others.bind(query);
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).map(row ->
                new AwardSearch.Facet((String) row[0], ((Number) row[1]).longValue())).toList();
    }

    private static String order(AwardSearch.Sort sort) {
        return switch (sort) {
            case NEWEST -> "decided_at DESC, id";
            case OLDEST -> "decided_at, id";
            // Amounts of several currencies have no order: they stand currency by currency.
            case HIGHEST -> "total IS NULL, currency, total DESC, id";
            case LOWEST -> "total IS NULL, currency, total, id";
            case TITLE -> "lower(title), id";
        };
    }

    private static AwardSearch.Line line(Object[] row) {
        Optional<Money> total = Optional.ofNullable((BigDecimal) row[8])
                .map(amount -> new Money(amount, Currency.getInstance((String) row[9])));
        String suppliers = (String) row[13];
        return new AwardSearch.Line((String) row[0], AwardView.Source.valueOf((String) row[1]),
                (String) row[2], (String) row[3], (String) row[4], (String) row[5],
                AwardView.Outcome.valueOf((String) row[6]), (Instant) row[7], total,
                number(row[10]), number(row[11]), number(row[12]),
                suppliers.isEmpty() ? List.of() : List.of(suppliers.split("\n")));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
