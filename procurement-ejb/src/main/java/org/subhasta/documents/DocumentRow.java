package org.subhasta.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One stored file without its content, which stands in {@code documents.chunk}. */
@Entity(name = "Document")
@Table(schema = "documents", name = "document")
class DocumentRow {

    @Id
    private String sha256;
    private long size;
    @Column(name = "media_type")
    private String mediaType;
    @Column(name = "stored_at")
    private Instant storedAt;

    protected DocumentRow() {
    }

    StoredDocument stored() {
        return new StoredDocument(sha256, size, mediaType);
    }
}
