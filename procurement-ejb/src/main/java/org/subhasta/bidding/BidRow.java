package org.subhasta.bidding;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.subhasta.bidding.model.BidKind;
import org.subhasta.bidding.model.BidStatement;
import org.subhasta.signing.Sha256;

/** An accepted bid as stored; never changed. What it offers is read from the signed bytes. */
@Entity
@Immutable
@Table(schema = "bidding", name = "bid")
class BidRow {

    @Id
    private UUID id;
    private String box;
    private String bidder;
    private String person;
    @Enumerated(EnumType.STRING)
    private BidKind kind;
    private UUID replaces;
    private byte[] statement;
    private byte[] signature;
    private String digest;
    private String certificate;
    private Instant at;
    private String leaf;
    private String receipt;

    protected BidRow() {
    }

    BidRow(Delivery delivery, String certificate, Receipt receipt) {
        BidStatement said = delivery.said();
        id = said.id();
        box = delivery.box();
        bidder = delivery.sender().organisation();
        person = delivery.sender().person();
        kind = said.kind();
        replaces = said.replaces().orElse(null);
        statement = delivery.statement();
        signature = delivery.signature();
        digest = delivery.digest();
        this.certificate = certificate;
        at = receipt.at();
        leaf = receipt.leaf();
        this.receipt = receipt.jws();
    }

    UUID id() {
        return id;
    }

    String box() {
        return box;
    }

    String bidder() {
        return bidder;
    }

    BidKind kind() {
        return kind;
    }

    UUID replaces() {
        return replaces;
    }

    String digest() {
        return digest;
    }

    String certificate() {
        return certificate;
    }

    Instant at() {
        return at;
    }

    BidStatement said() {
        return Statements.admitted(statement);
    }

    SignedBytes signed() {
        return new SignedBytes(statement, signature);
    }

    Receipt receipt() {
        return new Receipt(id, box, true, "", at, digest, Sha256.hex(signature), leaf, receipt);
    }
}
