package org.subhasta.auction.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.subhasta.kernel.Money;

/**
 * All that an audience may see of an auction at an instant, and nothing else: what is sent to a
 * watcher is this or the difference between two of these.
 *
 * @param facts      how many facts this audience could see so far, changes of the own rank among
 *                   them: the number of an update. It counts nothing hidden.
 * @param phase      that runs or comes next, from 0
 * @param deadline   when the auction opens, the next phase begins, or the phase, turn or tick ends;
 *                   while paused, when it would have
 * @param pausedAt   since when time stands still
 * @param clockPrice the current price of a clock
 * @param best       the leading price, where it may be seen; never what it ranks as: whoever knows
 *                   the weights, as the officer does, would know whose it is
 * @param standings  best first, where they may be seen
 * @param turn       whose turn it is, where that may be seen
 * @param own        for a participant
 * @param reserve    where it was published, or the auction has ended
 */
public record AudienceView(long facts, Status status, int phase, Optional<Instant> deadline,
                           Optional<Instant> pausedAt, Optional<Money> clockPrice,
                           Optional<Money> best, List<Line> standings,
                           Optional<String> turn, Optional<Own> own, Optional<Reserve> reserve,
                           Optional<Result> result) {

    /** Where the auction is in its life. */
    public enum Status { WAITING, BETWEEN_PHASES, RUNNING, ENDED }

    /**
     * One standing bid.
     *
     * @param name the anonymous number; the participant's id once the auction has ended
     */
    public record Line(int rank, String name, Money amount, boolean own) {
    }

    /**
     * What a participant sees of the own affairs, whatever the visibility.
     *
     * @param rank    where it may be seen
     * @param waiting a bid that will count at the end of the turn or phase
     * @param bids    that came to count, and limits, first to last
     * @param next    the best possible next bid: "X or lower" when descending
     * @param mayAct  whether an act has a place at this moment
     */
    public record Own(String alias, boolean in, Optional<Money> standing, Optional<Integer> rank,
                      Optional<Money> waiting, List<Bid> bids, Optional<Money> next,
                      boolean mayAct) {
        public Own {
            bids = List.copyOf(bids);
        }
    }

    public AudienceView {
        standings = List.copyOf(standings);
    }

    /**
     * The same with numbers for names: of a lot that has ended before others of its auction, since
     * the numbers are the same in those.
     *
     * @param number of a participant
     */
    public AudienceView numbered(UnaryOperator<String> number) {
        List<Line> numbered = standings.stream().map(line -> new Line(
                line.rank(), number.apply(line.name()), line.amount(), line.own())).toList();
        return new AudienceView(facts, status, phase, deadline, pausedAt, clockPrice, best,
                numbered, turn, own, reserve, result.map(end -> end instanceof Result.Won won
                        ? new Result.Won(number.apply(won.winner()), won.bid(), won.amount(),
                                won.paid()) : end));
    }

    static AudienceView of(Auction auction, Audience audience) {
        return new Viewing(auction, audience).view();
    }

    /** The price that everybody sees now, a clock's before the leading one; nothing else of it. */
    static Optional<Money> publicPrice(Auction auction) {
        Viewing everyone = new Viewing(auction, new Audience.Everyone());
        return everyone.course().flatMap(Course::price)
                .or(everyone::best);
    }

    /** One look at an auction. */
    private static final class Viewing {

        private final Auction auction;
        private final Transition now;
        private final Optional<Participant> viewer;
        private final Visibility.Level level;
        private final long facts;
        private final boolean ended;

        Viewing(Auction auction, Audience audience) {
            this.auction = auction;
            now = new Transition(auction);
            ended = auction.stage() instanceof Stage.Ended;
            Visibility visibility = now.visibility();
            Transition.Counts counts = auction.counts();
            switch (audience) {
                case Audience.OneParticipant(String id) -> {
                    viewer = Optional.of(now.standings().participants().get(id).orElseThrow(() ->
                            new IllegalArgumentException(id + " was not admitted")));
                    level = visibility.participants();
                    facts = counts.participants() + now.standings().notices(viewer.get());
                }
                case Audience.Officer officer -> {
                    viewer = Optional.empty();
                    level = visibility.officer();
                    facts = counts.officer();
                }
                case Audience.Everyone everyone -> {
                    viewer = Optional.empty();
                    level = visibility.everyone();
                    facts = counts.everyone();
                }
            }
        }

        AudienceView view() {
            Optional<Course> course = course();
            return new AudienceView(facts, status(), now.phase(), auction.stage().deadline(),
                    auction.pausedSince(), course.flatMap(Course::price),
                    best(),
                    seesAll() ? lines() : List.of(), turn(), viewer.map(this::own),
                    auction.terms().reserve().filter(reserve ->
                            ended || reserve instanceof Reserve.Published),
                    auction.result());
        }

        private Optional<Money> best() {
            return ended || level.showsBestPrice()
                    ? now.standings().leader().map(Bid::amount) : Optional.empty();
        }

        private boolean seesAll() {
            return ended || level == Visibility.Level.EVERYTHING_BUT_NAMES;
        }

        private Optional<Course> course() {
            return auction.stage() instanceof Stage.Running running
                    ? Optional.of(running.course()) : Optional.empty();
        }

        private Status status() {
            return switch (auction.stage()) {
                case Stage.Waiting waiting -> Status.WAITING;
                case Stage.Between between -> Status.BETWEEN_PHASES;
                case Stage.Running running -> Status.RUNNING;
                case Stage.Ended over -> Status.ENDED;
            };
        }

        private List<Line> lines() {
            List<Line> lines = new ArrayList<>();
            for (Bid bid : auction.ranking()) {
                lines.add(new Line(lines.size() + 1, name(bid.participant()), bid.amount(),
                        mine(bid.participant())));
            }
            return lines;
        }

        private String name(String participant) {
            return ended ? participant : now.standings().participant(participant).alias();
        }

        private boolean mine(String participant) {
            return viewer.filter(one -> one.id().equals(participant)).isPresent();
        }

        private Optional<String> turn() {
            return course()
                    .flatMap(course -> course instanceof RoundsCourse rounds
                            ? rounds.turnOf() : Optional.empty())
                    .filter(participant -> seesAll() || mine(participant)).map(this::name);
        }

        private Own own(Participant one) {
            Optional<Course> course = course();
            Optional<AuctionRefusal> placeless = course.flatMap(running ->
                            running.placeless(now, one, running.kind()))
                    .map(refusal -> (AuctionRefusal) refusal.code());
            boolean inPhase = course.isPresent()
                    && placeless.filter(AuctionRefusal.NOT_IN_THIS_PHASE::equals).isEmpty();
            boolean seesRank = seesAll() || level == Visibility.Level.OWN_RANK;
            return new Own(one.alias(), one.isIn(), one.standing().map(Bid::amount),
                    one.standing().filter(bid -> seesRank).map(bid -> rank(bid)),
                    course.flatMap(running -> running.waiting(one.id())).map(Bid::amount),
                    one.history().list(),
                    course.filter(running -> inPhase).flatMap(running -> running.next(now, one)),
                    inPhase && placeless.isEmpty() && auction.pausedSince().isEmpty());
        }

        private int rank(Bid bid) {
            return now.standings().ranking()
                    .indexOf(bid.place(auction.terms().direction())) + 1;
        }
    }
}
