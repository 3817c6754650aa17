package org.subhasta.eligibility;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.kernel.Identifier;
import org.subhasta.parties.OrganisationView;

/** A supplier's time on a list as stored. */
@Entity(name = "QualifiedListing")
@Table(schema = "eligibility", name = "listing")
class ListingRow {

    @Id
    private String id;
    @Column(updatable = false)
    private String list;
    @Column(updatable = false)
    private String supplier;
    @Column(name = "admitted_at", updatable = false)
    private Instant admittedAt;
    @Column(name = "admitted_by", updatable = false)
    private String admittedBy;
    @Column(updatable = false)
    private String reason;
    @Column(name = "removed_at")
    private Instant removedAt;
    @Column(name = "removed_by")
    private String removedBy;
    @Column(name = "removed_reason")
    private String removedReason;

    protected ListingRow() {
    }

    ListingRow(String list, String supplier, String reason, String by, Instant at) {
        this.id = Identifier.next();
        this.list = list;
        this.supplier = supplier;
        this.reason = reason;
        this.admittedBy = by;
        this.admittedAt = at;
    }

    void remove(String why, String by, Instant at) {
        removedReason = why;
        removedBy = by;
        removedAt = at;
    }

    String supplier() {
        return supplier;
    }

    QualifiedListView.Listing view(OrganisationView organisation, boolean excluded) {
        return new QualifiedListView.Listing(organisation, admittedAt, reason,
                Optional.ofNullable(removedAt), Optional.ofNullable(removedReason), excluded);
    }
}
