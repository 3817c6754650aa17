package org.subhasta.parties;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.subhasta.parties.model.OrganisationDetails;
import org.subhasta.parties.model.OrganisationKind;
import org.subhasta.parties.model.Registration;

/** An organisation as stored. */
@Entity
@Table(schema = "parties", name = "organisation")
class OrganisationRow {

    @Id
    private String id;
    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;
    private String name;
    private String scheme;
    private String identifier;
    /** Scheme and identifier in the form in which they are compared. */
    private String register;
    /** By which near names are found; null until the first start that knows of them. */
    @Column(name = "name_keys")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private int[] nameKeys;
    private String country;
    private String street;
    @Column(name = "postal_code")
    private String postalCode;
    private String locality;
    private String email;
    private String phone;
    private String zone;

    private String state;
    @Column(name = "state_at")
    private Instant stateAt;
    @Column(name = "decided_by")
    private String decidedBy;
    private String reason;
    @Column(name = "registered_at")
    private Instant registeredAt;
    @Version
    private int version;

    protected OrganisationRow() {
    }

    OrganisationRow(String id, OrganisationKind kind, OrganisationDetails details,
            Registration registration, Instant registeredAt) {
        this.id = id;
        this.kind = kind;
        this.registeredAt = registeredAt;
        details(details);
        registration(registration);
    }

    String id() {
        return id;
    }

    OrganisationKind kind() {
        return kind;
    }

    String register() {
        return register;
    }

    OrganisationDetails details() {
        return new OrganisationDetails(name, scheme, identifier, country, street, postalCode,
                locality, email, phone, zone);
    }

    void details(OrganisationDetails details) {
        name = details.name();
        keyName();
        scheme = details.scheme();
        identifier = details.identifier();
        register = OrganisationDetails.sameKey(scheme, identifier);
        country = details.country();
        street = details.street();
        postalCode = details.postalCode();
        locality = details.locality();
        email = details.email();
        phone = details.phone();
        zone = details.zone();
    }

    void keyName() {
        nameKeys = NameShape.of(name).keys();
    }

    NearName nearName() {
        return new NearName(id, kind, name, scheme, identifier, state);
    }

    Registration registration() {
        return switch (state) {
            case "registered" -> new Registration.Registered(stateAt);
            case "approved" -> new Registration.Approved(stateAt, decidedBy);
            case "returned" -> new Registration.Returned(stateAt, decidedBy, reason);
            default -> throw new IllegalStateException("organisation " + id + " is " + state);
        };
    }

    void registration(Registration registration) {
        decidedBy = null;
        reason = null;
        switch (registration) {
            case Registration.Registered(Instant at) -> {
                state = "registered";
                stateAt = at;
            }
            case Registration.Approved(Instant at, String by) -> {
                state = "approved";
                stateAt = at;
                decidedBy = by;
            }
            case Registration.Returned(Instant at, String by, String said) -> {
                state = "returned";
                stateAt = at;
                decidedBy = by;
                reason = said;
            }
        }
    }

    OrganisationView view() {
        return new OrganisationView(id, kind, name, scheme, identifier, country, street,
                postalCode, locality, email, phone, zone, state.equals("approved"));
    }

    RegistrationView registrationView(int others) {
        return new RegistrationView(view(), state, stateAt, reason == null ? "" : reason,
                registeredAt, others);
    }
}
