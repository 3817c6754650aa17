package org.subhasta.auction.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.subhasta.auction.model.Standings.Taken;
import org.subhasta.kernel.Money;

/**
 * The way from one state of an auction to the next: a working copy that courses and judgements
 * change, and the facts of the change.
 */
final class Transition {

    private final Terms terms;
    private final Standings standings;
    private final List<Fact> facts = new ArrayList<>();
    private Stage stage;
    private Optional<Instant> pausedSince;
    private Tree<String, Judged> judged;
    private long sequence;
    private Counts counts;

    /** An act that was judged, to answer its repeats. */
    record Judged(Act.OfParticipant act, Answer answer) {
    }

    /** How many facts each audience could see; participants beside their own. */
    record Counts(long participants, long officer, long everyone) {
    }

    Transition(Auction from) {
        terms = from.terms();
        standings = from.standings();
        stage = from.stage();
        pausedSince = from.pausedSince();
        judged = from.judged();
        sequence = from.sequence();
        counts = from.counts();
    }

    Auction to(Instant now) {
        return new Auction(terms, now, stage, pausedSince, standings.participants(),
                standings.ranking(), standings.taken(), judged, sequence, counts);
    }

    Terms terms() {
        return terms;
    }

    Standings standings() {
        return standings;
    }

    Stage stage() {
        return stage;
    }

    List<Fact> facts() {
        return facts;
    }

    Optional<Instant> pausedSince() {
        return pausedSince;
    }

    Tree<String, Judged> judged() {
        return judged;
    }

    void remember(Act.OfParticipant act, Answer answer) {
        judged = judged.with(act.id(), new Judged(act, answer));
    }

    long nextSequence() {
        return ++sequence;
    }

    int phase() {
        return stage.phase(terms);
    }

    /**
     * Of the running or the next phase; before the opening nothing is shown to anybody, since an
     * opening position is known outside as its participant's, and would tell whose number it is.
     */
    Visibility visibility() {
        return stage instanceof Stage.Waiting
                ? Visibility.NOTHING : terms.phases().get(phase()).visibility();
    }

    /** Records a fact, and counts it for those who may see it. */
    void record(Fact fact) {
        facts.add(fact);
        Visibility visibility = visibility();
        boolean shown = fact.visible(visibility.participants());
        counts = new Counts(counts.participants + (shown ? 1 : 0),
                counts.officer + (fact.visible(visibility.officer()) ? 1 : 0),
                counts.everyone + (fact.visible(visibility.everyone()) ? 1 : 0));
        if (!shown) {
            fact.concerns().forEach(id -> standings.put(standings.participant(id).told(1)));
        }
    }

    /** Lets bids count, and records what changed by it. */
    void take(Instant at, List<Bid> bids) {
        Optional<Best> best = best();
        standings.ranksAreNews(
                visibility().participants() == Visibility.Level.OWN_RANK);
        bids.forEach(standings::take);
        recordChanges(at, best);
    }

    /** Computes what stands again, and records what changed by it. */
    void recompute(Instant at) {
        Optional<Best> best = best();
        standings.recompute();
        recordChanges(at, best);
    }

    /** What the leading bid is worth: in a scored auction one price can rank in two ways. */
    private record Best(Money price, Fraction ranking) {
    }

    private Optional<Best> best() {
        return standings.leader().map(bid -> new Best(bid.amount(), bid.ranking()));
    }

    private void recordChanges(Instant at, Optional<Best> before) {
        for (String id : standings.changed()) {
            Optional<Bid> bid = standings.participant(id).standing();
            record(new Fact.StandingChanged(at, id, bid.map(Bid::amount), bid.map(Bid::id)));
        }
        if (!best().equals(before)) {
            record(new Fact.BestPriceChanged(at, best().map(Best::price),
                    best().map(Best::ranking)));
        }
    }

    /** Takes the price of a clock, which limits all later phases. */
    void takeClockPrice(String participant, Money price) {
        standings.taken(new Taken(participant, price));
    }

    /** Participants leave by the rules of a phase. */
    void leave(Instant at, List<String> participants) {
        if (!participants.isEmpty()) {
            participants.forEach(id -> standings.put(standings.participant(id).leaves()));
            record(new Fact.ParticipantsLeft(at, participants));
        }
    }

    /** Those of them still in who belong to it at this moment. */
    Who resolved(Who who) {
        if (who instanceof Who.Best(int count)) {
            Set<String> best = new HashSet<>();
            for (String id : standings.ranking().values()) {
                if (best.size() < count && standings.participant(id).isIn()) {
                    best.add(id);
                }
            }
            return new Who.Named(best);
        }
        return who;
    }

    boolean belongs(Participant participant, Who who) {
        boolean taker = standings.taken().filter(price ->
                price.participant().equals(participant.id())).isPresent();
        return participant.isIn() && switch (who) {
            case Who.Everyone everyone -> true;
            case Who.ClockTaker clock -> taker;
            case Who.EveryoneElse others -> !taker;
            case Who.Best best -> throw new IllegalStateException("resolved when a phase begins");
            case Who.Named(Set<String> names) -> names.contains(participant.id());
        };
    }

    /** Goes on in the phase with another course. */
    void proceed(Course course) {
        stage = new Stage.Running(phase(), course);
    }

    /** Time has brought the stage to its deadline. */
    void pass(Instant at) {
        switch (stage) {
            case Stage.Waiting waiting -> open(at);
            case Stage.Between(int next, Instant startsAt) -> begin(next, at);
            case Stage.Running(int phase, Course course) -> course.pass(this);
            case Stage.Ended ended -> throw new IllegalStateException("nothing is due any more");
        }
    }

    void openAt(Instant opensAt) {
        stage = new Stage.Waiting(Optional.of(opensAt));
    }

    private void open(Instant at) {
        if (standings.in().size() < terms.minimumParticipants()) {
            end(at, new Result.Unsuccessful(Result.Why.TOO_FEW_PARTICIPANTS));
        } else {
            begin(0, at);
        }
    }

    private void begin(int phase, Instant at) {
        if (standings.in().isEmpty()) {
            finish(at);
            return;
        }
        stage = new Stage.Between(phase, at);
        Course course = Course.begin(terms.phases().get(phase).mechanism(), this, at);
        stage = new Stage.Running(phase, course);
        record(new Fact.PhaseBegan(at, phase, course.endsAt(), course.price()));
        course.begun(this, at);
    }

    /** The running phase is over: the next one, or the result. */
    void endPhase(Instant at) {
        int next = phase() + 1;
        if (next == terms.phases().size()) {
            finish(at);
            return;
        }
        Duration pause = terms.phases().get(next).pause();
        if (pause.isZero()) {
            begin(next, at);
        } else {
            record(new Fact.PhaseEnded(at, next - 1, at.plus(pause)));
            stage = new Stage.Between(next, at.plus(pause));
        }
    }

    private void finish(Instant at) {
        end(at, Award.of(standings));
    }

    void end(Instant at, Result result) {
        stage = new Stage.Ended(at, result);
        pausedSince = Optional.empty();
        record(new Fact.Ended(at, result));
    }

    /** The instant at which the auction's own time stands still, or the one given. */
    Instant ownTime(Instant at) {
        return pausedSince.orElse(at);
    }

    void pause(Instant since) {
        pausedSince = Optional.of(since);
    }

    /** How much later everything is now. */
    Duration resume(Instant at) {
        Duration by = Duration.between(pausedSince.orElseThrow(), at);
        pausedSince = Optional.empty();
        stage = stage.later(by);
        return by;
    }
}
