package org.subhasta.web.page;

import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/**
 * Writes amounts, instants and sizes as people of the reader's language do, as {@code say}:
 * {@code #{say.money(lot.value)}}, {@code #{say.instant(tender.closesAt)}}.
 */
@Named
@RequestScoped
public class Say {

    /** Groups of digits are kept together but told apart: ISO 80000 asks for a thin space. */
    private static final char GROUP = '\u202f';

    @Inject
    Visit visit;

    @Inject
    Texts texts;

    /** {@code EUR 1 240 000.00}: the currency's code (its sign is often shared), all decimals. */
    public String money(Money money) {
        return money == null ? "" : money.currency().getCurrencyCode() + "\u00a0" + amount(money);
    }

    /** The amount alone, for columns whose head names the currency. */
    public String amount(Money money) {
        if (money == null) {
            return "";
        }
        DecimalFormat format = decimals();
        format.setMinimumFractionDigits(money.amount().scale());
        format.setMaximumFractionDigits(money.amount().scale());
        return format.format(money.amount());
    }

    /** How many decimals a currency has: a code after ISO 4217, or a {@link Currency}. */
    public int decimals(Object currency) {
        return switch (currency) {
            case null -> 0;
            case Currency known -> known.getDefaultFractionDigits();
            default -> Currency.getInstance(currency.toString()).getDefaultFractionDigits();
        };
    }

    /** A quantity or count: grouped, without needless zeros. */
    public String number(Number number) {
        if (number == null) {
            return "";
        }
        DecimalFormat format = decimals();
        format.setMaximumFractionDigits(6);
        return format.format(number);
    }

    /** {@code Thursday 17 December 2026, 12:00 CET} in the authority's zone. */
    public String instant(Instant instant) {
        return instant(instant, null);
    }

    /**
     * The same in a given zone.
     *
     * @param zone a {@link ZoneId}, or its name such as {@code Europe/Brussels}; null: the
     *             authority's
     */
    public String instant(Instant instant, Object zone) {
        return instant == null ? "" : date(instant, zone) + ", " + time(instant, zone);
    }

    /** {@code Thursday 17 December 2026}. */
    public String date(Instant instant, Object zone) {
        return instant == null ? "" : at(instant, zone).format(written("full-date"));
    }

    /** {@code 17 December 2026}, of a date that has no time. */
    public String date(LocalDate date) {
        return date == null ? "" : date.format(written("date"));
    }

    /** {@code 12:00 CET}: the zone named as people there name it. */
    public String time(Instant instant, Object zone) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime at = at(instant, zone);
        return at.format(written("time")) + "\u00a0" + zoneName(at);
    }

    /** {@code 17 Dec 2026, 12:00 CET}: where room is short. */
    public String brief(Instant instant, Object zone) {
        return instant == null ? "" : at(instant, zone).format(written("brief-date")) + ", "
                + time(instant, zone);
    }

    /** {@code 12:00:03.123456 CET}: where order is decided by less than a minute. */
    public String exact(Instant instant, Object zone) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime at = at(instant, zone);
        return at.format(written("full-date")) + ", " + at.format(written("exact-time"))
                + "\u00a0" + zoneName(at);
    }

    /** {@code in 5 days}, {@code 3 hours ago}; the largest unit that says enough. */
    public String relative(Instant instant) {
        if (instant == null) {
            return "";
        }
        Duration away = Duration.between(visit.getNow(), instant);
        long seconds = Math.abs(away.toSeconds());
        RelativeDateTimeFormatter formatter = RelativeDateTimeFormatter.getInstance(locale());
        RelativeDateTimeFormatter.RelativeUnit unit;
        long count;
        if (seconds < 90) {
            unit = RelativeDateTimeFormatter.RelativeUnit.SECONDS;
            count = seconds;
        } else if (seconds < Duration.ofMinutes(90).toSeconds()) {
            unit = RelativeDateTimeFormatter.RelativeUnit.MINUTES;
            count = seconds / 60;
        } else if (seconds < Duration.ofHours(36).toSeconds()) {
            unit = RelativeDateTimeFormatter.RelativeUnit.HOURS;
            count = seconds / 3600;
        } else if (seconds < Duration.ofDays(60).toSeconds()) {
            unit = RelativeDateTimeFormatter.RelativeUnit.DAYS;
            count = seconds / 86400;
        } else {
            unit = RelativeDateTimeFormatter.RelativeUnit.MONTHS;
            count = ChronoUnit.MONTHS.between(earlier(instant), later(instant));
        }
        return formatter.format(count, away.isNegative()
                ? RelativeDateTimeFormatter.Direction.LAST
                : RelativeDateTimeFormatter.Direction.NEXT, unit);
    }

    /** Whether it is ahead but less than three days away: then a deadline is marked. */
    public boolean soon(Instant instant) {
        return instant != null && instant.isAfter(visit.getNow())
                && instant.isBefore(visit.getNow().plus(3, ChronoUnit.DAYS));
    }

    /** Whether it is behind us. */
    public boolean past(Instant instant) {
        return instant != null && !instant.isAfter(visit.getNow());
    }

    /** How many seconds the zone is ahead of UTC then, for scripts to tell it from the reader's. */
    public int offset(Instant instant, Object zone) {
        return instant == null ? 0 : at(instant, zone).getOffset().getTotalSeconds();
    }

    /** RFC 3339, for machines. */
    public String machine(Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    /** Why something was refused, or is invalid. */
    public String sentence(Refusal refusal) {
        return texts.of(refusal);
    }

    /** A file's size: {@code 1.4 MB}, thousand by thousand. */
    public String size(long bytes) {
        String[] units = {"B", "kB", "MB", "GB"};
        BigDecimal size = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (size.compareTo(BigDecimal.valueOf(1000)) >= 0 && unit < units.length - 1) {
            size = size.movePointLeft(3);
            unit++;
        }
        int decimals = unit == 0 || size.compareTo(BigDecimal.TEN) >= 0 ? 0 : 1;
        return decimals().format(size.setScale(decimals, RoundingMode.HALF_UP))
                + "\u00a0" + units[unit];
    }

    private DateTimeFormatter written(String what) {
        return DateTimeFormatter.ofPattern(texts.get("page.pattern." + what), locale())
                .withDecimalStyle(DecimalStyle.of(locale()));
    }

    private ZonedDateTime at(Instant instant, Object zone) {
        return instant.atZone(switch (zone) {
            case null -> visit.zone();
            case ZoneId id -> id;
            default -> zone.toString().isEmpty() ? visit.zone() : ZoneId.of(zone.toString());
        });
    }

    private String zoneName(ZonedDateTime at) {
        return DateTimeFormatter.ofPattern("zzz", locale()).format(at);
    }

    private ZonedDateTime earlier(Instant instant) {
        return at(instant.isBefore(visit.getNow()) ? instant : visit.getNow(), null);
    }

    private ZonedDateTime later(Instant instant) {
        return at(instant.isBefore(visit.getNow()) ? visit.getNow() : instant, null);
    }

    private DecimalFormat decimals() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale());
        symbols.setGroupingSeparator(GROUP);
        return new DecimalFormat("#,##0.######", symbols);
    }

    private Locale locale() {
        return visit.locale();
    }
}
