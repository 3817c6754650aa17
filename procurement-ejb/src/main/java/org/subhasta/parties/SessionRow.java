package org.subhasta.parties;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.subhasta.parties.model.Assurance;
import org.subhasta.parties.model.SessionRule;
import org.subhasta.parties.model.SignInMethod;

/** A session as stored. */
@Entity
@Table(schema = "parties", name = "session")
class SessionRow {

    @Id
    private String id;
    private String person;
    @Enumerated(EnumType.STRING)
    private SignInMethod method;
    /** Null until the second factor was given. */
    @Enumerated(EnumType.STRING)
    private Assurance assurance;
    private String browser;
    @Column(name = "began_at")
    private Instant beganAt;
    @Column(name = "last_seen_at")
    private Instant lastSeenAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Version
    private int version;

    protected SessionRow() {
    }

    SessionRow(String id, String person, SignInMethod method, Assurance assurance, String browser,
            Instant now) {
        this.id = id;
        this.person = person;
        this.method = method;
        this.assurance = assurance;
        this.browser = browser;
        this.beganAt = now;
        this.lastSeenAt = now;
    }

    String id() {
        return id;
    }

    String person() {
        return person;
    }

    Assurance assurance() {
        return assurance;
    }

    /** Whether somebody is signed in by it. */
    boolean isSignedIn(Instant now) {
        return assurance != null && isOpen(now);
    }

    /** Whether only the second factor is missing. */
    boolean isWaiting(Instant now) {
        return assurance == null && isOpen(now) && SessionRule.mayBeConfirmed(beganAt, now);
    }

    private boolean isOpen(Instant now) {
        return endedAt == null && !SessionRule.isOver(beganAt, lastSeenAt, now);
    }

    boolean isToBeSeen(Instant now) {
        return !now.isBefore(lastSeenAt.plus(SessionRule.SEEN_EVERY));
    }

    void raise(Assurance reached) {
        if (assurance == null || !assurance.isAtLeast(reached)) {
            assurance = reached;
        }
    }

    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    SessionView view(String current) {
        return new SessionView(id, method, assurance, browser, beganAt, lastSeenAt,
                id.equals(current));
    }
}
