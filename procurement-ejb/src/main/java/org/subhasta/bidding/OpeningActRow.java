package org.subhasta.bidding;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.subhasta.bidding.model.Part;
import org.subhasta.signing.Sha256;

/** An opener's act as stored; never changed. Its shares are inside: none of it is published. */
@Entity
@Immutable
@Table(schema = "bidding", name = "opening_act")
class OpeningActRow {

    @Embeddable
    record Key(String box, @Enumerated(EnumType.STRING) Part part, String opener) {
    }

    @EmbeddedId
    private Key key;
    private byte[] act;
    private byte[] signature;
    private String digest;
    private String certificate;
    private Instant at;
    private String leaf;

    protected OpeningActRow() {
    }

    OpeningActRow(Key key, SignedBytes signed, String certificate, Instant at, String leaf) {
        this.key = key;
        act = signed.content();
        signature = signed.signature();
        digest = Sha256.hex(act);
        this.certificate = certificate;
        this.at = at;
        this.leaf = leaf;
    }

    Part part() {
        return key.part();
    }

    String opener() {
        return key.opener();
    }

    String digest() {
        return digest;
    }

    Instant at() {
        return at;
    }

    String leaf() {
        return leaf;
    }
}
