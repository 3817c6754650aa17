package org.subhasta.tendering;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subhasta.tendering.model.Origin;
import org.subhasta.tendering.model.Phase;

/**
 * One search: a page of what was found, and how many there are for each value of each filter. The
 * counts come from one grouped reading, the filters of which are applied here: each facet counts as
 * if it were not filtered itself, so that a second value can be added.
 */
final class TenderSearch {

    /** As {@link Phase#at}, for the database. */
    private static final String PHASE = """
            CASE WHEN l.status IN ('planning', 'planned') THEN 'PLANNED'
                 WHEN l.status <> 'active' THEN upper(l.status)
                 WHEN l.closes_at IS NULL OR l.closes_at <= :now THEN 'EVALUATION'
                 WHEN l.origin = 'IMPORTED' THEN 'ELSEWHERE' ELSE 'OPEN' END""";
    private static final String WORDS = """
            (:text = '' OR l.search @@ websearch_to_tsquery('english', :text)
             OR l.id = :text OR l.ocid = :text)""";

    private final EntityManager entities;
    private final TenderQuery query;
    private final Instant now;

    TenderSearch(EntityManager entities, TenderQuery query, Instant now) {
        this.entities = entities;
        this.query = query;
        this.now = now;
    }

    /** How many there are of one combination of the values people filter by. */
    private record Group(String phase, String division, String divisionLabel, String buyer,
                         String origin, long count) {
    }

    TenderList list() {
        List<Group> groups = groups();
        Predicate<Group> phase = any(query.phases().stream().map(Phase::name)
                .collect(Collectors.toSet()), Group::phase);
        Predicate<Group> division = any(query.divisions(), Group::division);
        Predicate<Group> buyer = any(query.buyers(), Group::buyer);
        Predicate<Group> origin = any(query.origin().map(o -> Set.of(o.name()))
                .orElse(Set.of()), Group::origin);
        long total = groups.stream().filter(phase.and(division).and(buyer).and(origin))
                .mapToLong(Group::count).sum();
        return new TenderList(items(), total,
                facet(groups, division.and(buyer).and(origin), Group::phase, g -> ""),
                facet(groups, phase.and(buyer).and(origin), Group::division,
                        Group::divisionLabel),
                facet(groups, phase.and(division).and(origin), Group::buyer, g -> ""),
                facet(groups, phase.and(division).and(buyer), Group::origin, g -> ""));
    }

    private static Predicate<Group> any(Set<String> wanted, Function<Group, String> value) {
        return wanted.isEmpty() ? group -> true : group -> wanted.contains(value.apply(group));
    }

    private static List<TenderList.Facet> facet(List<Group> groups, Predicate<Group> others,
            Function<Group, String> value, Function<Group, String> label) {
        Map<String, TenderList.Facet> facets = new LinkedHashMap<>();
        groups.stream().filter(others).filter(group -> !value.apply(group).isEmpty())
                .forEach(group -> facets.merge(value.apply(group),
                        new TenderList.Facet(value.apply(group), label.apply(group),
                                group.count()),
                        (a, b) -> new TenderList.Facet(a.value(), a.label(),
                                a.count() + b.count())));
        return facets.values().stream()
                .sorted(Comparator.comparingLong(TenderList.Facet::count).reversed()
                        .thenComparing(TenderList.Facet::value)).toList();
    }

    private List<Group> groups() {
        Query grouped = entities.createNativeQuery("""
                SELECT g.*, coalesce(c.label, '') FROM (
                    SELECT %s AS phase, coalesce(left(l.classification, 2), '') AS division,
                           l.buyer_name, l.origin, count(*)
                    FROM tendering.listing l WHERE %s GROUP BY 1, 2, 3, 4) g
                LEFT JOIN tendering.classification c ON c.code = g.division || '000000'"""
                .formatted(PHASE, WORDS), Object[].class)
                .setParameter("now", now).setParameter("text", query.text().strip());
        List<Group> groups = new ArrayList<>();
        for (Object row : grouped.getResultList()) {
            Object[] column = (Object[]) row;
            groups.add(new Group((String) column[0], (String) column[1], (String) column[5],
                    (String) column[2], (String) column[3], ((Number) column[4]).longValue()));
        }
        return groups;
    }

    private List<TenderSummary> items() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("now", now);
        parameters.put("text", query.text().strip());
        String where = Stream.of(Optional.of(WORDS),
                        in(parameters, "phases", "(" + PHASE + ")", query.phases().stream()
                                .map(Phase::name).collect(Collectors.toSet())),
                        in(parameters, "divisions", "left(l.classification, 2)",
                                query.divisions()),
                        in(parameters, "buyers", "l.buyer_name", query.buyers()),
                        in(parameters, "origins", "l.origin", query.origin().map(Origin::name)
                                .map(Set::of).orElse(Set.of())), after(parameters))
                .flatMap(Optional::stream).collect(Collectors.joining(" AND "));
        Query found = entities.createNativeQuery(
                        "SELECT l.* FROM tendering.listing l WHERE " + where
                                + " ORDER BY " + order(), ListingRow.class)
                .setFirstResult(query.offset()).setMaxResults(query.limit());
        String text = where + order();
        parameters.entrySet().stream().filter(p -> text.contains(":" + p.getKey()))
                .forEach(p -> found.setParameter(p.getKey(), p.getValue()));
        List<TenderSummary> items = new ArrayList<>();
        for (Object row : found.getResultList()) {
            items.add(((ListingRow) row).summary(now));
        }
        return items;
    }

    private Optional<String> after(Map<String, Object> parameters) {
        return query.after().map(after -> {
            parameters.put("publishedAt", after.publishedAt());
            parameters.put("afterId", after.id());
            return "(l.published_at < :publishedAt"
                    + " OR l.published_at = :publishedAt AND l.id > :afterId)";
        });
    }

    private static Optional<String> in(Map<String, Object> parameters, String name,
            String expression, Set<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        parameters.put(name, values);
        return Optional.of(expression + " IN (:" + name + ")");
    }

    private String order() {
        return switch (query.order()) {
            case CLOSING -> """
                    l.closes_at IS NULL, l.closes_at <= :now,
                    CASE WHEN l.closes_at > :now THEN l.closes_at END,
                    l.closes_at DESC, l.id""";
            case PUBLISHED -> "l.published_at DESC, l.id";
            // Amounts of different currencies have no order: grouped by currency first.
            case VALUE -> "l.value_amount IS NULL, l.value_currency, l.value_amount DESC, l.id";
        };
    }
}
