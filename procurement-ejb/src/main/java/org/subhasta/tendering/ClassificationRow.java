package org.subhasta.tendering;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.subhasta.tendering.model.Classification;

/** A class of the vocabulary, loaded by a migration and never changed. */
@Entity
@Table(schema = "tendering", name = "classification")
class ClassificationRow {

    @Id
    private String code;
    private String label;

    protected ClassificationRow() {
    }

    Classification classification() {
        return new Classification(code, label);
    }
}
