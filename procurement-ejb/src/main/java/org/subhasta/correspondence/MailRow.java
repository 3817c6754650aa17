package org.subhasta.correspondence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.correspondence.model.Attempts;

/** A letter as stored, until it is delivered; then only that it was (C3). */
@Entity
@Table(schema = "correspondence", name = "mail")
class MailRow {

    @Id
    private String id;
    @Enumerated(EnumType.STRING)
    private MailKind kind;
    private String recipient;
    private String occasion;
    private String letter;
    @Column(name = "written_at")
    private Instant writtenAt;
    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;
    private int attempts;
    @Column(name = "delivered_at")
    private Instant deliveredAt;
    @Column(name = "given_up_at")
    private Instant givenUpAt;
    @Version
    private int version;

    protected MailRow() {
    }

    MailRow(String id, MailKind kind, String occasion, Letter letter, Instant at) {
        this.id = id;
        this.kind = kind;
        this.recipient = letter.address();
        this.occasion = occasion;
        this.letter = letter.json();
        this.writtenAt = at;
        this.nextAttemptAt = at;
    }

    String id() {
        return id;
    }

    MailKind kind() {
        return kind;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    Letter letter() {
        return Letter.read(letter);
    }

    /** Counts as failed until somebody says otherwise: a crash is a failure as well. */
    void attempt(Instant now) {
        attempts++;
        Optional<Instant> next = Attempts.next(writtenAt, attempts, now);
        // After the last attempt it is looked at once more, and given up.
        nextAttemptAt = next.orElse(writtenAt.plus(Attempts.PATIENCE));
    }

    boolean isHopeless(Instant now) {
        return attempts > 0 && !now.isBefore(writtenAt.plus(Attempts.PATIENCE));
    }

    boolean isDue(Instant now) {
        return nextAttemptAt != null && !now.isBefore(nextAttemptAt);
    }

    boolean isOpen() {
        return letter != null;
    }

    void delivered(Instant at) {
        deliveredAt = at;
        forget();
    }

    void giveUp(Instant at) {
        givenUpAt = at;
        forget();
    }

    private void forget() {
        letter = null;
        nextAttemptAt = null;
    }
}
