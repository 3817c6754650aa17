package org.subhasta.journal;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(schema = "journal", name = "leaf")
class LeafRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private byte[] content;
    private byte[] hash;

    protected LeafRow() {
    }

    LeafRow(byte[] content, byte[] hash) {
        this.content = content;
        this.hash = hash;
    }

    long id() {
        return id;
    }

    byte[] content() {
        return content;
    }

    byte[] hash() {
        return hash;
    }
}
