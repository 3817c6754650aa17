package org.subhasta.parties;

import org.subhasta.kernel.Outcome;
import org.subhasta.parties.model.OrganisationDetails;

/**
 * An organisation as somebody typed it; any part may be null, nothing is judged yet. The parts are
 * those of {@link OrganisationDetails}, and refusals name them after {@code organisation.}
 */
public record OrganisationForm(String name, String scheme, String identifier, String country,
        String street, String postalCode, String locality, String email, String phone,
        String zone) {

    /** What is wrong with it; nothing is stored. For forms that check one page at a time. */
    public Outcome<OrganisationDetails> check() {
        return NameShape.judge("organisation.name", name, OrganisationDetails.admit(
                RegistersInUse.get(), "organisation.", name, scheme, identifier, country, street,
                postalCode, locality, email, phone, zone));
    }
}
