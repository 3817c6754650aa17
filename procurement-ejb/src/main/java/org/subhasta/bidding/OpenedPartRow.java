package org.subhasta.bidding;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.OpeningFault;
import org.subhasta.bidding.model.Part;
import org.subhasta.kernel.Refusal;

/** What came of opening a part of a bid; never changed. */
@Entity
@Immutable
@Table(schema = "bidding", name = "opened_part")
class OpenedPartRow {

    @Embeddable
    record Key(UUID bid, @Enumerated(EnumType.STRING) Part part) {
    }

    @EmbeddedId
    private Key key;
    private Instant at;
    private String leaf;
    private byte[] statement;
    private byte[] signature;
    private byte[] salt;
    private String certificate;
    private String code;
    private String field;
    private String details;

    protected OpenedPartRow() {
    }

    OpenedPartRow(Key key, Instant at, String leaf) {
        this.key = key;
        this.at = at;
        this.leaf = leaf;
    }

    /** What was sealed in it. */
    void holds(byte[] statement, byte[] signature, byte[] salt, Optional<String> certificate) {
        this.statement = statement.clone();
        this.signature = signature.clone();
        this.salt = salt.clone();
        this.certificate = certificate.orElse(null);
    }

    /** Why it is invalid. */
    void invalid(Refusal why) {
        code = why.code().name();
        field = why.field();
        details = Json.createArrayBuilder(why.details()).build().toString();
    }

    UUID bid() {
        return key.bid();
    }

    Part part() {
        return key.part();
    }

    Instant at() {
        return at;
    }

    String leaf() {
        return leaf;
    }

    Optional<Refusal> fault() {
        if (code == null) {
            return Optional.empty();
        }
        Refusal.Code known = Stream.<Refusal.Code>concat(
                Arrays.stream(OpeningFault.values()), Arrays.stream(BiddingRefusal.values()))
                .filter(one -> one.name().equals(code)).findFirst().orElseThrow();
        try (JsonReader reader = Json.createReader(new StringReader(details))) {
            return Optional.of(new Refusal(known, field, reader.readArray()
                    .getValuesAs(JsonString.class).stream().map(JsonString::getString).toList()));
        }
    }

    /** The statement found inside; empty where none was. */
    Optional<SignedBytes> signed() {
        return statement == null ? Optional.empty()
                : Optional.of(new SignedBytes(statement, signature));
    }

    /** Of the commitment: with it anybody sees that the envelope committed to this statement. */
    Optional<byte[]> salt() {
        return Optional.ofNullable(salt);
    }
}
