package org.subhasta.auction.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.model.Bid.Place;
import org.subhasta.auction.model.Mechanism.Rounds;
import org.subhasta.auction.model.PriceRule.Bound;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/**
 * Turns in rounds.
 *
 * @param order   of this round's turns
 * @param turn    whose turn it is, or is next while waiting
 * @param waiting in the pause before the round
 * @param until   end of the pause or the turn
 * @param offer   the turn's bid so far; it stands when the turn ends
 */
record RoundsCourse(Rounds terms, int round, List<String> order, int turn, boolean waiting,
                    Instant until, Optional<Bid> offer) implements Course {

    static RoundsCourse begin(Rounds terms, Transition transition, int round, Instant at) {
        return new RoundsCourse(terms, round, order(transition.standings()), 0, true,
                at.plus(terms.pause()), Optional.empty());
    }

    /** Without a bid first, by admission; then the worst first and the leader last. */
    private static List<String> order(Standings standings) {
        List<String> order = new ArrayList<>();
        for (Participant one : standings.in()) {
            if (one.standing().isEmpty()) {
                order.add(one.id());
            }
        }
        Tree<Place, String> ranking = standings.ranking();
        for (String id : ranking.values().reversed()) {
            if (standings.participant(id).isIn()) {
                order.add(id);
            }
        }
        return List.copyOf(order);
    }

    @Override
    public void begun(Transition transition, Instant at) {
        transition.record(new Fact.RoundBegan(at, round, order));
        if (terms.pause().isZero()) {
            beginTurn(transition, 0, at);
        }
    }

    @Override
    public Instant deadline() {
        return until;
    }

    @Override
    public RoundsCourse later(Duration by) {
        return new RoundsCourse(terms, round, order, turn, waiting, until.plus(by), offer);
    }

    @Override
    public void pass(Transition transition) {
        if (waiting) {
            beginTurn(transition, 0, until);
        } else {
            transition.take(until, offer.stream().toList());
            beginTurn(transition, turn + 1, until);
        }
    }

    /** The turn at that place, else the next round, else the end of the phase. */
    private void beginTurn(Transition transition, int place, Instant at) {
        if (place < order.size()) {
            Instant end = at.plus(terms.turn());
            transition.proceed(new RoundsCourse(terms, round, order, place, false, end,
                    Optional.empty()));
            transition.record(new Fact.TurnBegan(at, order.get(place), end));
        } else if (round + 1 < terms.rounds() && !transition.standings().in().isEmpty()) {
            RoundsCourse next = begin(terms, transition, round + 1, at);
            transition.proceed(next);
            next.begun(transition, at);
        } else {
            transition.endPhase(at);
        }
    }

    @Override
    public Optional<Refusal> placeless(Transition transition, Participant participant,
                                       BidKind kind) {
        if (waiting) {
            return Optional.of(Refusal.of(AuctionRefusal.BETWEEN_TURNS_OR_PHASES));
        }
        if (kind != BidKind.BID || !participant.isIn()) {
            return Course.notInThisPhase();
        }
        return mine(participant.id()) ? Optional.empty()
                : Optional.of(Refusal.of(AuctionRefusal.NOT_YOUR_TURN));
    }

    private boolean mine(String participant) {
        return !waiting && order.get(turn).equals(participant);
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
        Terms auction = transition.terms();
        Optional<Bid> own = participant.standing();
        return new PriceRule(auction.direction(), auction.currency(),
                transition.standings().limit(transition.phase()), own.map(Bid::amount),
                own.map(bid -> new Bound(participant.score().price(auction.direction(),
                        terms.step().improve(auction.direction(), bid.ranking())), true)));
    }

    @Override
    public void accept(Transition transition, Instant at, Bid bid) {
        transition.proceed(offering(Optional.of(bid)));
    }

    /** Takes the turn's bid back; what it was, or why not. */
    Optional<Refusal> takeBack(Transition transition, Instant at, String participant) {
        if (offer.isEmpty()) {
            return Optional.of(Refusal.of(AuctionRefusal.NOTHING_TO_TAKE_BACK));
        }
        transition.proceed(offering(Optional.empty()));
        transition.record(new Fact.BidTakenBack(at, offer.get().id(), participant));
        return Optional.empty();
    }

    private RoundsCourse offering(Optional<Bid> bid) {
        return new RoundsCourse(terms, round, order, turn, waiting, until, bid);
    }

    @Override
    public boolean forget(Transition transition, String bid) {
        boolean waits = offer.filter(one -> one.id().equals(bid)).isPresent();
        if (waits) {
            transition.proceed(offering(Optional.empty()));
        }
        return waits;
    }

    /** An excluded participant's turns are left out; the running one ends at once. */
    @Override
    public void excluded(Transition transition, Instant at, String participant) {
        int place = order.indexOf(participant);
        if (place < 0) {
            return;
        }
        boolean running = mine(participant);
        List<String> rest = order.stream().filter(id -> !id.equals(participant)).toList();
        RoundsCourse without = new RoundsCourse(terms, round, rest, place < turn ? turn - 1 : turn,
                waiting, until, running ? Optional.empty() : offer);
        transition.proceed(without);
        if (running) {
            without.beginTurn(transition, turn, transition.ownTime(at));
        }
    }

    @Override
    public Optional<Bid> waiting(String participant) {
        return offer.filter(bid -> bid.participant().equals(participant));
    }

    /** Whose turn it is. */
    Optional<String> turnOf() {
        return waiting ? Optional.empty() : Optional.of(order.get(turn));
    }
}
