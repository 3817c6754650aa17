package org.subhasta.parties;

import org.subhasta.parties.model.OrganisationKind;

/**
 * An organisation whose name can be taken for another's.
 *
 * @param id         of the organisation
 * @param kind       only suppliers have a page of their own
 * @param scheme     the register it names
 * @param identifier its number there
 * @param state      {@code registered}, {@code approved} or {@code returned}
 */
public record NearName(String id, OrganisationKind kind, String name, String scheme,
        String identifier, String state) {

    public boolean isSupplier() {
        return kind == OrganisationKind.SUPPLIER;
    }
}
