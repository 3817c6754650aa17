package org.subhasta.awarding;

import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a search for awards asks, as SQL with its values apart from it. */
final class AwardConditions {

    private static final int MOST_WORDS = 12;

    private final StringBuilder sql = new StringBuilder("TRUE");
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @param except a column whose own condition is left out, for counting its facet */
    AwardConditions(AwardSearch search, String except) {
        String[] words = search.text().toLowerCase(Locale.ROOT).split("\\s+");
        for (int i = 0; i < Math.min(words.length, MOST_WORDS); i++) {
            if (!words[i].isEmpty()) {
                sql.append(" AND words LIKE :word").append(i).append(" ESCAPE '!'");
                values.put("word" + i, "%" + words[i].replaceAll("([!%_])", "!$1") + "%");
            }
        }
        equal("outcome", search.outcome(), except);
        equal("source", search.source(), except);
        equal("buyer", search.buyer(), except);
    }

    private void equal(String column, String value, String except) {
        if (!value.isEmpty() && !column.equals(except)) {
            sql.append(" AND ").append(column).append(" = :").append(column);
            values.put(column, value);
        }
    }

    String where() {
        return sql.toString();
    }

    void bind(Query query) {
        values.forEach(query::setParameter);
    }
}
