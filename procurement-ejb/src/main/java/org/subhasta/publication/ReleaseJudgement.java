package org.subhasta.publication;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/**
 * Judges one release: whether it can be kept, and what ought to be noted about it. Real data is
 * rough; what only makes it poorer is noted, what would make a record false is refused.
 */
final class ReleaseJudgement {

    /** More of the same kind would tell nothing new. */
    private static final int MOST_NOTES = 10;

    private final JsonObject release;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Refusal> notes = new ArrayList<>();

    private ReleaseJudgement(JsonObject release) {
        this.release = release;
    }

    /**
     * What was found.
     *
     * @param id       {@code ""} where it has none
     * @param date     empty where refused for it
     * @param title    for the report; may be empty
     * @param tags     as given, joined by commas
     * @param refusals why it cannot be kept; empty where it can
     * @param notes    what ought to be said about it
     */
    record Judged(String ocid, String id, Optional<Instant> date, String title, String tags,
                  List<Refusal> refusals, List<Refusal> notes) {

        boolean isSound() {
            return refusals.isEmpty();
        }
    }

    static Judged judge(JsonObject release) {
        return new ReleaseJudgement(release).judge();
    }

    private Judged judge() {
        String ocid = text(release, "ocid").strip();
        if (ocid.isEmpty() || ocid.length() > 300) {
            refuse(ImportRefusal.RELEASE_WITHOUT_OCID);
        }
        String id = release.get("id") instanceof JsonNumber number
                ? number.toString() : text(release, "id").strip();
        if (id.isEmpty()) {
            note(ImportRefusal.NOTE_ID_MISSING);
        }
        Optional<Instant> date = date();
        if (Stream.of("tender", "awards", "planning", "contracts")
                .noneMatch(release::containsKey)) {
            refuse(ImportRefusal.RELEASE_WITHOUT_CONTENT);
        }
        String title = title();
        if (title.isEmpty()) {
            note(ImportRefusal.NOTE_TITLE_MISSING);
        }
        walk(release, "");
        return new Judged(ocid, id, date, shortened(title, 300), tags(),
                List.copyOf(refusals), List.copyOf(notes));
    }

    private String title() {
        JsonObject tender = release.get("tender") instanceof JsonObject object
                ? object : JsonValue.EMPTY_JSON_OBJECT;
        String title = text(tender, "title").strip();
        return title.isEmpty() ? text(release, "title").strip() : title;
    }

    private String tags() {
        return release.get("tag") instanceof JsonArray tags
                ? shortened(String.join(", ", tags.stream().filter(JsonString.class::isInstance)
                        .map(tag -> ((JsonString) tag).getString()).toList()), 200)
                : shortened(text(release, "tag"), 200);
    }

    private Optional<Instant> date() {
        String date = text(release, "date").strip();
        if (date.isEmpty()) {
            refuse(ImportRefusal.RELEASE_DATE_MISSING);
            return Optional.empty();
        }
        Optional<Instant> exact = parse(() -> OffsetDateTime.parse(date).toInstant());
        if (exact.isPresent()) {
            return bounded(exact, date);
        }
        Optional<Instant> local = parse(() -> LocalDateTime.parse(date).toInstant(ZoneOffset.UTC))
                .or(() -> parse(() -> LocalDate.parse(date).atStartOfDay()
                        .toInstant(ZoneOffset.UTC)));
        if (local.isPresent()) {
            note(ImportRefusal.NOTE_DATE_WITHOUT_ZONE);
        }
        return bounded(local, date);
    }

    /** A year beyond four digits is no year of a release, and no database's. */
    private Optional<Instant> bounded(Optional<Instant> date, String given) {
        Optional<Instant> sane = date.filter(
                d -> d.isAfter(Instant.EPOCH) && d.isBefore(Instant.parse("9999-12-31T00:00:00Z")));
        if (sane.isEmpty()) {
            refuse(ImportRefusal.RELEASE_DATE_UNREADABLE, shortened(given, 40));
        }
        return sane;
    }

    private interface Reading {
        Instant read();
    }

    private static Optional<Instant> parse(Reading reading) {
        try {
            return Optional.of(reading.read());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void walk(JsonValue value, String at) {
        switch (value) {
            case JsonObject object -> {
                if (object.containsKey("amount") && !(object.get("amount") instanceof JsonObject)) {
                    amount(object, at);
                }
                object.forEach((name, member) -> {
                    if (!name.equals(name.replaceAll("\\s", ""))) {
                        note(ImportRefusal.NOTE_NAME_BROKEN, path(at, name));
                    }
                    walk(member, path(at, name));
                });
            }
            case JsonArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    walk(array.get(i), at + "[" + i + "]");
                }
            }
            default -> { }
        }
    }

    /** An object with an amount is OCDS's Value: amount and currency. */
    private void amount(JsonObject value, String at) {
        if (value.get("amount") == JsonValue.NULL) {
            return;
        }
        Optional<Currency> currency = currency(value, at);
        if (!(value.get("amount") instanceof JsonNumber number)) {
            refuse(ImportRefusal.RELEASE_AMOUNT_UNREADABLE, at);
            return;
        }
        BigDecimal amount = number.bigDecimalValue();
        if (amount.signum() < 0) {
            refuse(ImportRefusal.RELEASE_AMOUNT_NEGATIVE, at, shortened(number.toString(), 40));
        } else if (amount.precision() - amount.scale() > Money.MAXIMUM_PRECISION - 4) {
            refuse(ImportRefusal.RELEASE_AMOUNT_UNREADABLE, at);
        } else if (currency.isPresent() && amount.stripTrailingZeros().scale()
                > currency.get().getDefaultFractionDigits()) {
            note(ImportRefusal.NOTE_AMOUNT_ROUNDED, at);
        }
    }

    private Optional<Currency> currency(JsonObject value, String at) {
        String code = text(value, "currency").strip();
        if (code.isEmpty()) {
            note(ImportRefusal.NOTE_AMOUNT_WITHOUT_CURRENCY, at);
            return Optional.empty();
        }
        try {
            return Optional.of(Money.zero(Currency.getInstance(code)).currency());
        } catch (IllegalArgumentException e) {
            refuse(ImportRefusal.RELEASE_CURRENCY_UNKNOWN, at, shortened(code, 20));
            return Optional.empty();
        }
    }

    private static String path(String at, String name) {
        return shortened(at.isEmpty() ? name : at + "." + name, 200);
    }

    private void refuse(ImportRefusal code, String... details) {
        if (refusals.size() < MOST_NOTES) {
            refusals.add(Refusal.of(code, details));
        }
    }

    private void note(ImportRefusal code, String... details) {
        if (notes.size() < MOST_NOTES) {
            notes.add(Refusal.of(code, details));
        }
    }

    static String text(JsonObject object, String member) {
        return object.get(member) instanceof JsonString string ? string.getString() : "";
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
