package org.subhasta.awarding;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A bid that was kept although its bidder is excluded, as stored. */
@Entity
@Immutable
@Table(schema = "awarding", name = "kept_bid")
class KeptBidRow {

    /** One decision for each exclusion. */
    @Embeddable
    record Key(String tender, UUID bid, String exclusion) {
    }

    @EmbeddedId
    private Key key;
    private String reason;
    @Column(name = "kept_by")
    private String keptBy;
    @Column(name = "kept_at")
    private Instant keptAt;

    protected KeptBidRow() {
    }

    KeptBidRow(Key key, String reason, String by, Instant at) {
        this.key = key;
        this.reason = reason;
        this.keptBy = by;
        this.keptAt = at;
    }

    String reason() {
        return reason;
    }
}
