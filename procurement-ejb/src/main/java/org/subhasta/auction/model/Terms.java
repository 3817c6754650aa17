package org.subhasta.auction.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.subhasta.kernel.Money;

/**
 * What an auction of one lot has to keep to; published before it opens and never changed. Whether
 * terms make sense together is judged by {@link Contradictions}, all of them at once; an
 * {@link Auction} is only begun with terms that have none.
 *
 * @param opensAt             when the first phase begins; empty where the lot before has to end
 *                            first ({@link Act.SetOpening})
 * @param currency            of all prices, at its own number of decimals (ISO 4217)
 * @param openingPrice        a ceiling when descending, a start when ascending; limits every phase
 *                            but clocks and what follows a clock
 * @param minimumParticipants fewer admitted when it opens: unsuccessful
 */
public record Terms(Direction direction, Optional<Instant> opensAt, Currency currency,
                    Optional<Money> openingPrice, Optional<Reserve> reserve, Scoring scoring,
                    Payment payment, int minimumParticipants, List<Phase> phases) {

    /** More participants are refused. */
    public static final int MOST_PARTICIPANTS = 10_000;

    public Terms {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(scoring, "scoring");
        Objects.requireNonNull(payment, "payment");
        phases = List.copyOf(phases);
        Currency own = Objects.requireNonNull(currency, "currency");
        if (own.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(own + " is not a currency of account");
        }
        Stream.of(openingPrice, reserve.map(Reserve::price)).flatMap(Optional::stream)
                .filter(price -> !price.currency().equals(own)).findAny().ifPresent(price -> {
                    throw new IllegalArgumentException("an auction has one currency: " + own);
                });
    }

    public int decimals() {
        return currency.getDefaultFractionDigits();
    }

    /** An amount in the auction's currency. */
    public Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }

    /** The same terms, to be opened at another instant. */
    public Terms opening(Optional<Instant> at) {
        return new Terms(direction, at, currency, openingPrice, reserve, scoring, payment,
                minimumParticipants, phases);
    }

    /** The same terms as they are published: a hidden reserve is not told. */
    public Terms withoutHiddenReserve() {
        return new Terms(direction, opensAt, currency, openingPrice,
                reserve.filter(one -> one instanceof Reserve.Published), scoring, payment,
                minimumParticipants, phases);
    }

    /** Whether a price is not beyond the reserve, so that it may win. */
    public boolean meetsReserve(Money price) {
        return reserve.filter(limit -> direction.better(limit.price(), price)).isEmpty();
    }
}
