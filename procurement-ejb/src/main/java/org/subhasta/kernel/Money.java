package org.subhasta.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in an ISO 4217 currency, always at the currency's own number of decimals: 12.50 EUR,
 * 1250 JPY, 1.250 KWD. Never floating point. Amounts may be negative (a difference is money too);
 * who needs a positive one asks {@link #isPositive()}.
 *
 * @param amount   at most {@value #MAXIMUM_PRECISION} digits, scale equal to the currency's decimals
 * @param currency one with defined decimals (not XXX, XAU and the like)
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** As the database's {@code numeric(20, 4)} can hold with room to sum. */
    public static final int MAXIMUM_PRECISION = 18;

    public Money {
        Objects.requireNonNull(currency, "currency");
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " is not a currency of account");
        }
        // Fewer decimals are padded, more are refused unless they are zeros: money is not rounded.
        amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
        if (amount.precision() > MAXIMUM_PRECISION) {
            throw new IllegalArgumentException("more than " + MAXIMUM_PRECISION + " digits");
        }
    }

    /**
     * Reads a decimal string such as {@code "1200.50"}.
     *
     * @throws IllegalArgumentException where it is no plain decimal, has too many decimals for the
     *                                  currency, too many digits, or the currency is unknown
     */
    public static Money of(String amount, String currencyCode) {
        if (!amount.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")) {
            throw new IllegalArgumentException("not a plain decimal number: no exponent, no sign but minus");
        }
        try {
            return new Money(new BigDecimal(amount), Currency.getInstance(currencyCode));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("more decimals than " + currencyCode + " has", e);
        }
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /** The decimal string used in signed documents and interfaces: {@code "1200.50"}. */
    public String decimal() {
        return amount.toPlainString();
    }

    /** Orders amounts of one currency; amounts of two currencies have no order. */
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + decimal();
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
        }
    }
}
