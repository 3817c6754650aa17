package org.subhasta.journal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(schema = "journal", name = "entry")
class EntryRow {

    @Id
    private long leaf;
    private String subject;
    private long sequence;
    private String act;
    private String actor;
    private Instant at;
    private byte[] header;

    protected EntryRow() {
    }

    EntryRow(long leaf, String subject, long sequence, String act, String actor, Instant at,
            byte[] header) {
        this.leaf = leaf;
        this.subject = subject;
        this.sequence = sequence;
        this.act = act;
        this.actor = actor;
        this.at = at;
        this.header = header;
    }
}
