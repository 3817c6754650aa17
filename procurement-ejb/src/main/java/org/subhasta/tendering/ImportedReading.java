package org.subhasta.tendering;

import static org.subhasta.tendering.JsonText.object;
import static org.subhasta.tendering.JsonText.objects;
import static org.subhasta.tendering.JsonText.text;
import static org.subhasta.tendering.JsonText.texts;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.model.Classification;
import org.subhasta.tendering.model.Lot;

/**
 * Reads a compiled OCDS release the way people are shown it. Real data lacks this and spells that
 * in its own way, so nothing is required here; what makes a release unfit was judged on import.
 */
final class ImportedReading {

    private static final Set<String> STATUSES = Set.of("planning", "planned", "active", "complete",
            "unsuccessful", "cancelled", "withdrawn");
    /** Places beyond are a list of the whole country. */
    private static final int MOST_PLACES = 4;

    private final JsonObject release;
    private final JsonObject tender;
    private final Function<String, Optional<Classification>> vocabulary;

    ImportedReading(JsonObject release,
            Function<String, Optional<Classification>> vocabulary) {
        this.release = release;
        this.tender = object(release, "tender");
        this.vocabulary = vocabulary;
    }

    String title() {
        return Stream.of(text(tender, "title"), text(release, "title"),
                        firstLine(text(tender, "description")), text(tender, "id"),
                        text(release, "ocid"))
                .map(String::strip).filter(title -> !title.isEmpty()).findFirst().orElse("–");
    }

    String description() {
        String description = text(tender, "description");
        return (description.isBlank() ? text(release, "description") : description).strip();
    }

    /** OCDS's status; where it is missing or unknown, what the awards suggest. */
    String status() {
        String status = text(tender, "status");
        if (STATUSES.contains(status)) {
            return status;
        }
        return objects(release, "awards").findAny().isPresent() ? "complete" : "active";
    }

    String buyerName() {
        String name = text(object(release, "buyer"), "name");
        if (!name.isBlank()) {
            return name.strip();
        }
        return objects(release, "parties")
                .filter(party -> texts(party, "roles").contains("buyer")
                        || texts(party, "roles").contains("procuringEntity"))
                .map(party -> text(party, "name").strip()).filter(n -> !n.isEmpty())
                .findFirst().orElse("");
    }

    /** The buyer's register and number, where the release tells both. */
    Map.Entry<String, String> buyerIdentifier() {
        String id = text(object(release, "buyer"), "id");
        return objects(release, "parties").filter(party -> text(party, "id").equals(id))
                .map(party -> object(party, "identifier"))
                .map(identifier -> Map.entry(text(identifier, "scheme"), text(identifier, "id")))
                .findFirst().orElse(Map.entry("", ""));
    }

    String place() {
        Set<String> places = new LinkedHashSet<>();
        objects(tender, "items").forEach(item -> {
            String spot = text(object(item, "deliveryLocation"), "description");
            if (!spot.isBlank()) {
                places.add(spot.strip());
            }
            addresses(item).map(ImportedReading::place).filter(p -> !p.isBlank())
                    .forEach(places::add);
        });
        return places.stream().filter(place -> !place.matches("UK[A-Z0-9]{1,4}"))
                .limit(MOST_PLACES).collect(Collectors.joining("; "));
    }

    private static Stream<JsonObject> addresses(JsonObject item) {
        return Stream.concat(Stream.of(object(item, "deliveryAddress")),
                objects(item, "deliveryAddresses"));
    }

    private static String place(JsonObject address) {
        return Stream.of("locality", "region", "countryName").map(part -> text(address, part))
                .map(String::strip).filter(part -> !part.isEmpty()).distinct()
                .collect(Collectors.joining(", "));
    }

    Optional<Classification> classification() {
        return Stream.concat(Stream.of(tender), objects(tender, "items"))
                .flatMap(holder -> Stream.concat(Stream.of(object(holder, "classification")),
                        objects(holder, "additionalClassifications")))
                .map(this::classification).flatMap(Optional::stream).findFirst();
    }

    List<Classification> additional() {
        Set<Classification> all = new LinkedHashSet<>();
        Stream.concat(Stream.of(tender), objects(tender, "items"))
                .flatMap(holder -> Stream.concat(Stream.of(object(holder, "classification")),
                        objects(holder, "additionalClassifications")))
                .map(this::classification).flatMap(Optional::stream).forEach(all::add);
        classification().ifPresent(all::remove);
        return List.copyOf(all);
    }

