package org.subhasta.auction;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A certificate with which one of a participant's people bids. */
@Entity
@Immutable
@Table(schema = "auction", name = "entry")
class EntrantRow {

    @Embeddable
    record Key(String auction, String certificate) {
    }

    @EmbeddedId
    private Key key;
    private String organisation;
    private String person;
    private byte[] der;
    private byte[] statement;
    private byte[] signature;
    private Instant at;
    private String leaf;

    protected EntrantRow() {
    }

    EntrantRow(Key key, Entrant entrant, byte[] statement, byte[] signature, Instant at,
            String leaf) {
        this.key = key;
        this.organisation = entrant.organisation();
        this.person = entrant.person();
        this.der = entrant.der();
        this.statement = statement;
        this.signature = signature;
        this.at = at;
        this.leaf = leaf;
    }

    AuctionRecord.Entered entered() {
        return new AuctionRecord.Entered(key.certificate(), statement, signature);
    }

    Entrant entrant() {
        return new Entrant(organisation, person, key.certificate(), der);
    }
}
