package org.subhasta.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.eligibility.model.ListTerms;
import org.subhasta.parties.OrganisationView;

/**
 * A qualified list as everybody may read it.
 *
 * @param valid    whether today is one of its days where the authority is
 * @param listings those on it by name, then those removed, the latest first
 */
public record QualifiedListView(String id, OrganisationView authority, ListTerms terms,
        boolean valid, List<Listing> listings) {

    /**
     * A supplier's time on it.
     *
     * @param reason   why it was admitted
     * @param removed  when and why it was removed; both empty while it stands on the list
     * @param excluded whether the supplier is excluded now, anywhere
     */
    public record Listing(OrganisationView supplier, Instant admittedAt, String reason,
            Optional<Instant> removed, Optional<String> removedBecause, boolean excluded) {
    }

    /** Those that stand on it now. */
    public List<Listing> standing() {
        return listings.stream().filter(one -> one.removed().isEmpty()).toList();
    }

    /** Those that stood on it. */
    public List<Listing> past() {
        return listings.stream().filter(one -> one.removed().isPresent()).toList();
    }
}
