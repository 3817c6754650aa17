package org.subhasta.journal;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(schema = "journal", name = "pseudonym")
class PseudonymRow {

    @Embeddable
    record Key(String subject, String person) {
    }

    @EmbeddedId
    private Key key;
    private String pseudonym;

    protected PseudonymRow() {
    }

    PseudonymRow(Key key, String pseudonym) {
        this.key = key;
        this.pseudonym = pseudonym;
    }

    String pseudonym() {
        return pseudonym;
    }
}
