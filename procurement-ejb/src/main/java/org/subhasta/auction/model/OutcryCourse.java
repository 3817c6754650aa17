package org.subhasta.auction.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.model.Mechanism.OpenOutcry;
import org.subhasta.auction.model.Mechanism.SoftClose;
import org.subhasta.auction.model.PriceRule.Bound;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/** English: anyone admitted bids at any time until the end, which late bids move. */
record OutcryCourse(OpenOutcry terms, Instant end, int extensions) implements Course {

    static OutcryCourse begin(OpenOutcry terms, Instant at) {
        return new OutcryCourse(terms, at.plus(terms.length()), 0);
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
    public OutcryCourse later(Duration by) {
        return new OutcryCourse(terms, end.plus(by), extensions);
    }

    @Override
    public void pass(Transition transition) {
        transition.endPhase(end);
    }

    @Override
    public Optional<Refusal> placeless(Transition transition, Participant participant,
                                       BidKind kind) {
        boolean taken = kind == BidKind.BID || kind == BidKind.LIMIT && terms.automatic();
        return taken && participant.isIn() ? Optional.empty() : Course.notInThisPhase();
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

    private PriceRule rule(Transition transition, Participant participant) {
        Standings standings = transition.standings();
        Terms auction = transition.terms();
        int phase = transition.phase();
        Optional<Bid> own = terms.automatic()
                ? participant.limit(phase) : participant.standing();
        Optional<Bid> base = switch (terms.against()) {
            case OWN -> participant.standing();
            // Who leads by a limit has nobody to improve on but the own limit.
            case LEADER -> standings.leader().filter(leader -> !terms.automatic()
                    || !leader.participant().equals(participant.id()));
        };
        return new PriceRule(auction.direction(), auction.currency(), standings.limit(phase),
                own.map(Bid::amount), base.map(bid -> new Bound(participant.score()
                        .price(auction.direction(), terms.step()
                                .improve(auction.direction(), bid.ranking())), true)));
    }

    @Override
    public void accept(Transition transition, Instant at, Bid bid) {
        transition.take(at, List.of(bid));
        if (terms.softClose().isPresent()) {
            extend(transition, at, terms.softClose().get());
        }
    }

    private void extend(Transition transition, Instant at, SoftClose close) {
        boolean inside = !at.isBefore(end.minus(close.window()));
        boolean may = close.most().isEmpty() || extensions < close.most().get();
        if (inside && may) {
            Instant moved = end.plus(close.extension());
            transition.proceed(new OutcryCourse(terms, moved, extensions + 1));
            transition.record(new Fact.EndMoved(at, moved, Optional.empty()));
        }
    }
}
