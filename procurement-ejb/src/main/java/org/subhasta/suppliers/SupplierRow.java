package org.subhasta.suppliers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.suppliers.model.Profile;
import org.subhasta.suppliers.model.Reach;
import org.subhasta.suppliers.model.SupplierSize;

/** A supplier in the directory. The registration's part is the trigger's and only read here. */
@Entity
@Table(schema = "suppliers", name = "entry")
class SupplierRow {

    @Id
    private String organisation;
    @Column(insertable = false, updatable = false)
    private String name;
    @Column(insertable = false, updatable = false)
    private String country;
    @Column(insertable = false, updatable = false)
    private String locality;
    @Column(insertable = false, updatable = false)
    private boolean listed;

    private String size;
    private String contact;
    private String email;
    private String phone;
    private String website;
    private String keywords;
    private String description;
    private String[] categories;
    private String[] places;
    @Column(name = "category_keys")
    private String[] categoryKeys;
    @Column(name = "place_keys")
    private String[] placeKeys;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Version
    private int version;

    protected SupplierRow() {
    }

    boolean isListed() {
        return listed;
    }

    String organisation() {
        return organisation;
    }

    Profile profile() {
        return new Profile(Optional.ofNullable(size).map(SupplierSize::valueOf), contact, email,
                phone, website, keywords, description, List.of(categories), List.of(places));
    }

    void profile(Profile profile, Instant at) {
        size = profile.size().map(SupplierSize::name).orElse(null);
        contact = profile.contact();
        email = profile.email();
        phone = profile.phone();
        website = profile.website();
        keywords = profile.keywords();
        description = profile.description();
        categories = profile.categories().toArray(String[]::new);
        places = profile.places().toArray(String[]::new);
        categoryKeys = Reach.stored(profile.categories().stream().map(Reach::category).toList())
                .toArray(String[]::new);
        placeKeys = Reach.stored(profile.places()).toArray(String[]::new);
        changedAt = at;
    }

    DirectoryEntry entry() {
        return new DirectoryEntry(organisation, name, country, locality,
                Optional.ofNullable(size).map(SupplierSize::valueOf), keywords,
                List.of(categories), List.of(places));
    }
}
