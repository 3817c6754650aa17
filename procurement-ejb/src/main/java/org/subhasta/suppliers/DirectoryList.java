package org.subhasta.suppliers;

import java.util.List;

/**
 * Suppliers found.
 *
 * @param items one page of them, by name
 * @param total how many there are in all
 */
public record DirectoryList(List<DirectoryEntry> items, long total) {

    public DirectoryList {
        items = List.copyOf(items);
    }
}
