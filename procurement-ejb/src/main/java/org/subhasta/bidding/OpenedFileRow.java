package org.subhasta.bidding;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.subhasta.bidding.model.Part;

/** A file of an opened bid: for its bidder and the owning organisation. */
@Entity
@Immutable
@Table(schema = "bidding", name = "opened_file")
class OpenedFileRow {

    @Embeddable
    record Key(UUID bid, @Enumerated(EnumType.STRING) Part part, int position) {
    }

    @EmbeddedId
    private Key key;
    private String name;
    private byte[] salt;
    private String sha256;
    private String warning;

    protected OpenedFileRow() {
    }

    OpenedFileRow(Key key, UnsealedPart.File file) {
        this.key = key;
        name = file.name();
        salt = file.kept().salt().clone();
        sha256 = file.kept().sha256().orElse(null);
        warning = file.warning().orElse(null);
    }

    Part part() {
        return key.part();
    }

    int position() {
        return key.position();
    }

    String name() {
        return name;
    }

    byte[] salt() {
        return salt.clone();
    }

    Optional<String> sha256() {
        return Optional.ofNullable(sha256);
    }

    Optional<String> warning() {
        return Optional.ofNullable(warning);
    }
}
