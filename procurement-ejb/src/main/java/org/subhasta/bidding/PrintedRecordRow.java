package org.subhasta.bidding;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.subhasta.documents.StoredDocument;

/** The printed record of an opening; never changed. One for the technical parts, one for all. */
@Entity
@Immutable
@Table(schema = "bidding", name = "printed_record")
class PrintedRecordRow {

    /** @param whole nothing was left to be opened */
    @Embeddable
    record Key(String box, boolean whole) {
    }

    @EmbeddedId
    private Key key;
    private String sha256;
    private long size;
    private Instant at;
    private String leaf;

    protected PrintedRecordRow() {
    }

    PrintedRecordRow(Key key, StoredDocument file, Instant at, String leaf) {
        this.key = key;
        sha256 = file.sha256();
        size = file.size();
        this.at = at;
        this.leaf = leaf;
    }

    PrintedRecord view() {
        return new PrintedRecord(key.whole(), sha256, size);
    }
}
