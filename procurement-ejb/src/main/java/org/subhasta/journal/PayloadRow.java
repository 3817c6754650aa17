package org.subhasta.journal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(schema = "journal", name = "payload")
class PayloadRow {

    @Id
    private long leaf;
    private byte[] content;
    private byte[] salt;

    protected PayloadRow() {
    }

    PayloadRow(long leaf, byte[] content, byte[] salt) {
        this.leaf = leaf;
        this.content = content;
        this.salt = salt;
    }
}
