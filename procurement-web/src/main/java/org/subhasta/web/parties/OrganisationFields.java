package org.subhasta.web.parties;

import java.io.Serializable;
import org.subhasta.parties.OrganisationForm;
import org.subhasta.parties.OrganisationView;

/** An organisation's fields as somebody types them, for every form that has them. */
public class OrganisationFields implements Serializable {

    private static final long serialVersionUID = 1L;

    private String name;
    private String scheme;
    private String identifier;
    private String country;
    private String street;
    private String postalCode;
    private String locality;
    private String email;
    private String phone;
    private String zone;

    OrganisationFields(String zone) {
        this.zone = zone;
    }

    /** Filled in with what is known, to be corrected. */
    OrganisationFields(OrganisationView known) {
        name = known.name();
        scheme = known.scheme();
        identifier = known.identifier();
        country = known.country();
        street = known.street();
        postalCode = known.postalCode();
        locality = known.locality();
        email = known.email();
        phone = known.phone();
        zone = known.zone();
    }

    OrganisationForm form() {
        return new OrganisationForm(name, scheme, identifier, country, street, postalCode,
                locality, email, phone, zone);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getScheme() {
        return scheme;
    }

    public void setScheme(String scheme) {
        this.scheme = scheme;
    }

    public String getIdentifier() {
        return identifier;
    }

    public void setIdentifier(String identifier) {
        this.identifier = identifier;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public String getStreet() {
        return street;
    }

    public void setStreet(String street) {
        this.street = street;
    }

    public String getPostalCode() {
        return postalCode;
    }

    public void setPostalCode(String postalCode) {
        this.postalCode = postalCode;
    }

    public String getLocality() {
        return locality;
    }

    public void setLocality(String locality) {
        this.locality = locality;
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

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }
}
