package org.subhasta.suppliers;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subhasta.suppliers.model.Reach;

/**
 * One search of the directory in SQL.
 *
 * @param from       from {@code FROM} on, with named parameters; entries are {@code e}
 * @param parameters their values
 */
record DirectorySearch(String from, Map<String, Object> parameters) {

    /** Behind {@code from}, for a page. */
    static final String ORDER = " ORDER BY e.name, e.organisation";

    private static final int MOST_WORDS = 10;

    static DirectorySearch of(DirectoryQuery query) {
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
        return new DirectorySearch(where.toString(), parameters);
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
