package org.subhasta.auction.model;

import java.math.BigDecimal;
import java.util.Optional;
import org.subhasta.kernel.Money;

/** Who wins, and what the winner pays. */
final class Award {

    private Award() {
    }

    /** The first of the ranking that meets the reserve. */
    static Result of(Standings standings) {
        if (standings.ranking().isEmpty()) {
            return new Result.Unsuccessful(Result.Why.NO_VALID_BID);
        }
        for (int rank = 0; rank < standings.ranking().size(); rank++) {
            Bid bid = standings.standingAt(rank).orElseThrow();
            if (standings.terms().meetsReserve(bid.amount())) {
                return new Result.Won(bid.participant(), bid.id(), bid.amount(),
                        paid(standings, bid, standings.standingAt(rank + 1)));
            }
        }
        return new Result.Unsuccessful(Result.Why.RESERVE_NOT_MET);
    }

    private static Money paid(Standings standings, Bid bid, Optional<Bid> next) {
        Terms terms = standings.terms();
        if (terms.payment() == Payment.OWN_BID) {
            return bid.amount();
        }
        if (next.isEmpty()) {
            return terms.reserve().map(Reserve::price).or(terms::openingPrice).orElseThrow();
        }
        Score score = standings.participant(bid.participant()).score();
        Direction direction = terms.direction();
        BigDecimal paid = score.price(direction, next.get().ranking())
                .rounded(terms.decimals(), direction.towardsBetter());
        if (terms.reserve().isPresent()) {
            paid = direction.best(paid, terms.reserve().get().price().amount());
        }
        if (terms.openingPrice().isPresent()) {
            paid = direction.best(paid, terms.openingPrice().get().amount());
        }
        return terms.money(paid);
    }
}
