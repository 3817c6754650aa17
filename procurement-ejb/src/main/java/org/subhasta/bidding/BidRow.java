package org.subhasta.bidding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.subhasta.bidding.model.BidKind;
import org.subhasta.bidding.model.SealedBid;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.TimeStamp;
import org.subhasta.signing.sealing.Envelope;

/** An accepted bid as stored, sealed; never changed. */
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
    private byte[] envelope;
    private byte[] signature;
    @Column(name = "time_stamp")
    private byte[] timeStamp;
    private String digest;
    private String certificate;
    @Column(name = "arrived_at")
    private Instant arrivedAt;
    private Instant at;
    private String leaf;
    private String receipt;

    protected BidRow() {
    }

    /** @param stamp over the signature, which stays to the byte as it came */
    BidRow(Delivery delivery, String certificate, TimeStamp stamp, Receipt receipt) {
        SealedBid bid = delivery.bid();
        id = bid.id();
        box = delivery.box();
        bidder = delivery.sender().organisation();
        person = delivery.sender().person();
        kind = bid.kind();
        replaces = bid.replaces().orElse(null);
        envelope = delivery.envelope();
        signature = delivery.signature();
        timeStamp = stamp.encoded();
        digest = delivery.digest();
        this.certificate = certificate;
        arrivedAt = receipt.arrived();
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

    /** When its last byte was there; bids from before that was recorded were judged at once. */
    Instant arrivedAt() {
        return arrivedAt == null ? at : arrivedAt;
    }

    String leaf() {
        return leaf;
    }

    Envelope sealed() {
        return Envelope.read(envelope).orThrow();
    }

    /** Empty for bids from before there were time-stamps. */
    Optional<byte[]> timeStamp() {
        return Optional.ofNullable(timeStamp);
    }

    SignedBytes signed() {
        return new SignedBytes(envelope, signature);
    }

    Receipt receipt() {
        return new Receipt(id, box, true, "", arrivedAt(), at, digest,
                Sha256.hex(signature), leaf, receipt);
    }
}
