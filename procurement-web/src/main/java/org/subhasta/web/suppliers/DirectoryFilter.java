package org.subhasta.web.suppliers;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.subhasta.suppliers.DirectoryQuery;
import org.subhasta.suppliers.model.Place;
import org.subhasta.suppliers.model.Reach;
import org.subhasta.suppliers.model.SupplierSize;

/**
 * The search for suppliers as an address has it, the same for people and programs:
 * {@code ?q=roofs&cpv=45261000&place=NL32&size=small}. What is unknown in it is left out.
 *
 * @param category digits of the CPV, as typed but for the check digit
 */
record DirectoryFilter(String text, String category, Optional<Place> place,
        Optional<SupplierSize> size) {

    static DirectoryFilter of(Map<String, String[]> parameters) {
        String category = value(parameters, "cpv").replaceAll("-[0-9]?$", "");
        return new DirectoryFilter(value(parameters, "q"),
                category.matches("[0-9]{2,8}") ? category : "",
                Place.of(value(parameters, "place")),
                Stream.of(SupplierSize.values()).filter(size -> size.name().equals(
                        value(parameters, "size").toUpperCase(Locale.ROOT))).findFirst());
    }

    private static String value(Map<String, String[]> parameters, String name) {
        String[] values = parameters.getOrDefault(name, new String[0]);
        // PostgreSQL keeps no NUL in a text, and no word has one.
        return values.length == 0 ? "" : values[0].replace("\u0000", "").strip();
    }

    DirectoryQuery query(int offset, int limit) {
        return new DirectoryQuery(text, category.isEmpty() ? "" : Reach.category(category), place,
                size, Math.min(offset, DirectoryQuery.DEEPEST), limit);
    }

    boolean isNarrowed() {
        return !text.isEmpty() || !category.isEmpty() || place.isPresent() || size.isPresent();
    }
}
