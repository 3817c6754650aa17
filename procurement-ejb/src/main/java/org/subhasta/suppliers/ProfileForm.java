package org.subhasta.suppliers;

import org.subhasta.kernel.Outcome;
import org.subhasta.suppliers.model.Profile;

/**
 * A profile as somebody typed it; any part may be null, nothing is judged yet.
 *
 * @param categories codes apart by spaces, commas or lines
 * @param places     in the same way
 */
public record ProfileForm(String size, String contact, String email, String phone, String website,
        String keywords, String description, String categories, String places) {

    Outcome<Profile> check() {
        return Profile.admit(size, contact, email, phone, website, keywords, description,
                categories, places);
    }
}
