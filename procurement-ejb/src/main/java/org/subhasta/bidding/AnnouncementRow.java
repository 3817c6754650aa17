package org.subhasta.bidding;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.subhasta.bidding.model.Announcement;
import org.subhasta.parties.Caller;
import org.subhasta.signing.Sha256;

/** An accepted announcement as stored; never changed. Of a bidder's in a box the last counts. */
@Entity
@Immutable
@Table(schema = "bidding", name = "announcement")
class AnnouncementRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long number;
    private String box;
    private String bidder;
    private String person;
    private UUID bid;
    private String envelope;
    private byte[] statement;
    private byte[] signature;
    private String digest;
    private String certificate;
    private Instant at;
    private String leaf;
    private String receipt;

    protected AnnouncementRow() {
    }

    AnnouncementRow(Caller sender, Announcement said, SignedBytes signed, String certificate,
            Receipt receipt) {
        box = receipt.box();
        bidder = sender.organisation();
        person = sender.person();
        bid = said.bid();
        envelope = said.envelope();
        statement = signed.content();
        signature = signed.signature();
        digest = receipt.digest();
        this.certificate = certificate;
        at = receipt.at();
        leaf = receipt.leaf();
        this.receipt = receipt.jws();
    }

    String bidder() {
        return bidder;
    }

    UUID bid() {
        return bid;
    }

    String envelope() {
        return envelope;
    }

    String digest() {
        return digest;
    }

    SignedBytes signed() {
        return new SignedBytes(statement, signature);
    }

    Instant at() {
        return at;
    }

    String leaf() {
        return leaf;
    }

    Receipt receipt() {
        return new Receipt(bid, box, true, "", at, at, digest, Sha256.hex(signature), leaf,
                receipt);
    }
}
