package org.subhasta.bidding;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.subhasta.bidding.model.Part;

/** A share that an opener released and that matches its hash in the envelope. */
@Entity
@Immutable
@Table(schema = "bidding", name = "share")
class ShareRow {

    @Embeddable
    record Key(UUID bid, @Enumerated(EnumType.STRING) Part part, String opener) {
    }

    @EmbeddedId
    private Key key;
    private byte[] share;

    protected ShareRow() {
    }

    ShareRow(Key key, byte[] share) {
        this.key = key;
        this.share = share.clone();
    }

    String opener() {
        return key.opener();
    }

    byte[] share() {
        return share.clone();
    }
}
