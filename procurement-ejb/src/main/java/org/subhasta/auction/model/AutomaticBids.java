package org.subhasta.auction.model;

import java.math.BigDecimal;
import java.util.Optional;
import org.subhasta.auction.model.Mechanism.OpenOutcry;

/**
 * Bidding by limits, in closed form: the better limit leads (equal: the earlier) and stands at the
 * best rival's limit improved by the step, never beyond its own limit even if that is less than a
 * step, never worse than it stood; without a rival, at the phase's limit. All others stand at their
 * limits. A bid by hand is a limit at its own amount.
 *
 * <p>Everyone but the leader stands at the own limit, and the leader stands no worse than the next:
 * so the ranking of standing bids is the ranking of limits, and each new limit touches two at most.
 */
final class AutomaticBids {

    private AutomaticBids() {
    }

    static void take(Standings standings, OpenOutcry terms, Bid limit) {
        int phase = limit.phase();
        Optional<String> leader = standings.ranking().at(0);
        Participant bidder = standings.participant(limit.participant());
        standings.put(bidder.history(bidder.history().with(limit)));
        if (leader.isEmpty() || leader.get().equals(bidder.id())) {
            lead(standings, terms, limit, rival(standings, phase, bidder.id()));
            return;
        }
        Bid theirs = standings.participant(leader.get()).limit(phase).orElseThrow();
        Direction direction = standings.terms().direction();
        if (limit.place(direction).compareTo(theirs.place(direction)) < 0) {
            standings.stand(theirs);
            lead(standings, terms, limit, Optional.of(theirs));
        } else {
            standings.stand(limit);
            lead(standings, terms, theirs, rival(standings, phase, theirs.participant()));
        }
    }

    /** The best limit of another than the leader: what that one stands at. */
    private static Optional<Bid> rival(Standings standings, int phase, String leader) {
        int place = standings.ranking().at(0).filter(leader::equals).isPresent() ? 1 : 0;
        return standings.ranking().at(place)
                .flatMap(id -> standings.participant(id).limit(phase));
    }

    private static void lead(Standings standings, OpenOutcry step, Bid limit,
                             Optional<Bid> rival) {
        Participant leader = standings.participant(limit.participant());
        Terms terms = standings.terms();
        Direction direction = terms.direction();
        BigDecimal worst = standings.limit(limit.phase()).worst(direction, terms.decimals());
        BigDecimal amount = rival.map(other -> direction.best(worst, leader.score()
                .price(direction, step.step().improve(direction, other.ranking()))
                .rounded(terms.decimals(), direction.towardsBetter()))).orElse(worst);
        amount = direction.worst(amount, limit.amount().amount());
        if (leader.standing().isPresent()) {
            amount = direction.best(amount, leader.standing().get().amount().amount());
        }
        standings.stand(limit.at(terms.money(amount),
                leader.score().ranking(direction, Fraction.of(amount))));
    }
}
