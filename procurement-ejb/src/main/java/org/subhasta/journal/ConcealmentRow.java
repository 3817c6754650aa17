package org.subhasta.journal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(schema = "journal", name = "concealment")
class ConcealmentRow {

    @Id
    private long leaf;
    private byte[] salt;

    protected ConcealmentRow() {
    }

    ConcealmentRow(long leaf, byte[] salt) {
        this.leaf = leaf;
        this.salt = salt;
    }
}
