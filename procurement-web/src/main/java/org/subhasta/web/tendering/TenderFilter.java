package org.subhasta.web.tendering;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subhasta.tendering.TenderQuery;
import org.subhasta.tendering.model.Origin;
import org.subhasta.tendering.model.Phase;

/**
 * The search for tenders as an address has it, the same for people and programs:
 * {@code ?q=school&phase=open&cpv=15&buyer=…&origin=here&order=closing}. What is unknown in it is
 * left out, so that an old link still finds something.
 *
 * @param text      words
 * @param phases    empty: all
 * @param divisions of the CPV, two digits
 * @param buyers    names
 * @param origin    where from
 * @param order     in which order
 */
record TenderFilter(String text, Set<Phase> phases, Set<String> divisions, Set<String> buyers,
                    Optional<Origin> origin, TenderQuery.Order order) {

    /** As many values as one filter may have. */
    private static final int MOST_VALUES = 50;

    /**
     * Reads the parameters of an address.
     *
     * @param openUnlessAsked whether only open tenders are meant where no phase is asked for
     */
    static TenderFilter of(Map<String, String[]> parameters, boolean openUnlessAsked) {
        Set<Phase> phases = values(parameters, "phase").map(Phase::of).flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!parameters.containsKey("phase") && openUnlessAsked) {
            phases.add(Phase.OPEN);
        }
        return new TenderFilter(values(parameters, "q").findFirst().orElse("").strip(), phases,
                values(parameters, "cpv").filter(code -> code.matches("[0-9]{2}"))
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                values(parameters, "buyer").filter(name -> !name.isBlank())
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                values(parameters, "origin").flatMap(word -> Stream.of(Origin.values())
                        .filter(o -> o.name().equals(word.toUpperCase(Locale.ROOT)))).findFirst(),
                values(parameters, "order").flatMap(word -> Stream.of(TenderQuery.Order.values())
                        .filter(o -> o.name().equals(word.toUpperCase(Locale.ROOT))))
                        .findFirst().orElse(TenderQuery.Order.CLOSING));
    }

    private static Stream<String> values(Map<String, String[]> parameters, String name) {
        // PostgreSQL keeps no NUL in a text, and no name has one.
        return Stream.of(parameters.getOrDefault(name, new String[0]))
                .map(value -> value.replace("\u0000", "")).limit(MOST_VALUES);
    }

    TenderQuery query(int offset, int limit) {
        return new TenderQuery(text, phases, divisions, buyers, origin, order, offset, limit,
                Optional.empty());
    }

    /** The newest first, those behind the last of the page before. */
    TenderQuery page(Optional<TenderQuery.After> after, int limit) {
        return new TenderQuery(text, phases, divisions, buyers, origin,
                TenderQuery.Order.PUBLISHED, 0, limit, after);
    }

    /** Whether anything but the phase is asked for. */
    boolean isNarrowed() {
        return !text.isEmpty() || !divisions.isEmpty() || !buyers.isEmpty() || origin.isPresent();
    }
}
