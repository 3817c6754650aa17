package org.subhasta.auction.model;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Money;

/**
 * The prices that everybody could see of a lot, as they came: its acts judged again one after
 * another, with a look at what is public whenever something may have changed. So it tells nothing
 * that was hidden when it was so. Not for several threads.
 */
public final class PublicPrices {

    /** The latest are kept. */
    public static final int MOST = 1_000;

    private final Deque<Point> points = new ArrayDeque<>();
    private Auction auction;
    private Optional<Money> last = Optional.empty();

    /** A price from then on. */
    public record Point(Instant at, Money price) {
    }

    public PublicPrices(Auction beginning) {
        auction = beginning;
    }

    /** An act that was judged then. */
    public void judged(Act act, Instant at) {
        // An interruption gives back the time since it began: nothing passed in it.
        until(act instanceof Act.Interrupted interrupted
                && !interrupted.from().isBefore(auction.now()) ? interrupted.from() : at);
        auction = auction.judge(act, at).auction();
        look();
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
            points.addLast(new Point(auction.now(), price.get()));
            if (points.size() > MOST) {
                points.removeFirst();
            }
        }
        last = price;
    }

    /** First to last. */
    public List<Point> points() {
        return List.copyOf(points);
    }
}
