package org.subhasta.bidding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.subhasta.signing.Sha256;

/** A refused bid as stored; never changed. */
@Entity
@Immutable
@Table(schema = "bidding", name = "refused_bid")
class RefusedBidRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long number;
    private UUID bid;
    private String box;
    private String bidder;
    private String person;
    private byte[] envelope;
    private byte[] signature;
    private String digest;
    private String delivery;
    private String code;
    @Column(name = "arrived_at")
    private Instant arrivedAt;
    private Instant at;
    private String leaf;
    private String receipt;

    protected RefusedBidRow() {
    }

    RefusedBidRow(Delivery delivered, Receipt receipt) {
        bid = delivered.bid().id();
        box = delivered.box();
        bidder = delivered.sender().organisation();
        person = delivered.sender().person();
        envelope = delivered.envelope();
        signature = delivered.signature();
        digest = delivered.digest();
        delivery = delivered.fingerprint();
        code = receipt.code();
        arrivedAt = receipt.arrived();
        at = receipt.at();
        leaf = receipt.leaf();
        this.receipt = receipt.jws();
    }

    Receipt receipt() {
        return new Receipt(bid, box, false, code, arrivedAt == null ? at : arrivedAt, at, digest,
                Sha256.hex(signature), leaf, receipt);
    }
}
