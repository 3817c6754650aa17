package org.subhasta.auction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.subhasta.auction.format.LiveTerms;

/** A published auction as stored; never changed. Its lots and acts are {@link ActStore}'s. */
@Entity
@Immutable
@Table(schema = "auction", name = "auction")
class AuctionRow {

    @Id
    private String id;
    private String organisation;
    private String title;
    private String terms;
    @Column(name = "published_at")
    private Instant publishedAt;

    protected AuctionRow() {
    }

    AuctionRow(String id, String organisation, LiveTerms terms, Instant publishedAt) {
        this.id = id;
        this.organisation = organisation;
        this.title = terms.title();
        this.terms = terms.text();
        this.publishedAt = publishedAt;
    }

    String id() {
        return id;
    }

    String organisation() {
        return organisation;
    }

    String title() {
        return title;
    }

    String terms() {
        return terms;
    }

    Instant publishedAt() {
        return publishedAt;
    }
}
