package org.subhasta.auction;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.subhasta.auction.format.Follows;
import org.subhasta.auction.format.LiveTerms;

/** Terms that are not published yet. */
@Entity
@DynamicUpdate
@Table(schema = "auction", name = "draft")
class DraftRow {

    @Id
    private String id;
    private String organisation;
    private String terms;
    @Version
    private int version;

    protected DraftRow() {
    }

    DraftRow(String id, String organisation, String terms) {
        this.id = id;
        this.organisation = organisation;
        this.terms = terms;
    }

    AuctionDraft view() {
        return new AuctionDraft(id, LiveTerms.titleOf(terms), terms, version);
    }

    long version() {
        return version;
    }

    String organisation() {
        return organisation;
    }

    Optional<Follows> follows() {
        return LiveTerms.followsOf(terms);
    }

    String terms() {
        return terms;
    }

    void terms(String other) {
        terms = other;
    }
}
