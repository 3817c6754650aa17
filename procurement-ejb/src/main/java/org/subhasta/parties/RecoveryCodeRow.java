package org.subhasta.parties;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A code for whoever lost the authenticator, as stored: its hash only (P4). */
@Entity
@Table(schema = "parties", name = "recovery_code")
class RecoveryCodeRow {

    @Id
    private String sha256;
    private String person;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "used_at")
    private Instant usedAt;
    @Version
    private int version;

    protected RecoveryCodeRow() {
    }

    RecoveryCodeRow(String sha256, String person, Instant madeAt) {
        this.sha256 = sha256;
        this.person = person;
        this.madeAt = madeAt;
    }

    String sha256() {
        return sha256;
    }

    void use(Instant now) {
        usedAt = now;
    }
}
