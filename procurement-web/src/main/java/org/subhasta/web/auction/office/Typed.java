package org.subhasta.web.auction.office;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subhasta.kernel.Money;

/** How people write amounts and lengths of time, with the symbols of the SI: {@code 1 h 30 min}. */
final class Typed {

    private static final Pattern LENGTH = Pattern.compile("(?:([0-9]{1,4})d)?(?:([0-9]{1,5})h)?"
            + "(?:([0-9]{1,6})(?:min|m))?(?:([0-9]{1,7})s)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MINUTES = Pattern.compile("[0-9]{1,6}");

    private Typed() {
    }

    /** Without the spaces that group digits in most of Europe; commas mean two things. */
    static String plain(String typed) {
        return typed == null ? "" : typed.replaceAll("[\\s\\u00a0\\u202f]", "");
    }

    static Optional<Money> amount(String typed, Currency currency) {
        try {
            return Optional.of(Money.of(plain(typed), currency.getCurrencyCode()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Of 1 a share such as {@code 0.15}. */
    static Optional<BigDecimal> share(String typed) {
        return plain(typed).matches("[0-9](\\.[0-9]{1,6})?")
                ? Optional.of(new BigDecimal(plain(typed))) : Optional.empty();
    }

    /** {@code 1 h 30 min}, {@code 45 s}, a bare number of minutes, or ISO 8601. */
    static Optional<Duration> duration(String typed) {
        String plain = plain(typed);
        if (MINUTES.matcher(plain).matches()) {
            return Optional.of(Duration.ofMinutes(Long.parseLong(plain)));
        }
        Matcher length = LENGTH.matcher(plain);
        if (!plain.isEmpty() && length.matches()) {
            return Optional.of(Duration.ofDays(number(length.group(1)))
                    .plusHours(number(length.group(2))).plusMinutes(number(length.group(3)))
                    .plusSeconds(number(length.group(4))));
        }
        try {
            return Optional.of(Duration.parse(plain));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** So that {@link #duration} reads it again. */
    static String words(Duration duration) {
        if (duration.getNano() != 0 || duration.isNegative()) {
            return duration.toString();
        }
        String words = part(duration.toDaysPart(), "d") + part(duration.toHoursPart(), "h")
                + part(duration.toMinutesPart(), "min") + part(duration.toSecondsPart(), "s");
        return words.isEmpty() ? "0 min" : words.strip();
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : " " + count + " " + unit;
    }
}
