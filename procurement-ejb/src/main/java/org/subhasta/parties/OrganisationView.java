package org.subhasta.parties;

import org.subhasta.parties.model.OrganisationKind;

/**
 * An organisation as everybody may see it.
 *
 * @param scheme     register that gave the identifier, a code of the org-id.guide list
 * @param identifier the organisation's number there
 * @param country    ISO 3166-1, two letters
 * @param zone       IANA time zone; the deadlines of an authority stand in it
 * @param approved   whether an officer approved it, without which it cannot bid; an authority is
 *                   approved from the start
 */
public record OrganisationView(String id, OrganisationKind kind, String name, String scheme,
        String identifier, String country, String street, String postalCode, String locality,
        String email, String phone, String zone, boolean approved) {
}
