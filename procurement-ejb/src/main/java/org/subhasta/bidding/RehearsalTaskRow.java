package org.subhasta.bidding;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Base64;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.sealing.Rehearsal;

/** A rehearsal that was begun. The secret itself is kept nowhere. */
@Entity
@Table(schema = "bidding", name = "rehearsal_task")
class RehearsalTaskRow {

    @Embeddable
    record Key(String box, String opener) {
    }

    @EmbeddedId
    private Key key;
    private String secret;
    private byte[] enc;
    private byte[] sealed;

    protected RehearsalTaskRow() {
    }

    RehearsalTaskRow(String box, String opener, Rehearsal.Challenge challenge) {
        key = new Key(box, opener);
        secret = Sha256.hex(challenge.secret());
        enc = challenge.enc().clone();
        sealed = challenge.sealed().clone();
    }

    /** Whether this is the secret, in base64. */
    boolean asks(String told) {
        try {
            return Sha256.hex(Base64.getDecoder().decode(told)).equals(secret);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
