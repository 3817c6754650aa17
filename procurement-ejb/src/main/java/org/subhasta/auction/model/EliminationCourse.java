package org.subhasta.auction.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.model.Mechanism.Elimination;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/**
 * Japanese: who does not confirm the current price within its tick is out.
 *
 * @param confirmed this tick's confirmations, by participant
 */
record EliminationCourse(Elimination terms, Money current, Instant tickEnds,
                         Tree<String, Bid> confirmed) implements Course {

    static EliminationCourse begin(Elimination terms, Instant at) {
        return new EliminationCourse(terms, terms.first(), at.plus(terms.tick()), Tree.empty());
    }

    @Override
    public BidKind kind() {
        return BidKind.CONFIRMATION;
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
    public EliminationCourse later(Duration by) {
        return new EliminationCourse(terms, current, tickEnds.plus(by), confirmed);
    }

    /** With none left, those who confirmed the price before are tied at it, the earlier first. */
    @Override
    public void pass(Transition transition) {
        if (confirmed.isEmpty() && current.equals(terms.first())) {
            transition.end(tickEnds,
                    new Result.Unsuccessful(Result.Why.FIRST_PRICE_NOT_CONFIRMED));
            return;
        }
        if (!confirmed.isEmpty()) {
            List<String> silent = transition.standings().in().stream().map(Participant::id)
                    .filter(id -> confirmed.get(id).isEmpty()).toList();
            transition.leave(tickEnds, silent);
        }
        if (confirmed.size() <= 1 || current.equals(terms.last())) {
            transition.standings().leader().ifPresent(leader ->
                    transition.takeClockPrice(leader.participant(), leader.amount()));
            transition.endPhase(tickEnds);
            return;
        }
        Money next = ClockCourse.moved(current, terms.step(), terms.last());
        transition.proceed(new EliminationCourse(terms, next, tickEnds.plus(terms.tick()),
                Tree.empty()));
        transition.record(new Fact.PriceMoved(tickEnds, next));
    }

    @Override
    public Optional<Refusal> placeless(Transition transition, Participant participant,
                                       BidKind kind) {
        return kind == BidKind.CONFIRMATION && participant.isIn()
                ? Optional.empty() : Course.notInThisPhase();
    }

    @Override
    public Optional<Refusal> priceless(Transition transition, Participant participant,
                                       Money price) {
        return ClockCourse.stale(price, terms.first(), current, terms.last())
                .or(() -> confirmed.get(participant.id()).map(bid ->
                        Refusal.of(AuctionRefusal.NO_IMPROVEMENT, bid.amount().decimal())));
    }

    @Override
    public Optional<Money> next(Transition transition, Participant participant) {
        return confirmed.get(participant.id()).isPresent()
                ? Optional.empty() : Optional.of(current);
    }

    @Override
    public void accept(Transition transition, Instant at, Bid bid) {
        transition.proceed(confirming(confirmed.with(bid.participant(), bid)));
        transition.take(at, List.of(bid));
    }

    private EliminationCourse confirming(Tree<String, Bid> bids) {
        return new EliminationCourse(terms, current, tickEnds, bids);
    }

    /** It counts already, as every confirmation, but not any more for this tick. */
    @Override
    public boolean forget(Transition transition, String bid) {
        confirmed.values().stream().filter(one -> one.id().equals(bid)).findAny().ifPresent(one ->
                transition.proceed(confirming(confirmed.without(one.participant()))));
        return false;
    }

    @Override
    public void excluded(Transition transition, Instant at, String participant) {
        transition.proceed(confirming(confirmed.without(participant)));
    }
}
