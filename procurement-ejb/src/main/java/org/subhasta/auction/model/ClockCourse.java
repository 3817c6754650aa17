package org.subhasta.auction.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.model.Mechanism.PriceClock;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/** Dutch: the first acceptance of exactly the current price takes it. */
record ClockCourse(PriceClock terms, Money current, Instant tickEnds) implements Course {

    static ClockCourse begin(PriceClock terms, Instant at) {
        return new ClockCourse(terms, terms.first(), at.plus(terms.tick()));
    }

    /** The price a step nearer to the last, which ends the range even within a step. */
    static Money moved(Money price, Money step, Money last) {
        BigDecimal way = last.amount().subtract(price.amount());
        BigDecimal by = way.abs().min(step.amount());
        return new Money(price.amount().add(way.signum() < 0 ? by.negate() : by),
                price.currency());
    }

    /** Why a price is not the one a clock shows. */
    static Optional<Refusal> stale(Money price, Money first, Money current, Money last) {
        if (price.equals(current)) {
            return Optional.empty();
        }
        boolean beforeFirst = price.compareTo(first) * last.compareTo(first) < 0;
        boolean afterLast = price.compareTo(last) * first.compareTo(last) < 0;
        if (beforeFirst || afterLast) {
            return Optional.of(Refusal.of(AuctionRefusal.BEYOND_LIMIT,
                    (beforeFirst ? first : last).decimal()));
        }
        return Optional.of(Refusal.of(AuctionRefusal.STALE_CLOCK_PRICE, current.decimal()));
    }

    @Override
    public Instant deadline() {
        return tickEnds;
    }

    @Override
    public Optional<Money> price() {
        return Optional.of(current);
    }

    @Override
    public ClockCourse later(Duration by) {
        return new ClockCourse(terms, current, tickEnds.plus(by));
    }

    @Override
    public void pass(Transition transition) {
        if (current.equals(terms.last())) {
            transition.end(tickEnds, new Result.Unsuccessful(Result.Why.CLOCK_NOT_TAKEN));
            return;
        }
        Money next = moved(current, terms.step(), terms.last());
        transition.proceed(new ClockCourse(terms, next, tickEnds.plus(terms.tick())));
        transition.record(new Fact.PriceMoved(tickEnds, next));
    }

    @Override
    public Optional<Refusal> placeless(Transition transition, Participant participant,
                                       BidKind kind) {
        return kind == BidKind.BID && participant.isIn()
                ? Optional.empty() : Course.notInThisPhase();
    }

    @Override
    public Optional<Refusal> priceless(Transition transition, Participant participant,
                                       Money price) {
        return stale(price, terms.first(), current, terms.last());
    }

    @Override
    public Optional<Money> next(Transition transition, Participant participant) {
        return Optional.of(current);
    }

    @Override
    public void accept(Transition transition, Instant at, Bid bid) {
        transition.takeClockPrice(bid.participant(), current);
        transition.take(at, List.of(bid));
        transition.endPhase(at);
    }
}
