package org.subhasta.auction.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.model.Mechanism.Sealed;
import org.subhasta.auction.model.PriceRule.Bound;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/**
 * Hidden bids, revealed together.
 *
 * @param bids the last of each participant
 */
record SealedCourse(Sealed terms, Who who, Instant end, Tree<String, Bid> bids) implements Course {

    static SealedCourse begin(Sealed terms, Transition transition, Instant at) {
        return new SealedCourse(terms, transition.resolved(terms.who()),
                at.plus(terms.length()), Tree.empty());
    }

    @Override
    public Instant deadline() {
        return end;
    }

    @Override
    public Optional<Instant> endsAt() {
        return Optional.of(end);
    }

    @Override
    public SealedCourse later(Duration by) {
        return new SealedCourse(terms, who, end.plus(by), bids);
    }

    @Override
    public void pass(Transition transition) {
        transition.take(end, bids.values().stream()
                .sorted(Comparator.comparingLong(Bid::sequence)).toList());
        terms.keepsBest().ifPresent(count -> keep(transition, count));
        transition.endPhase(end);
    }

    private void keep(Transition transition, int count) {
        Who kept = transition.resolved(new Who.Best(count));
        List<String> left = new ArrayList<>();
        for (Participant one : transition.standings().in()) {
            if (!transition.belongs(one, kept)) {
                left.add(one.id());
            }
        }
        transition.leave(end, List.copyOf(left));
    }

    @Override
    public Optional<Refusal> placeless(Transition transition, Participant participant,
                                       BidKind kind) {
        return kind == BidKind.BID && transition.belongs(participant, who)
                ? Optional.empty() : Course.notInThisPhase();
    }

    @Override
    public Optional<Refusal> priceless(Transition transition, Participant participant,
                                       Money price) {
        return rule(transition, participant).refusal(price);
    }

    @Override
    public Optional<Money> next(Transition transition, Participant participant) {
        return rule(transition, participant).next();
    }

    /** What must be beaten is a limit here: there is no step, and better is enough. */
    private PriceRule rule(Transition transition, Participant participant) {
        Terms auction = transition.terms();
        Direction direction = auction.direction();
        Standings standings = transition.standings();
        Bound limit = standings.limit(transition.phase());
        if (terms.mustBeat() == Against.LEADER && standings.leader().isPresent()) {
            Fraction leading = participant.score()
                    .price(direction, standings.leader().get().ranking());
            if (!direction.better(limit.price(), leading)) {
                limit = new Bound(leading, false);
            }
        }
        return new PriceRule(direction, auction.currency(), limit,
                participant.standing().map(Bid::amount), Optional.empty());
    }

    @Override
    public void accept(Transition transition, Instant at, Bid bid) {
        transition.proceed(holding(bids.with(bid.participant(), bid)));
    }

    private SealedCourse holding(Tree<String, Bid> held) {
        return new SealedCourse(terms, who, end, held);
    }

    @Override
    public boolean forget(Transition transition, String bid) {
        Optional<Bid> found =
                bids.values().stream().filter(one -> one.id().equals(bid)).findAny();
        found.ifPresent(one -> transition.proceed(holding(bids.without(one.participant()))));
        return found.isPresent();
    }

    @Override
    public void excluded(Transition transition, Instant at, String participant) {
        transition.proceed(holding(bids.without(participant)));
    }

    @Override
    public Optional<Bid> waiting(String participant) {
        return bids.get(participant);
    }
}
