package org.subhasta.eligibility.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/**
 * A supplier kept from new acts for a time.
 *
 * @param authority who recorded it, or asks for it
 * @param law       the article of law as typed; {@code ""} where the ground says it all
 * @param reason    public
 * @param until     its first instant no more; empty: until it is lifted
 * @param by        who asked for it, a person's identifier
 */
public record Exclusion(String supplier, String authority, Scope scope, Ground ground, String law,
        String reason, Instant from, Optional<Instant> until, String by, State state,
        Optional<Appeal> appeal) {

    /** Characters of the longest reason. */
    public static final int LONGEST_REASON = 2_000;
    /** Characters of the longest article of law. */
    public static final int LONGEST_LAW = 200;

    /**
     * What an officer asks for.
     *
     * @param from  empty: from the record on
     * @param until empty: no end
     */
    public record Asked(String supplier, Scope scope, Ground ground, String law, String reason,
            Optional<Instant> from, Optional<Instant> until) {
    }

    /** Recorded at once for the authority alone; for the platform it waits for a second person. */
    public static Outcome<Exclusion> of(Asked asked, String authority, String by, Instant now) {
        List<Refusal> wrong = new ArrayList<>();
        if (asked.ground() == null || asked.scope() == null) {
            wrong.add(Refusal.at("ground", EligibilityRefusal.EXCLUSION_GROUND));
        } else {
            (asked.ground() == Ground.NATIONAL
                    ? Words.needed("law", asked.law(), LONGEST_LAW,
                            EligibilityRefusal.EXCLUSION_GROUND)
                    : Words.atMost("law", asked.law(), LONGEST_LAW,
                            EligibilityRefusal.EXCLUSION_GROUND)).ifPresent(wrong::add);
        }
        reasoned(asked.reason()).ifPresent(wrong::add);
        Instant from = asked.from().orElse(now);
        if (from.isBefore(now)) {
            wrong.add(Refusal.at("from", EligibilityRefusal.EXCLUSION_PERIOD));
        } else if (asked.until().filter(end -> !end.isAfter(from)).isPresent()) {
            wrong.add(Refusal.at("until", EligibilityRefusal.EXCLUSION_PERIOD));
        }
        return wrong.isEmpty() ? Outcome.done(new Exclusion(asked.supplier(), authority,
                asked.scope(), asked.ground(), Words.of(asked.law()), Words.of(asked.reason()),
                from, asked.until(), by, asked.scope() == Scope.PLATFORM
                        ? new State.Waiting() : new State.Recorded(now, ""), Optional.empty()))
                : Outcome.refused(wrong);
    }

    /** The second person's yes: it counts from now on, or from its later beginning. */
    public Outcome<Exclusion> confirm(String second, Instant now) {
        if (!(state instanceof State.Waiting)) {
            return refuse(EligibilityRefusal.EXCLUSION_DECIDED);
        }
        if (by.equals(second)) {
            return refuse(EligibilityRefusal.EXCLUSION_SAME_PERSON);
        }
        if (until.filter(end -> !end.isAfter(now)).isPresent()) {
            return refuse(EligibilityRefusal.EXCLUSION_OVER);
        }
        return Outcome.done(new Exclusion(supplier, authority, scope, ground, law, reason,
                from.isBefore(now) ? now : from, until, by, new State.Recorded(now, second),
                appeal));
    }

    /** It is not confirmed; whoever asked for it may take it back in the same way. */
    public Outcome<Exclusion> decline(String who, String why, Instant now) {
        if (!(state instanceof State.Waiting)) {
            return refuse(EligibilityRefusal.EXCLUSION_DECIDED);
        }
        return reasoned(why).<Outcome<Exclusion>>map(Outcome::refused).orElseGet(() ->
                Outcome.done(with(new State.Declined(now, who, Words.of(why)), appeal)));
    }

    /** Ends it before its time, and with it an open appeal. */
    public Outcome<Exclusion> lift(String who, String why, Instant now) {
        Optional<EligibilityRefusal> not = notRunning(now);
        if (not.isPresent()) {
            return refuse(not.get());
        }
        return reasoned(why).<Outcome<Exclusion>>map(Outcome::refused).orElseGet(() ->
                Outcome.done(with(new State.Lifted((State.Recorded) state, now, who,
                        Words.of(why)), appeal.map(one -> one.outcome() == Appeal.Outcome.OPEN
                        ? new Appeal(one.on(), Appeal.Outcome.LIFTED, one.note()) : one))));
    }

    /**
     * Notes an appeal; it changes nothing about the exclusion.
     *
     * @param recordedOn the day of the record, and {@code today}, both where the authority is
     */
    public Outcome<Exclusion> appeal(
            LocalDate on, String note, LocalDate recordedOn, LocalDate today, Instant now) {
        Optional<EligibilityRefusal> not = notRunning(now);
        if (not.isPresent()) {
            return refuse(not.get());
        }
        if (isAppealed()) {
            return refuse(EligibilityRefusal.APPEAL_OPEN);
        }
        if (on == null || on.isAfter(today) || on.isBefore(recordedOn)) {
            return Outcome.refused(Refusal.at("on", EligibilityRefusal.APPEAL_DAY));
        }
        return noted(on, Appeal.Outcome.OPEN, note);
    }

    /** The appeal was decided and the exclusion stands. */
    public Outcome<Exclusion> uphold(String note) {
        return isAppealed() ? noted(appeal.orElseThrow().on(), Appeal.Outcome.UPHELD, note)
                : refuse(EligibilityRefusal.APPEAL_NONE);
    }

    /** Whether it keeps the supplier from acts at that instant (X1). */
    public boolean isInForce(Instant at) {
        return recordedAt().isPresent() && !at.isBefore(from) && end().filter(
                end -> !at.isBefore(end)).isEmpty();
    }

    /** The first instant at which it no longer counts, as known now. */
    public Optional<Instant> end() {
        return state instanceof State.Lifted lifted
                && until.filter(end -> end.isBefore(lifted.at())).isEmpty()
                ? Optional.of(lifted.at()) : until;
    }

    /** From when it is public; empty: it is not. */
    public Optional<Instant> recordedAt() {
        return switch (state) {
            case State.Recorded recorded -> Optional.of(recorded.at());
            case State.Lifted lifted -> Optional.of(lifted.recorded().at());
            case State.Waiting waiting -> Optional.empty();
            case State.Declined declined -> Optional.empty();
        };
    }

    /** The ground as it is cited. */
    public String cited() {
        return ground.cited(law);
    }

    private boolean isAppealed() {
        return appeal.filter(one -> one.outcome() == Appeal.Outcome.OPEN).isPresent();
    }

    private Outcome<Exclusion> noted(LocalDate on, Appeal.Outcome outcome, String note) {
        return Words.atMost("note", note, LONGEST_REASON, EligibilityRefusal.EXCLUSION_REASON)
                .<Outcome<Exclusion>>map(Outcome::refused).orElseGet(() -> Outcome.done(with(state,
                        Optional.of(new Appeal(on, outcome, Words.of(note))))));
    }

    private Optional<EligibilityRefusal> notRunning(Instant now) {
        return switch (state) {
            case State.Waiting waiting -> Optional.of(EligibilityRefusal.EXCLUSION_WAITING);
            case State.Recorded recorded -> until.filter(end -> !end.isAfter(now))
                    .map(end -> EligibilityRefusal.EXCLUSION_OVER);
            case State.Declined declined -> Optional.of(EligibilityRefusal.EXCLUSION_OVER);
            case State.Lifted lifted -> Optional.of(EligibilityRefusal.EXCLUSION_OVER);
        };
    }

    private Exclusion with(State next, Optional<Appeal> latest) {
        return new Exclusion(supplier, authority, scope, ground, law, reason, from, until, by, next,
                latest);
    }

    private static Optional<Refusal> reasoned(String reason) {
        return Words.needed(
                "reason", reason, LONGEST_REASON, EligibilityRefusal.EXCLUSION_REASON);
    }

    private static Outcome<Exclusion> refuse(EligibilityRefusal code) {
        return Outcome.refused(Refusal.of(code));
    }
}
