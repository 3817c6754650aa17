package org.subhasta.auction;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.AuctionSearch.Facet;
import org.subhasta.auction.AuctionSearch.Line;

/** Finding published auctions: everybody may. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AuctionSearches {

    private static final int MOST_FACETS = 50;

    private static final String LISTED = """
            FROM (SELECT a.id, a.organisation, a.title, a.published_at,
                CASE WHEN bool_and(l.state = 'ended') THEN 'ended'
                    WHEN bool_or(l.state = 'paused') THEN 'paused'
                    WHEN bool_or(l.state IN ('running', 'ended')) THEN 'running'
                    ELSE 'waiting' END AS status,
                min(l.due_at) AS due_at, count(*) AS lots
                FROM auction.auction a JOIN auction.lot l ON l.auction = a.id
                GROUP BY a.id) AS listed""";

    @PersistenceContext
    private EntityManager entities;

    /** A page of what is looked for, with counts. */
    @SuppressWarnings("unchecked")
    public AuctionSearch.Result search(AuctionSearch search) {
        Conditions all = new Conditions(search, "");
        List<Object[]> rows = all.query("SELECT id, organisation, title, status, published_at,"
                        + " due_at, lots", " ORDER BY " + order(search.sort()))
                .setFirstResult((search.page() - 1) * search.size())
                .setMaxResults(search.size()).getResultList();
        long found = ((Number) all.query("SELECT count(*)", "").getSingleResult()).longValue();
        return new AuctionSearch.Result(search, found,
                rows.stream().map(AuctionSearches::line).toList(),
                Map.of("status", facet(search, "status"),
                        "organisation", facet(search, "organisation")));
    }

    private static Line line(Object[] row) {
        return new Line((String) row[0], (String) row[1], (String) row[2], (String) row[3],
                (Instant) row[4], Optional.ofNullable((Instant) row[5]),
                ((Number) row[6]).intValue());
    }

    private static String order(AuctionSearch.Sort sort) {
        return switch (sort) {
            // What changes next comes first, what is over last.
            case NEXT -> "status = 'ended', due_at NULLS LAST, published_at DESC, id";
            case NEWEST -> "published_at DESC, id";
            case TITLE -> "lower(title), id";
        };
    }

    /** Counted under the other conditions: what the count promises is what a click shows. */
    @SuppressWarnings("unchecked")
    private List<Facet> facet(AuctionSearch search, String column) {
        List<Object[]> rows = new Conditions(search, column)
                .query("SELECT " + column + ", count(*)", " GROUP BY " + column
                        + " ORDER BY count(*) DESC, " + column + " LIMIT " + MOST_FACETS)
                .getResultList();
        return rows.stream().map(row ->
                new Facet((String) row[0], ((Number) row[1]).longValue())).toList();
    }

    /** What a search asks for, as SQL; one column may be left out. */
    private final class Conditions {

        private final StringBuilder where = new StringBuilder(" WHERE true");
        private final Map<String, String> values = new HashMap<>();

        Conditions(AuctionSearch search, String without) {
            int word = 0;
            for (String text : search.text().isEmpty() ? new String[0]
                    : search.text().split("\\s+")) {
                and("position(lower(CAST(:word" + word + " AS text)) IN lower(title)) > 0",
                        "word" + word++, text);
            }
            equal("status", search.status(), without);
            equal("organisation", search.organisation(), without);
            if (!search.participant().isEmpty()) {
                and("EXISTS (SELECT FROM auction.participant p WHERE p.auction = listed.id"
                        + " AND p.organisation = :participant)", "participant",
                        search.participant());
            }
        }

        private void equal(String column, String value, String without) {
            if (!value.isEmpty() && !column.equals(without)) {
                and(column + " = :" + column, column, value);
            }
        }

        private void and(String condition, String name, String value) {
            where.append(" AND ").append(condition);
            values.put(name, value);
        }

        Query query(String select, String end) {
            Query query = entities.createNativeQuery(select + " " + LISTED + where + end);
            values.forEach(query::setParameter);
            return query;
        }
    }
}
