package org.subhasta.parties;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A link that works once, as stored: its hash only (P4). */
@Entity
@Table(schema = "parties", name = "invitation")
class InvitationRow {

    @Id
    private String sha256;
    private String person;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "used_at")
    private Instant usedAt;
    /** Whether it went to the person's address and was shown to nobody. */
    private boolean mailed;
    @Version
    private int version;

    protected InvitationRow() {
    }

    InvitationRow(String sha256, String person, boolean mailed, Instant createdAt,
            Instant expiresAt) {
        this.sha256 = sha256;
        this.person = person;
        this.mailed = mailed;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    String person() {
        return person;
    }

    boolean isMailed() {
        return mailed;
    }

    boolean isOpen(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    void use(Instant at) {
        usedAt = at;
    }
}
