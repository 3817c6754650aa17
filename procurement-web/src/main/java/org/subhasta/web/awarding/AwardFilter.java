package org.subhasta.web.awarding;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.subhasta.awarding.AwardSearch;
import org.subhasta.awarding.AwardView;

/**
 * The search for awards as an address has it, the same for people and programs:
 * {@code ?q=school&outcome=complete&source=decided&buyer=…&order=newest&page=2}. What is unknown in
 * it is left out, so that an old link still finds something.
 */
final class AwardFilter {

    private AwardFilter() {
    }

    static AwardSearch of(Map<String, String[]> parameters, int size) {
        String page = value(parameters, "page");
        return new AwardSearch(value(parameters, "q"),
                constant(AwardView.Outcome.class, value(parameters, "outcome")),
                constant(AwardView.Source.class, value(parameters, "source")),
                value(parameters, "buyer"),
                known(AwardSearch.Sort.class, value(parameters, "order"))
                        .orElse(AwardSearch.Sort.NEWEST),
                page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1, size);
    }

    /** As addresses and interfaces write a constant: {@code not-awarded}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String value(Map<String, String[]> parameters, String name) {
        // PostgreSQL keeps no NUL in a text, and no name has one.
        return Stream.of(parameters.getOrDefault(name, new String[0])).findFirst().orElse("")
                .replace("\u0000", "").strip();
    }

    private static <E extends Enum<E>> String constant(Class<E> type, String word) {
        return known(type, word).map(Enum::name).orElse("");
    }

    private static <E extends Enum<E>> Optional<E> known(Class<E> type, String word) {
        return Stream.of(type.getEnumConstants()).filter(c -> word(c).equals(word)).findFirst();
    }
}
