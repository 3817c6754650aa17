package org.subhasta.suppliers;

import java.util.List;
import java.util.Optional;
import org.subhasta.suppliers.model.SupplierSize;

/**
 * A supplier as the directory lists it.
 *
 * @param id         of the organisation
 * @param country    where it is, ISO 3166-1
 * @param categories what it supplies, CPV codes of eight digits
 * @param places     where, countries and NUTS codes
 */
public record DirectoryEntry(String id, String name, String country, String locality,
        Optional<SupplierSize> size, String keywords, List<String> categories,
        List<String> places) {
}
