package org.subhasta.suppliers;

import java.util.Optional;
import org.subhasta.suppliers.model.Place;
import org.subhasta.suppliers.model.SupplierSize;

/**
 * Which suppliers somebody looks for; by name.
 *
 * @param text     words that all occur, or the beginnings of words; {@code ""} for any
 * @param category the part of a CPV code that says something, two digits at least; {@code ""} for
 *                 any
 * @param place    where they have to supply
 * @param size     how large they are
 * @param offset   how many to leave out, at most {@value #DEEPEST}
 * @param limit    how many at most, 1 to {@value #MOST}
 */
public record DirectoryQuery(String text, String category, Optional<Place> place,
        Optional<SupplierSize> size, int offset, int limit) {

    /** More are not given at once. */
    public static final int MOST = 200;
    /** Nobody turns more pages; whoever wants all asks more narrowly. */
    public static final int DEEPEST = 100_000;
    /** Longer texts are cut: nobody looks for more. */
    public static final int LONGEST_TEXT = 200;

    public DirectoryQuery {
        text = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
        if (!category.matches("([0-9]{2,8})?") || offset < 0 || offset > DEEPEST || limit < 1
                || limit > MOST) {
            throw new IllegalArgumentException("nothing that can be looked for");
        }
    }
}
