package org.subhasta.auction.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.model.Mechanism.BestOffer;
import org.subhasta.auction.model.PriceRule.Bound;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/**
 * Some may improve once more; the offer stands at once.
 *
 * @param made the offers, by participant
 */
record BestOfferCourse(BestOffer terms, Who who, Instant end, Tree<String, Bid> made)
        implements Course {

    static BestOfferCourse begin(BestOffer terms, Transition transition, Instant at) {
        return new BestOfferCourse(terms, transition.resolved(terms.who()),
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
    public BestOfferCourse later(Duration by) {
        return new BestOfferCourse(terms, who, end.plus(by), made);
    }

    @Override
    public void pass(Transition transition) {
        transition.endPhase(end);
    }

    @Override
    public Optional<Refusal> placeless(Transition transition, Participant participant,
                                       BidKind kind) {
        boolean may = kind == BidKind.BID && transition.belongs(participant, who)
                && made.get(participant.id()).isEmpty();
        return may ? Optional.empty() : Course.notInThisPhase();
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

    /** To beat is to be better: without a step an equal offer is not enough. */
    private PriceRule rule(Transition transition, Participant participant) {
        Terms auction = transition.terms();
        Direction direction = auction.direction();
        Optional<Bid> base = switch (terms.mustBeat()) {
            case OWN -> participant.standing();
            case LEADER -> transition.standings().leader();
        };
        return new PriceRule(direction, auction.currency(),
                transition.standings().limit(transition.phase()),
                participant.standing().map(Bid::amount),
                base.map(bid -> new Bound(participant.score().price(direction,
                        terms.step().improve(direction, bid.ranking())),
                        !terms.step().isNone())));
    }

    @Override
    public void accept(Transition transition, Instant at, Bid bid) {
        transition.proceed(having(made.with(bid.participant(), bid)));
        transition.take(at, List.of(bid));
    }

    private BestOfferCourse having(Tree<String, Bid> offers) {
        return new BestOfferCourse(terms, who, end, offers);
    }

    /** It counts already; annulled, it was never made, and another may be. */
    @Override
    public boolean forget(Transition transition, String bid) {
        made.values().stream().filter(one -> one.id().equals(bid)).findAny().ifPresent(one ->
                transition.proceed(having(made.without(one.participant()))));
        return false;
    }
}
