package org.subhasta.awarding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The lock and version of a tender's evaluation. */
@Entity
@Table(schema = "awarding", name = "evaluation")
class EvaluationRow {

    @Id
    private String tender;
    // Not JPA's own version: what counts is what the officer saw, which may be minutes old.
    private long version;
    @Column(name = "changed_by")
    private String changedBy;
    @Column(name = "changed_at")
    private Instant changedAt;

    protected EvaluationRow() {
    }

    long version() {
        return version;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    void changed(String person, Instant at) {
        version++;
        changedBy = person;
        changedAt = at;
    }
}
