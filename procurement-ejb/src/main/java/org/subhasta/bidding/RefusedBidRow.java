package org.subhasta.bidding;

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
    private byte[] statement;
    private byte[] signature;
    private String digest;
    private String delivery;
    private String code;
    private Instant at;
    private String leaf;
    private String receipt;

    protected RefusedBidRow() {
    }

    RefusedBidRow(Delivery delivered, Receipt receipt) {
        bid = delivered.said().id();
        box = delivered.box();
        bidder = delivered.sender().organisation();
        person = delivered.sender().person();
        statement = delivered.statement();
        signature = delivered.signature();
        digest = delivered.digest();
        delivery = delivered.fingerprint();
        code = receipt.code();
        at = receipt.at();
        leaf = receipt.leaf();
        this.receipt = receipt.jws();
    }

    Receipt receipt() {
        return new Receipt(bid, box, false, code, at, digest, Sha256.hex(signature), leaf, receipt);
    }
}
