package org.subhasta.eligibility;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.subhasta.eligibility.model.Appeal;
import org.subhasta.eligibility.model.Exclusion;
import org.subhasta.eligibility.model.Ground;
import org.subhasta.eligibility.model.Scope;
import org.subhasta.eligibility.model.State;
import org.subhasta.kernel.Identifier;

/** An exclusion as stored. */
@Entity
@Table(schema = "eligibility", name = "exclusion")
class ExclusionRow {

    @Id
    private String id;
    @Column(updatable = false)
    private String supplier;
    @Column(updatable = false)
    private String authority;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Scope scope;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Ground ground;
    @Column(updatable = false)
    private String law;
    @Column(updatable = false)
    private String reason;
    @Column(name = "from_at")
    private Instant from;
    @Column(name = "until_at", updatable = false)
    private Instant until;
    @Column(name = "proposed_at", updatable = false)
    private Instant proposedAt;
    @Column(name = "proposed_by", updatable = false)
    private String proposedBy;
    @Column(name = "recorded_at")
    private Instant recordedAt;
    @Column(name = "confirmed_by")
    private String confirmedBy;
    @Column(name = "declined_at")
    private Instant declinedAt;
    @Column(name = "declined_by")
    private String declinedBy;
    @Column(name = "lifted_at")
    private Instant liftedAt;
    @Column(name = "lifted_by")
    private String liftedBy;
    @Column(name = "ended_reason")
    private String endedReason;
    @Column(name = "appealed_on")
    private LocalDate appealedOn;
    @Enumerated(EnumType.STRING)
    @Column(name = "appeal_outcome")
    private Appeal.Outcome appealOutcome;
    @Column(name = "appeal_note")
    private String appealNote;
    @Version
    private int version;

    protected ExclusionRow() {
    }

    ExclusionRow(Exclusion given, Instant now) {
        id = Identifier.next();
        supplier = given.supplier();
        authority = given.authority();
        scope = given.scope();
        ground = given.ground();
        law = given.law();
        reason = given.reason();
        until = given.until().orElse(null);
        proposedAt = now;
        proposedBy = given.by();
        set(given);
    }

    final void set(Exclusion next) {
        from = next.from();
        appealedOn = next.appeal().map(Appeal::on).orElse(null);
        appealOutcome = next.appeal().map(Appeal::outcome).orElse(null);
        appealNote = next.appeal().map(Appeal::note).orElse(null);
        switch (next.state()) {
            case State.Waiting waiting -> { }
            case State.Recorded recorded -> recorded(recorded);
            case State.Declined(Instant at, String by, String why) -> {
                declinedAt = at;
                declinedBy = by;
                endedReason = why;
            }
            case State.Lifted(State.Recorded recorded, Instant at, String by, String why) -> {
                recorded(recorded);
                liftedAt = at;
                liftedBy = by;
                endedReason = why;
            }
        }
    }

    private void recorded(State.Recorded recorded) {
        recordedAt = recorded.at();
        confirmedBy = recorded.confirmedBy().isEmpty() ? null : recorded.confirmedBy();
    }

    String id() {
        return id;
    }

    String supplier() {
        return supplier;
    }

    String authority() {
        return authority;
    }

    Exclusion exclusion() {
        return new Exclusion(supplier, authority, scope, ground, law, reason, from,
                Optional.ofNullable(until), proposedBy, state(), Optional.ofNullable(appealedOn)
                .map(on -> new Appeal(on, appealOutcome, appealNote)));
    }

    private State state() {
        if (declinedAt != null) {
            return new State.Declined(declinedAt, declinedBy, endedReason);
        }
        if (recordedAt == null) {
            return new State.Waiting();
        }
        State.Recorded recorded =
                new State.Recorded(recordedAt, confirmedBy == null ? "" : confirmedBy);
        return liftedAt == null ? recorded
                : new State.Lifted(recorded, liftedAt, liftedBy, endedReason);
    }
}
