package org.subhasta.suppliers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a register answered about an organisation. */
@Entity
@Table(schema = "suppliers", name = "fact")
class FactRow {

    @Id
    private String id;
    private String organisation;
    private String scheme;
    private String identifier;
    private String source;
    @Column(name = "asked_at")
    private Instant askedAt;
    private boolean known;
    private String name;
    private String address;
    private String status;

    protected FactRow() {
    }

    FactRow(String id, String organisation, String scheme, String identifier, String source,
            Instant askedAt, Register.Answer answer) {
        this.id = id;
        this.organisation = organisation;
        this.scheme = scheme;
        this.identifier = identifier;
        this.source = source;
        this.askedAt = askedAt;
        known = answer.isKnown();
        name = answer.name();
        address = answer.address();
        status = answer.status();
    }

    RegisterFact fact() {
        return new RegisterFact(scheme, identifier, source, askedAt, known, name, address, status);
    }
}
