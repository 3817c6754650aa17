package org.subhasta.web.suppliers;

import org.subhasta.suppliers.ProfileForm;
import org.subhasta.suppliers.model.Profile;

/** A profile's fields as somebody types them. */
public class ProfileFields {

    private String size;
    private String contact;
    private String email;
    private String phone;
    private String website;
    private String keywords;
    private String description;
    private String categories;
    private String places;

    ProfileFields(Profile known) {
        size = known.size().map(Enum::name).orElse("");
        contact = known.contact();
        email = known.email();
        phone = known.phone();
        website = known.website();
        keywords = known.keywords();
        description = known.description();
        categories = String.join("\n", known.categories());
        places = String.join(" ", known.places());
    }

    ProfileForm form() {
        return new ProfileForm(size, contact, email, phone, website, keywords, description,
                categories, places);
    }

    public String getSize() {
        return size;
    }

    public void setSize(String size) {
        this.size = size;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getWebsite() {
        return website;
    }

    public void setWebsite(String website) {
        this.website = website;
    }

    public String getKeywords() {
        return keywords;
    }

    public void setKeywords(String keywords) {
        this.keywords = keywords;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getCategories() {
        return categories;
    }

    public void setCategories(String categories) {
        this.categories = categories;
    }

    public String getPlaces() {
        return places;
    }

    public void setPlaces(String places) {
        this.places = places;
    }
}
