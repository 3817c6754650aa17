package org.subhasta.demonstration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.subhasta.auction.model.AudienceView;
import org.subhasta.auction.model.BidKind;
import org.subhasta.auction.model.Direction;
import org.subhasta.auction.model.Mechanism;
import org.subhasta.auction.model.Terms;
import org.subhasta.kernel.Money;

/**
 * What a robot bids: a little better than it has to, up to a limit of its own that it tells nobody,
 * so that who goes on long enough wins.
 */
final class PracticeBid {

    private static final int SPREAD = 20;
    private static final int MOST_EXTRA = 10;

    private final Terms terms;
    private final Money limit;

    /** @param seed of the limit: the auction and the robot */
    PracticeBid(Terms terms, String seed) {
        this.terms = terms;
        int extra = Math.floorMod(seed.hashCode(), SPREAD);
        limit = share(terms.direction() == Direction.DESCENDING ? 70 + extra : 140 - extra);
    }

    /** Per cent of the opening price; a sale by a clock begins at what nobody pays. */
    private Money share(int percent) {
        boolean clock = terms.phases().getFirst().mechanism().isClock();
        Money opening = terms.openingPrice().orElseThrow();
        BigDecimal share = opening.amount().multiply(
                BigDecimal.valueOf(clock ? 200 - percent : percent, 2));
        return terms.money(share.setScale(terms.decimals(), RoundingMode.HALF_UP));
    }

    Money limit() {
        return limit;
    }

    /** What kind of act the phase takes. */
    BidKind kind(AudienceView view) {
        return switch (mechanism(view)) {
            case Mechanism.OpenOutcry outcry when outcry.automatic() -> BidKind.LIMIT;
            case Mechanism.Elimination elimination -> BidKind.CONFIRMATION;
            default -> BidKind.BID;
        };
    }

    private Mechanism mechanism(AudienceView view) {
        return terms.phases().get(view.phase()).mechanism();
    }

    /** Nothing where it may not bid, leads, waits, or would have to go beyond its limit. */
    Optional<Money> amount(AudienceView view, RandomGenerator random) {
        AudienceView.Own own = view.own().orElseThrow();
        if (!own.mayAct() || own.next().isEmpty() || own.waiting().isPresent()
                || leads(view, own)) {
            return Optional.empty();
        }
        Money next = own.next().get();
        if (terms.direction().better(next, limit)) {
            return Optional.empty();
        }
        return Optional.of(mechanism(view).isClock() ? next : better(next, random));
    }

    private static boolean leads(AudienceView view, AudienceView.Own own) {
        return own.standing().isPresent() && (own.rank().filter(rank -> rank == 1).isPresent()
                || view.best().equals(own.standing()));
    }

    /** By up to a hundredth of the limit more than necessary, never beyond it. */
    private Money better(Money next, RandomGenerator random) {
        BigDecimal extra = limit.amount().multiply(
                        BigDecimal.valueOf(random.nextInt(MOST_EXTRA + 1), 3))
                .setScale(terms.decimals(), RoundingMode.DOWN);
        Money bid = terms.money(terms.direction() == Direction.DESCENDING
                ? next.amount().subtract(extra) : next.amount().add(extra));
        return terms.direction().better(bid, limit) ? limit : bid;
    }
}
