package org.subhasta.auction.format;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.subhasta.kernel.Money;

/**
 * The members of one JSON object being read: each is asked for by its name, what is not as it should
 * be is noted as a fault (and reads as absent), and what nobody asked for is a fault, too.
 */
final class Fields {

    private static final int LONGEST_TEXT = 2_000;
    private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"
            + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?Z");
    private static final Pattern DURATION = Pattern.compile("P(?=.)([0-9]+D)?"
            + "(T(?=.)([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]{1,6})?S)?)?");

    private final Json.Members object;
    private final String place;
    private final List<Fault> faults;
    private final Set<String> asked = new HashSet<>();

    /** @param place before the names of its members, such as {@code phases[0].}; "" at the top */
    Fields(Json.Members object, String place, List<Fault> faults) {
        this.object = object;
        this.place = place;
        this.faults = faults;
    }

    int line() {
        return object.line();
    }

    int line(String name) {
        Json value = object.members().get(name);
        return value == null ? object.line() : value.line();
    }

    boolean has(String name) {
        return object.members().containsKey(name);
    }

    Optional<Json> value(String name) {
        asked.add(name);
        return Optional.ofNullable(object.members().get(name));
    }

    void fault(String name, String sentence) {
        fault(line(name), place + name, sentence);
    }

    private void fault(int line, String where, String sentence) {
        faults.add(new Fault(line, "“" + where + "” " + sentence, where, sentence));
    }

    /** Notes the members that nobody asked for. */
    void done() {
        object.members().forEach((name, value) -> {
            if (!asked.contains(name)) {
                fault(value.line(), place + name, "is not a member of the format here.");
            }
        });
    }

    /** Notes a fault where the member is missing; read as the given value then. */
    <T> T required(String name, Optional<T> value, T otherwise) {
        if (!has(name)) {
            fault(line(), place + name, "is missing.");
        }
        return value.orElse(otherwise);
    }

    Optional<String> text(String name) {
        return value(name).flatMap(value -> {
            if (value instanceof Json.Text(String text, int line)
                    && text.length() <= LONGEST_TEXT) {
                return Optional.of(text);
            }
            fault(name, "has to be a text of at most " + LONGEST_TEXT + " characters.");
            return Optional.empty();
        });
    }

    /** A text that a function understands. */
    <T> Optional<T> word(String name, Function<String, Optional<T>> reader, String wanted) {
        return text(name).flatMap(text -> {
            Optional<T> read = reader.apply(text);
            if (read.isEmpty()) {
                fault(name, "has to be " + wanted + ".");
            }
            return read;
        });
    }

    Optional<Money> money(String name, Currency currency) {
        return word(name, text -> moneyOf(text, currency), "an amount in "
                + currency.getCurrencyCode() + " as a text, such as \"1200.50\"");
    }

    static Optional<Money> moneyOf(String text, Currency currency) {
        try {
            return Optional.of(Money.of(text, currency.getCurrencyCode()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<BigDecimal> decimalOf(String text) {
        return text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?")
                ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    Optional<Instant> instant(String name) {
        return word(name, Fields::instantOf,
                "an instant with at most microseconds, such as \"2027-03-01T12:00:00Z\"");
    }

    private static Optional<Instant> instantOf(String text) {
        if (!INSTANT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            // One instant, one spelling: no 24:00:00 and no leap second.
            return Optional.of(Instant.parse(text))
                    .filter(instant -> instant.toString().startsWith(text.substring(0, 19)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Optional<Duration> duration(String name) {
        return word(name, Fields::durationOf, "a duration such as \"PT2M\" or \"PT1H30M\"");
    }

    private static Optional<Duration> durationOf(String text) {
        if (!DURATION.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    Optional<Integer> count(String name) {
        return value(name).flatMap(value -> {
            if (value instanceof Json.Number(String digits, int line)
                    && digits.matches("-?[0-9]{1,9}")) {
                return Optional.of(Integer.valueOf(digits));
            }
            fault(name, "has to be a whole number.");
            return Optional.empty();
        });
    }

    Optional<Boolean> truth(String name) {
        return value(name).flatMap(value -> {
            if (value instanceof Json.Truth(boolean truth, int line)) {
                return Optional.of(truth);
            }
            fault(name, "has to be true or false.");
            return Optional.empty();
        });
    }

    Optional<Fields> object(String name) {
        return value(name).flatMap(value -> {
            if (value instanceof Json.Members members) {
                return Optional.of(new Fields(members, place + name + ".", faults));
            }
            fault(name, "has to be an object.");
            return Optional.empty();
        });
    }

    /** Weights by the names of criteria. */
    Map<String, BigDecimal> weights(String name) {
        Optional<Fields> weights = object(name);
        Map<String, BigDecimal> read = new LinkedHashMap<>();
        weights.ifPresent(fields -> fields.object.members().keySet().forEach(criterion ->
                fields.word(criterion, Fields::decimalOf, "a weight as a text, such as \"0.15\"")
                        .ifPresent(weight -> read.put(criterion, weight))));
        return read;
    }

    /** Each item of an array, with its place. */
    <T> List<T> items(String name, Function<Item, Optional<T>> reader) {
        List<T> read = new ArrayList<>();
        value(name).ifPresent(value -> {
            if (!(value instanceof Json.Items(List<Json> items, int line))) {
                fault(name, "has to be an array.");
                return;
            }
            for (int i = 0; i < items.size(); i++) {
                reader.apply(new Item(items.get(i), place + name + "[" + i + "]"))
                        .ifPresent(read::add);
            }
        });
        return read;
    }

    /** One item of an array. */
    final class Item {

        private final Json value;
        private final String where;

        Item(Json value, String where) {
            this.value = value;
            this.where = where;
        }

        int line() {
            return value.line();
        }

        Optional<String> text() {
            return value instanceof Json.Text(String text, int line)
                    ? Optional.of(text) : Optional.empty();
        }

        Optional<Fields> object() {
            return value instanceof Json.Members members
                    ? Optional.of(new Fields(members, where + ".", faults)) : Optional.empty();
        }

        <T> Optional<T> fault(String sentence) {
            Fields.this.fault(line(), where, sentence);
            return Optional.empty();
        }
    }
}
