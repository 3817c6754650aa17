package org.subhasta.auction;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** Who was admitted to an auction. */
@Entity
@Immutable
@Table(schema = "auction", name = "participant")
class ParticipantRow {

    @Embeddable
    record Key(String auction, String organisation) {
    }

    @EmbeddedId
    private Key key;
    private String alias;
    private Instant at;

    protected ParticipantRow() {
    }

    ParticipantRow(Key key, String alias, Instant at) {
        this.key = key;
        this.alias = alias;
        this.at = at;
    }

    String auction() {
        return key.auction();
    }

    String alias() {
        return alias;
    }
}
