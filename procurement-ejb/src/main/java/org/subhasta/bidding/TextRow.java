package org.subhasta.bidding;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An encrypted text of a bid; its bytes are kept by documents. */
@Entity
@Immutable
@Table(schema = "bidding", name = "text")
class TextRow {

    @Embeddable
    record Key(UUID bid, String name) {
    }

    @EmbeddedId
    private Key key;
    private String sha256;

    protected TextRow() {
    }

    TextRow(UUID bid, String name, String sha256) {
        key = new Key(bid, name);
        this.sha256 = sha256;
    }

    String sha256() {
        return sha256;
    }
}
