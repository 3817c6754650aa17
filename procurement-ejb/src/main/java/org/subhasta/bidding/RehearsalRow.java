package org.subhasta.bidding;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** An opener showed that the key works; never changed. */
@Entity
@Immutable
@Table(schema = "bidding", name = "rehearsal")
class RehearsalRow {

    @Embeddable
    record Key(String box, String opener) {
    }

    @EmbeddedId
    private Key key;
    private byte[] statement;
    private byte[] signature;
    private String certificate;
    private Instant at;
    private String leaf;

    protected RehearsalRow() {
    }

    RehearsalRow(Key key, SignedBytes signed, String certificate, Instant at, String leaf) {
        this.key = key;
        statement = signed.content();
        signature = signed.signature();
        this.certificate = certificate;
        this.at = at;
        this.leaf = leaf;
    }

    String opener() {
        return key.opener();
    }

    Instant at() {
        return at;
    }
}
