package org.subhasta.auction.model;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Money;

/**
 * What everybody could see of a lot, as it came: its acts judged again one after another, with a
 * look at what is public whenever something may have changed. So it tells nothing of a time when it
 * was hidden. Not for several threads.
 */
public final class PublicHistory {

    /** Of each kind the latest are kept. */
    public static final int MOST = 1_000;

    private final Deque<Point> prices = new ArrayDeque<>();
    private final Deque<Notice> notices = new ArrayDeque<>();
    private Auction auction;
    private Optional<Money> last = Optional.empty();

    /** A price from then on. */
    public record Point(Instant at, Money price) {
    }

    /** What an officer did, with the reason that all can read, or an interruption without one. */
    public record Notice(Instant at, What what, Optional<String> reason) {
    }

    /** What a notice is about. */
    public enum What { PAUSED, RESUMED, END_MOVED, BID_ANNULLED, PARTICIPANT_EXCLUDED, CANCELLED,
        INTERRUPTED }

    public PublicHistory(Auction beginning) {
        auction = beginning;
    }

    /** An act that was judged then. */
    public void judged(Act act, Instant at) {
        // An interruption gives back the time since it began: nothing passed in it.
        until(act instanceof Act.Interrupted interrupted
                && !interrupted.from().isBefore(auction.now()) ? interrupted.from() : at);
        Auction.Judgement judgement = auction.judge(act, at);
        auction = judgement.auction();
        look();
        if (judgement.answer() instanceof Answer.Accepted(List<Fact> facts)) {
            facts.stream().map(PublicHistory::notice).flatMap(Optional::stream)
                    .forEach(notice -> keep(notices, notice));
        }
    }

    private static Optional<Notice> notice(Fact fact) {
        return Optional.ofNullable(switch (fact) {
            case Fact.Paused paused -> notice(fact, What.PAUSED, paused.reason());
            case Fact.Resumed resumed -> notice(fact, What.RESUMED, resumed.reason());
            case Fact.EndMoved moved -> moved.reason().map(reason ->
                    notice(fact, What.END_MOVED, reason)).orElse(null);
            case Fact.BidAnnulled annulled ->
                    notice(fact, What.BID_ANNULLED, annulled.reason());
            case Fact.ParticipantExcluded excluded ->
                    notice(fact, What.PARTICIPANT_EXCLUDED, excluded.reason());
            case Fact.Ended(Instant at, Result.Cancelled(String reason)) ->
                    notice(fact, What.CANCELLED, reason);
            case Fact.InterruptionRecorded recorded ->
                    new Notice(recorded.at(), What.INTERRUPTED, Optional.empty());
            default -> null;
        });
    }

    private static Notice notice(Fact fact, What what, String reason) {
        return new Notice(fact.at(), what, Optional.of(reason));
    }

    /** Time alone passes. */
    public void until(Instant at) {
        for (Optional<Instant> due = due(at); due.isPresent(); due = due(at)) {
            auction = auction.advance(due.get()).auction();
            look();
        }
        if (at.isAfter(auction.now())) {
            auction = auction.advance(at).auction();
        }
    }

    private Optional<Instant> due(Instant at) {
        return auction.nextDeadline().filter(due -> !due.isAfter(at));
    }

    private void look() {
        Optional<Money> price = AudienceView.publicPrice(auction);
        if (price.isPresent() && !price.equals(last)) {
            keep(prices, new Point(auction.now(), price.get()));
        }
        last = price;
    }

    private static <T> void keep(Deque<T> all, T one) {
        all.addLast(one);
        if (all.size() > MOST) {
            all.removeFirst();
        }
    }

    /** A clock's price while it runs, else the leading one; first to last. */
    public List<Point> prices() {
        return List.copyOf(prices);
    }

    /** First to last. */
    public List<Notice> notices() {
        return List.copyOf(notices);
    }
}