    private Optional<Classification> classification(JsonObject json) {
        String code = text(json, "id").strip().replaceAll("-[0-9]$", "");
        if (!text(json, "scheme").toUpperCase(Locale.ROOT).equals("CPV")
                || !code.matches(Classification.PATTERN)) {
            return Optional.empty();
        }
        return Optional.of(vocabulary.apply(code).orElseGet(
                () -> new Classification(code, text(json, "description").strip())));
    }

    String procedure() {
        return text(tender, "procurementMethod");
    }

    /** The publisher's own words, where they say more than the code does. */
    String procedureNote() {
        String note = text(tender, "procurementMethodDetails").strip();
        return note.equalsIgnoreCase(procedure() + " procedure") ? "" : note;
    }

    Optional<Money> value() {
        return money(object(tender, "value"));
    }

    Optional<Instant> closesAt() {
        return instant(text(object(tender, "tenderPeriod"), "endDate"));
    }

    List<Lot> lots() {
        Map<String, List<JsonObject>> items = objects(tender, "items")
                .filter(item -> !text(item, "relatedLot").isEmpty())
                .collect(Collectors.groupingBy(item -> text(item, "relatedLot")));
        List<Lot> lots = new ArrayList<>();
        objects(tender, "lots").forEach(lot -> {
            String id = text(lot, "id").isBlank()
                    ? Integer.toString(lots.size() + 1) : text(lot, "id");
            lots.add(lot(id, lot, items.getOrDefault(id, List.of())));
        });
        // Publishers list them in any order; numbered ones are looked for by number.
        if (lots.stream().allMatch(lot -> lot.id().matches("[0-9]{1,6}"))) {
            lots.sort(Comparator.comparingInt(lot -> Integer.parseInt(lot.id())));
        }
        return lots;
    }

    private Lot lot(String id, JsonObject lot, List<JsonObject> items) {
        // One item tells quantity and unit of its lot; several tell nothing of the whole.
        Optional<JsonObject> only = items.size() == 1
                ? Optional.of(items.getFirst()) : Optional.empty();
        String description = text(lot, "description").strip();
        String title = text(lot, "title").strip();
        return new Lot(id, title, description.equals(title) ? "" : description,
                only.map(item -> item.get("quantity")).filter(JsonNumber.class::isInstance)
                        .map(number -> ((JsonNumber) number).bigDecimalValue())
                        .filter(number -> number.signum() > 0),
                only.map(item -> text(object(item, "unit"), "name")).orElse(""),
                items.stream().flatMap(item -> Stream.concat(
                                Stream.of(object(item, "classification")),
                                objects(item, "additionalClassifications")))
                        .map(this::classification).flatMap(Optional::stream).findFirst(),
                money(object(lot, "value")), false);
    }

    String words() {
        return lots().stream().map(lot -> lot.title() + " " + lot.description())
                .collect(Collectors.joining("\n"));
    }

    List<TenderView.Link> links() {
        Set<TenderView.Link> links = new LinkedHashSet<>();
        Stream.of(Stream.of(tender, object(release, "planning")), objects(release, "awards"))
                .flatMap(Function.identity())
                .flatMap(holder -> objects(holder, "documents"))
                .forEach(document -> {
                    String address = text(document, "url").strip();
                    // Nothing but web addresses becomes a link: a release is anybody's text.
                    if (address.matches("(?i)https?://[^\\s\"<>]+")) {
                        links.add(new TenderView.Link(heading(document), address,
                                text(document, "format")));
                    }
                });
        return List.copyOf(links);
    }

    private static String heading(JsonObject document) {
        return Stream.of("title", "description", "documentType", "url")
                .map(member -> text(document, member).strip())
                .filter(heading -> !heading.isEmpty()).findFirst().orElse("–");
    }

    List<TenderView.ImportedAward> awards() {
        return objects(release, "awards").map(award -> new TenderView.ImportedAward(
                text(award, "id").strip(), text(award, "title").strip(), instant(text(award, "date")),
                money(object(award, "value")),
                objects(award, "suppliers").map(supplier -> text(supplier, "name").strip())
                        .filter(name -> !name.isEmpty()).toList(),
                text(award, "status"))).toList();
    }

    static Optional<Money> money(JsonObject value) {
        if (!(value.get("amount") instanceof JsonNumber amount)) {
            return Optional.empty();
        }
        try {
            Currency currency = Currency.getInstance(text(value, "currency"));
            // Publishers convert through floating point: 12.339999999 was 12.34.
            BigDecimal rounded = amount.bigDecimalValue().setScale(
                    Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_EVEN);
            return Optional.of(new Money(rounded, currency));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String firstLine(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() > 150 ? line.substring(0, 147) + "…" : line;
    }
}
