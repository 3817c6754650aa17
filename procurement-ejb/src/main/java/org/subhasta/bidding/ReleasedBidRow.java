package org.subhasta.bidding;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A bid whose price may be opened. */
@Entity
@Immutable
@Table(schema = "bidding", name = "released_bid")
class ReleasedBidRow {

    @Id
    private UUID bid;

    protected ReleasedBidRow() {
    }

    ReleasedBidRow(UUID bid) {
        this.bid = bid;
    }
}
