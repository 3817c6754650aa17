package org.subhasta.suppliers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A supplier's bank account. */
@Entity
@Table(schema = "suppliers", name = "account")
class BankAccountRow {

    @Id
    private String organisation;
    private String iban;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Version
    private int version;

    protected BankAccountRow() {
    }

    BankAccountRow(String organisation) {
        this.organisation = organisation;
    }

    String iban() {
        return iban;
    }

    void iban(String iban, Instant at) {
        this.iban = iban;
        changedAt = at;
    }
}
