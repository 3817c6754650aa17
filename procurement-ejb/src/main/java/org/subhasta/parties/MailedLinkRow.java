package org.subhasta.parties;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/** A link that was mailed to an account's address, as stored: its hash only (P4). */
@Entity
@Table(schema = "parties", name = "mailed_link")
class MailedLinkRow {

    /** What a link is for. */
    enum Purpose {
        CONFIRM_ADDRESS(Duration.ofDays(3)), NEW_PASSWORD(Duration.ofHours(1));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }
    }

    @Id
    private String sha256;
    private String person;
    @Enumerated(EnumType.STRING)
    private Purpose purpose;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "used_at")
    private Instant usedAt;
    @Version
    private int version;

    protected MailedLinkRow() {
    }

    MailedLinkRow(String sha256, String person, Purpose purpose, Instant at) {
        this.sha256 = sha256;
        this.person = person;
        this.purpose = purpose;
        this.createdAt = at;
        this.expiresAt = at.plus(purpose.life);
    }

    String person() {
        return person;
    }

    boolean isOpen(Purpose wanted, Instant now) {
        return purpose == wanted && usedAt == null && now.isBefore(expiresAt);
    }

    void use(Instant at) {
        usedAt = at;
    }
}
