package org.subhasta.suppliers;

import java.util.List;
import org.subhasta.parties.OrganisationView;
import org.subhasta.suppliers.model.Profile;
import org.subhasta.tendering.model.Classification;

/**
 * A supplier as everybody may see it.
 *
 * @param organisation its registration
 * @param profile      what it tells of itself; empty texts and lists where it told nothing
 * @param categories   those of the profile, with words
 */
public record SupplierView(OrganisationView organisation, Profile profile,
        List<Classification> categories) {
}
