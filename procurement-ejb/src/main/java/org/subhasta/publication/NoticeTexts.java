package org.subhasta.publication;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.subhasta.kernel.Money;

/** The words of a notice, and how its dates and amounts are written, in one language and zone. */
final class NoticeTexts {

    /** The language notices are written in, until tenders name their own. */
    private static final Locale LANGUAGE = Locale.ENGLISH;

    private static final char NO_BREAK_SPACE = '\u00a0';

    private final ResourceBundle bundle;
    private final Locale locale;
    private final ZoneId zone;

    NoticeTexts(NoticePdf kind, ZoneId zone) {
        this.bundle = ResourceBundle.getBundle(kind.texts(), LANGUAGE,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
        this.locale = LANGUAGE;
        this.zone = zone;
    }

    /** The address that notices name, without a slash at the end. */
    static String platform() {
        return System.getProperty("subhasta.address", "");
    }

    /** The text of a key with values put in. */
    String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** The text of a key, or the key's own last part where nobody translated it yet. */
    String orName(String prefix, String name) {
        String key = prefix + name;
        return bundle.containsKey(key) ? of(key) : name;
    }

    /** Those without values, for the template to name. */
    Map<String, String> plain() {
        Map<String, String> plain = new LinkedHashMap<>();
        bundle.keySet().stream()
                .filter(key -> key.indexOf('.') < 0)
                .forEach(key -> plain.put(key, of(key)));
        return plain;
    }

    String language() {
        return locale.getLanguage();
    }

    /** A day and minute with its zone, as people read a deadline. */
    String day(Instant instant) {
        return written(instant, "EEEE d MMMM uuuu, HH:mm z");
    }

    /** To the second, where the order of arrival matters. */
    String second(Instant instant) {
        return written(instant, "d MMM uuuu, HH:mm:ss z");
    }

    /** EUR 1 240 000.00, which never breaks over a line. */
    String money(Money money) {
        return money.currency().getCurrencyCode() + NO_BREAK_SPACE + amount(money);
    }

    /** 1 240 000.00, for a column that names its currency. */
    String amount(Money money) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
        return format.format(money.amount());
    }

    private String written(Instant instant, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(instant);
    }
}
