package org.subhasta.awarding;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.subhasta.bidding.SignedBytes;

/** A signed technical evaluation as stored; never changed. */
@Entity
@Immutable
@Table(schema = "awarding", name = "technical_evaluation")
class TechnicalEvaluationRow {

    @Id
    private String tender;
    private byte[] statement;
    private byte[] signature;
    private String certificate;
    private String person;
    private Instant at;
    private String leaf;

    protected TechnicalEvaluationRow() {
    }

    TechnicalEvaluationRow(String tender, SignedBytes signed, String certificate, String person,
            Instant at, String leaf) {
        this.tender = tender;
        statement = signed.content();
        signature = signed.signature();
        this.certificate = certificate;
        this.person = person;
        this.at = at;
        this.leaf = leaf;
    }

    SignedBytes signed() {
        return new SignedBytes(statement, signature);
    }

    Instant at() {
        return at;
    }

    String leaf() {
        return leaf;
    }
}
