package org.subhasta.tendering;

import java.util.List;

/**
 * Tenders found.
 *
 * @param items     one page of them
 * @param total     how many there are in all
 * @param phases    how many of each phase, were no phase asked for
 * @param divisions how many of each CPV division, were none asked for
 * @param buyers    how many of each buyer, the most frequent first, were none asked for
 * @param origins   how many written here and imported, were neither asked for
 */
public record TenderList(List<TenderSummary> items, long total, List<Facet> phases,
                         List<Facet> divisions, List<Facet> buyers, List<Facet> origins) {

    /** One value of a facet, its words for people where it is a code, and how many there are. */
    public record Facet(String value, String label, long count) {
    }

    public TenderList {
        items = List.copyOf(items);
        phases = List.copyOf(phases);
        divisions = List.copyOf(divisions);
        buyers = List.copyOf(buyers);
        origins = List.copyOf(origins);
    }
}
