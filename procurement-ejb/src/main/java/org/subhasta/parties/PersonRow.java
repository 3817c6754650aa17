package org.subhasta.parties;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.subhasta.parties.model.Assurance;
import org.subhasta.parties.model.PersonDetails;

/** A person as stored. */
@Entity
@Table(schema = "parties", name = "person")
class PersonRow {

    @Id
    private String id;
    /** Null for those who belong to the platform itself. */
    private String organisation;
    private String name;
    private String email;
    /** bcrypt in modular crypt form; null until an invitation is accepted. */
    private String password;
    private boolean demonstration;
    @Column(name = "created_at")
    private Instant createdAt;
    /** Names of {@link Duty}; an array, so that finding out who calls takes no further query. */
    private String[] duties = {};
    @Column(name = "left_at")
    private Instant leftAt;
    @Column(name = "address_confirmed_at")
    private Instant addressConfirmedAt;
    /** Read by a select of its own: PostgreSQL cannot lock a row together with an outer join. */
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(schema = "parties", name = "person_role",
            joinColumns = @JoinColumn(name = "person"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);
    @Version
    private int version;

    protected PersonRow() {
    }

    PersonRow(String id, String organisation, PersonDetails details, Set<Role> roles,
            Instant createdAt) {
        this.id = id;
        this.organisation = organisation;
        this.name = details.name();
        this.email = details.email().text();
        this.roles.addAll(roles);
        this.createdAt = createdAt;
    }

    String id() {
        return id;
    }

    String organisation() {
        return organisation == null ? "" : organisation;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    String password() {
        return password;
    }

    void password(String bcrypt) {
        password = bcrypt;
    }

    boolean isDemonstration() {
        return demonstration;
    }

    void markDemonstration() {
        demonstration = true;
    }

    /** Whether a letter to the address is known to arrive. */
    boolean isAddressConfirmed() {
        return addressConfirmedAt != null;
    }

    void confirmAddress(Instant at) {
        addressConfirmedAt = at;
    }

    boolean is(Role role) {
        return roles.contains(role);
    }

    Set<Duty> duties() {
        Set<Duty> own = EnumSet.noneOf(Duty.class);
        Stream.of(duties).map(Duty::valueOf).forEach(own::add);
        return own;
    }

    void duties(Set<Duty> own) {
        duties = own.stream().sorted().map(Duty::name).toArray(String[]::new);
    }

    /** Whether the person no longer acts for the organisation, nor for anybody. */
    boolean hasLeft() {
        return leftAt != null;
    }

    void leave(Instant at) {
        leftAt = at;
        duties(Set.of());
    }

    /** Whether the account works, and from that place. */
    boolean mayActFrom(Visitor visitor) {
        return !hasLeft() && Demonstration.mayActFrom(this, visitor);
    }

    /** Gives a role; false where it was there already. */
    boolean grant(Role role) {
        return roles.add(role);
    }

    Caller caller(Assurance assurance, String session) {
        return new Caller(id, organisation(), roles, duties(), assurance, session);
    }

    SignedIn signedIn() {
        return new SignedIn(id, name, Set.copyOf(roles), demonstration);
    }

    PersonView view() {
        return new PersonView(id, name, email, organisation(), Set.copyOf(roles), duties(),
                createdAt, password != null, hasLeft(), isAddressConfirmed(),
                demonstration);
    }
}
