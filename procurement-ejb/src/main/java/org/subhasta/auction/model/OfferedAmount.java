package org.subhasta.auction.model;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/** The amount of a bid as it was signed: text, until it is known to be an amount. */
record OfferedAmount(BigDecimal amount, String code, Currency currency) {

    /** A plain decimal: no exponent, no sign but minus, no needless zeros in front. */
    private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    static boolean malformed(Act.PlaceBid bid, Terms terms) {
        String text = bid.amount();
        if (text.length() > Money.MAXIMUM_PRECISION + 2 || !PLAIN.matcher(text).matches()) {
            return true;
        }
        BigDecimal amount = new BigDecimal(text);
        return amount.setScale(Math.max(amount.scale(), terms.decimals())).precision()
                > Money.MAXIMUM_PRECISION;
    }

    static OfferedAmount of(Act.PlaceBid bid, Terms terms) {
        return new OfferedAmount(new BigDecimal(bid.amount()), bid.currency(), terms.currency());
    }

    /** Why it is no amount of the auction; empty where it is. */
    Optional<Refusal> refusal() {
        int decimals = currency.getDefaultFractionDigits();
        if (!code.equals(currency.getCurrencyCode())) {
            return Optional.of(Refusal.of(
                    AuctionRefusal.WRONG_CURRENCY, currency.getCurrencyCode()));
        }
        if (amount.scale() > decimals) {
            return Optional.of(Refusal.of(AuctionRefusal.TOO_MANY_DECIMALS,
                    currency.getCurrencyCode(), Integer.toString(decimals)));
        }
        if (amount.signum() <= 0) {
            return Optional.of(Refusal.of(AuctionRefusal.NOT_POSITIVE));
        }
        return Optional.empty();
    }

    Money money() {
        return new Money(amount, currency);
    }
}
