package org.subhasta.auction.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subhasta.auction.model.Mechanism.BestOffer;
import org.subhasta.auction.model.Mechanism.Elimination;
import org.subhasta.auction.model.Mechanism.OpenOutcry;
import org.subhasta.auction.model.Mechanism.PriceClock;
import org.subhasta.auction.model.Mechanism.Rounds;
import org.subhasta.auction.model.Mechanism.Sealed;
import org.subhasta.auction.model.Mechanism.SoftClose;
import org.subhasta.kernel.Money;

/** The formats people know, as lists of phases with sensible terms; each term may be changed. */
public enum NamedFormat {

    /** English, prices fall: everyone sees the leading price and bids until nobody does. */
    ENGLISH_REVERSE(Direction.DESCENDING, Payment.OWN_BID),
    /** English, prices rise. */
    ENGLISH_FORWARD(Direction.ASCENDING, Payment.OWN_BID),
    /** Ranked (blind) English: each sees the own rank and improves on the own bid. */
    RANKED_ENGLISH(Direction.DESCENDING, Payment.OWN_BID),
    /** Three rounds of turns of two minutes, the leader last, as Prozorro runs them. */
    PROZORRO(Direction.DESCENDING, Payment.OWN_BID),
    /** The price moves towards the participants; the first to take it wins. */
    DUTCH(Direction.ASCENDING, Payment.OWN_BID),
    /** The price moves away from the participants; the last one in wins. */
    JAPANESE(Direction.ASCENDING, Payment.OWN_BID),
    /** One hidden bid each; the best wins at its own price. */
    SEALED_FIRST_PRICE(Direction.DESCENDING, Payment.OWN_BID),
    /** One hidden bid each; the best wins at the price of the next. */
    VICKREY(Direction.DESCENDING, Payment.SECOND_PRICE),
    /** A price clock; the others outbid its price sealed; who took it answers once. */
    HYBRID_DUTCH(Direction.ASCENDING, Payment.OWN_BID),
    /** Hidden bids first; the best three bid on in the open. */
    SEALED_THEN_LIVE(Direction.DESCENDING, Payment.OWN_BID);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Direction direction;
    private final Payment payment;

    NamedFormat(Direction direction, Payment payment) {
        this.direction = direction;
        this.payment = payment;
    }

    /** The usual direction. */
    public Direction direction() {
        return direction;
    }

    /** The usual payment. */
    public Payment payment() {
        return payment;
    }

    /** As terms and interfaces write it: {@code english-reverse}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@link #word()}. */
    public static Optional<NamedFormat> of(String word) {
        for (NamedFormat format : values()) {
            if (format.word().equals(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * The phases.
     *
     * @param opening the opening price, from which the range and the step of a clock are derived;
     *                0 where there is none, and they are to be given
     * @param reserve where it is published: a clock stops there
     */
    public List<Phase> phases(Direction way, Money opening, Optional<Money> reserve) {
        return switch (this) {
            case ENGLISH_REVERSE, ENGLISH_FORWARD -> List.of(open(english(Against.LEADER)));
            case RANKED_ENGLISH ->
                    List.of(Phase.of(english(Against.OWN), Visibility.RANKED));
            case PROZORRO -> List.of(open(defaultRounds()));
            case DUTCH -> List.of(open(clock(way, opening, reserve)));
            case JAPANESE -> List.of(open(elimination(way, opening)));
            case SEALED_FIRST_PRICE, VICKREY -> List.of(open(defaultSealed()));
            case HYBRID_DUTCH -> List.of(open(clock(way, opening, reserve)),
                    open(new Sealed(MINUTE.multipliedBy(10), new Who.EveryoneElse(),
                            Against.OWN, Optional.empty())),
                    open(new BestOffer(MINUTE.multipliedBy(5), new Who.ClockTaker(),
                            Against.LEADER, none(opening.currency()))));
            case SEALED_THEN_LIVE -> List.of(
                    open(new Sealed(MINUTE.multipliedBy(30), new Who.Everyone(), Against.OWN,
                            Optional.of(3))),
                    open(english(Against.LEADER)));
        };
    }

    private static Phase open(Mechanism mechanism) {
        return Phase.of(mechanism, Visibility.OPEN);
    }

    private static Step none(Currency currency) {
        return new Step.Amount(Money.zero(currency));
    }

    /** Half an hour, half a percent, two more minutes for every bid in the last two. */
    public static OpenOutcry english(Against against) {
        Duration two = MINUTE.multipliedBy(2);
        return new OpenOutcry(halfAPercent(), against, MINUTE.multipliedBy(30),
                Optional.of(new SoftClose(two, two, Optional.empty())), false);
    }

    /** Three rounds of turns of two minutes, half a percent. */
    public static Rounds defaultRounds() {
        Duration two = MINUTE.multipliedBy(2);
        return new Rounds(3, two, two, halfAPercent());
    }

    /** Half an hour for everyone. */
    public static Sealed defaultSealed() {
        return new Sealed(MINUTE.multipliedBy(30), new Who.Everyone(), Against.OWN,
                Optional.empty());
    }

    /** Ten minutes for everyone to beat the leader. */
    public static BestOffer defaultBestOffer(Currency currency) {
        return new BestOffer(MINUTE.multipliedBy(10), new Who.Everyone(), Against.LEADER,
                none(currency));
    }

    /**
     * A tick a minute, a hundredth of the opening price each: falling from it to the reserve (else
     * a fifth of it) when ascending, rising to it (or the reserve) from a fifth when descending.
     */
    public static PriceClock clock(Direction way, Money opening, Optional<Money> reserve) {
        Money fifth = share(opening, "0.2");
        Money first = way == Direction.ASCENDING ? opening : fifth;
        Money last = reserve.orElse(way == Direction.ASCENDING ? fifth : opening);
        return new PriceClock(first, share(opening, "0.01"), MINUTE, last);
    }

    /** A tick a minute, a hundredth of the opening price each, to a tenth or ten times of it. */
    public static Elimination elimination(Direction way, Money opening) {
        return new Elimination(opening, share(opening, "0.01"), MINUTE,
                share(opening, way == Direction.ASCENDING ? "10" : "0.1"));
    }

    private static Step halfAPercent() {
        return new Step.Percent(new BigDecimal("0.5"));
    }

    /** Rounded up, so that a share of a price is a price; no longer than an amount may be. */
    private static Money share(Money price, String of) {
        BigDecimal share = price.amount().multiply(new BigDecimal(of)).setScale(
                price.currency().getDefaultFractionDigits(), RoundingMode.UP);
        return share.precision() > Money.MAXIMUM_PRECISION
                ? price : new Money(share, price.currency());
    }
}
