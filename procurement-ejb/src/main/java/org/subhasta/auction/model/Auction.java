package org.subhasta.auction.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.subhasta.auction.model.Bid.Place;
import org.subhasta.auction.model.Standings.Taken;
import org.subhasta.auction.model.Transition.Counts;
import org.subhasta.auction.model.Transition.Judged;

/**
 * The state of an auction of one lot, and the engine that moves it: a pure function over its own
 * history. It is never changed; each act and each advance of time gives the next state, and the old
 * one remains good (a transaction that fails goes on from there, a watcher reads it meanwhile).
 *
 * <p>Time is given, never read: instants with microseconds, never before the one before. Judging
 * takes time logarithmic in the bids and participants; only annulments and exclusions, which
 * compute what stands from all bids again, take as long as there are bids.
 */
public final class Auction {

    private final Terms terms;
    private final Instant now;
    private final Stage stage;
    private final Optional<Instant> pausedSince;
    private final Tree<String, Participant> participants;
    private final Tree<Place, String> ranking;
    private final Optional<Taken> taken;
    private final Tree<String, Judged> judged;
    private final long sequence;
    private final Counts counts;

    /** A later state, and what the passing of time brought. */
    public record Advance(Auction auction, List<Fact> facts) {
        public Advance {
            facts = List.copyOf(facts);
        }
    }

    /**
     * The state after an act.
     *
     * @param passed what the passing of time brought before the act
     */
    public record Judgement(Auction auction, List<Fact> passed, Answer answer) {
        public Judgement {
            passed = List.copyOf(passed);
        }
    }

    Auction(Terms terms, Instant now, Stage stage, Optional<Instant> pausedSince,
            Tree<String, Participant> participants, Tree<Place, String> ranking,
            Optional<Taken> taken, Tree<String, Judged> judged, long sequence, Counts counts) {
        this.terms = terms;
        this.now = now;
        this.stage = stage;
        this.pausedSince = pausedSince;
        this.participants = participants;
        this.ranking = ranking;
        this.taken = taken;
        this.judged = judged;
        this.sequence = sequence;
        this.counts = counts;
    }

    /**
     * An auction before its opening, with nobody admitted yet.
     *
     * @throws IllegalArgumentException where the terms contradict each other
     */
    public static Auction begin(Terms terms) {
        List<Contradiction> contradictions = Contradictions.of(terms);
        if (!contradictions.isEmpty()) {
            throw new IllegalArgumentException("contradictory terms: " + contradictions);
        }
        return new Auction(terms, Instant.EPOCH, new Stage.Waiting(terms.opensAt()),
                Optional.empty(), Tree.empty(), Tree.empty(), Optional.empty(), Tree.empty(), 0,
                new Counts(0, 0, 0));
    }

    /**
     * The auction at a later instant: phases open, clocks tick, turns pass, the end comes, each at
     * the instant at which it was due.
     */
    public Advance advance(Instant to) {
        requireLater(to);
        Transition transition = new Transition(this);
        pass(transition, to);
        return new Advance(transition.to(to), transition.facts());
    }

    /**
     * What comes of an act at an instant, time having passed up to it. An interruption is judged
     * before any time past its beginning: that time is what it gives back.
     */
    public Judgement judge(Act act, Instant at) {
        requireLater(at);
        boolean early = act instanceof Act.Interrupted interrupted
                && Judging.fits(this, interrupted, at);
        Advance before = advance(early ? ((Act.Interrupted) act).from() : at);
        Transition transition = new Transition(before.auction);
        Answer answer = Judging.judge(transition, before.auction, act, at);
        return new Judgement(transition.to(at), before.facts, answer);
    }

    private static void pass(Transition transition, Instant to) {
        while (transition.pausedSince().isEmpty()) {
            Optional<Instant> due = transition.stage().deadline();
            if (due.isEmpty() || due.get().isAfter(to)) {
                return;
            }
            transition.pass(due.get());
        }
    }

    private void requireLater(Instant instant) {
        if (instant.isBefore(now)) {
            throw new IllegalArgumentException("time never goes back: " + instant + " after " + now);
        }
        if (!instant.equals(instant.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("instants carry microseconds: " + instant);
        }
    }

    public Terms terms() {
        return terms;
    }

    /** The last instant at which it was advanced or judged. */
    public Instant now() {
        return now;
    }

    /** When time alone changes it next; empty while paused, and where nothing is due. */
    public Optional<Instant> nextDeadline() {
        return pausedSince.isPresent() ? Optional.empty() : stage.deadline();
    }

    /** Whether nobody knows yet when it opens: {@link Act.SetOpening} tells. */
    public boolean awaitsOpening() {
        return stage instanceof Stage.Waiting(Optional<Instant> opensAt) && opensAt.isEmpty();
    }

    /** Whether its first phase has begun; also after the end. */
    public boolean hasOpened() {
        return !(stage instanceof Stage.Waiting);
    }

    /** Whether somebody was admitted and not excluded since. */
    public boolean admits(String participant) {
        return participants.get(participant).filter(one -> !one.excluded()).isPresent();
    }

    /** The standing bid of who is seen under that number. */
    public Optional<Bid> standingOf(String alias) {
        return byAlias(alias).flatMap(Participant::standing);
    }

    /** Who is seen under that number, unless excluded: for the platform alone before the end. */
    public Optional<String> participantOf(String alias) {
        return byAlias(alias).filter(one -> !one.excluded()).map(Participant::id);
    }

    private Optional<Participant> byAlias(String alias) {
        return participants.values().stream().filter(one -> one.alias().equals(alias)).findAny();
    }

    /** The numbers under which participants are seen, and which of them are excluded. */
    public Map<String, Boolean> numbers() {
        Map<String, Boolean> numbers = new TreeMap<>();
        participants.values().stream().forEach(one -> numbers.put(one.alias(), one.excluded()));
        return numbers;
    }

    /** Whether time stands still until an officer resumes. */
    public boolean isPaused() {
        return pausedSince.isPresent();
    }

    /** How it ended; empty before. */
    public Optional<Result> result() {
        return stage instanceof Stage.Ended ended ? Optional.of(ended.result()) : Optional.empty();
    }

    /** When it ended; empty before. */
    public Optional<Instant> endedAt() {
        return stage instanceof Stage.Ended ended ? Optional.of(ended.at()) : Optional.empty();
    }

    /** What stands, best first. */
    public List<Bid> ranking() {
        return ranking(ranking.size());
    }

    /** What stands, best first, as many at most. */
    public List<Bid> ranking(int most) {
        Standings standings = standings();
        return IntStream.range(0, Math.min(most, ranking.size()))
                .mapToObj(rank -> standings.standingAt(rank).orElseThrow()).toList();
    }

    /** What an audience may see now. */
    public AudienceView view(Audience audience) {
        return AudienceView.of(this, audience);
    }

    Standings standings() {
        return new Standings(terms, participants, ranking, taken);
    }

    Stage stage() {
        return stage;
    }

    Optional<Instant> pausedSince() {
        return pausedSince;
    }

    Tree<String, Judged> judged() {
        return judged;
    }

    long sequence() {
        return sequence;
    }

    Counts counts() {
        return counts;
    }
}
