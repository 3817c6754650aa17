package org.subhasta.tendering;

import static org.subhasta.tendering.JsonText.object;
import static org.subhasta.tendering.JsonText.objects;
import static org.subhasta.tendering.JsonText.text;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.model.PriceBasis;
import org.subhasta.kernel.Money;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.tendering.model.Classification;
import org.subhasta.tendering.model.Deadline;
import org.subhasta.tendering.model.Lot;
import org.subhasta.tendering.model.Notice;
import org.subhasta.tendering.model.Procedure;

/**
 * A notice as canonical JSON (RFC 8785), and back. Amounts and quantities are decimal strings: a
 * JSON number would be a floating one.
 */
final class NoticeJson {

    private NoticeJson() {
    }

    static byte[] write(Notice notice) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("format", Notice.FORMAT)
                .add("id", notice.id())
                .add("title", notice.title())
                .add("description", notice.description())
                .add("buyer", Json.createObjectBuilder()
                        .add("id", notice.buyer().id())
                        .add("name", notice.buyer().name())
                        .add("scheme", notice.buyer().scheme())
                        .add("identifier", notice.buyer().identifier()))
                .add("place", notice.place())
                .add("classification", classification(notice.classification()))
                .add("additionalClassifications", classifications(notice.additional()))
                .add("procedure", notice.procedure().word())
                .add("awardCriterion", "lowest price per lot")
                .add("prices", notice.prices().word())
                .add("partialBids", notice.partialBids())
                .add("currency", notice.currency().getCurrencyCode())
                .add("deadline", Json.createObjectBuilder()
                        .add("local", notice.deadline().local().toString())
                        .add("zone", notice.deadline().zone().getId())
                        .add("instant", notice.deadline().instant().toString()))
                .add("lots", lots(notice.lots()))
                .add("documents", DraftJson.documents(notice.documents()))
                .add("publishedAt", notice.publishedAt().toString());
        notice.opening().ifPresent(terms -> json.add("opening", OpeningJson.write(terms)));
        try {
            return CanonicalJson.canonicalize(json.build().toString());
        } catch (CanonicalJson.NotCanonical e) {
            throw new IllegalStateException("an admitted notice has a canonical form", e);
        }
    }

    static Notice read(byte[] notice) {
        JsonObject json = JsonText.parse(new String(notice, StandardCharsets.UTF_8));
        if (!text(json, "format").equals(Notice.FORMAT)) {
            throw new IllegalArgumentException("not a notice in the format " + Notice.FORMAT);
        }
        Currency currency = Currency.getInstance(text(json, "currency"));
        JsonObject buyer = object(json, "buyer");
        JsonObject deadline = object(json, "deadline");
        return new Notice(text(json, "id"), text(json, "title"), text(json, "description"),
                new Notice.Buyer(text(buyer, "id"), text(buyer, "name"), text(buyer, "scheme"),
                        text(buyer, "identifier")),
                text(json, "place"), classification(object(json, "classification")),
                objects(json, "additionalClassifications").map(NoticeJson::classification)
                        .toList(),
                Procedure.of(text(json, "procedure")).orElseThrow(),
                PriceBasis.of(text(json, "prices")).orElseThrow(), json.getBoolean("partialBids"),
                currency, new Deadline(LocalDateTime.parse(text(deadline, "local")),
                        ZoneId.of(text(deadline, "zone"))),
                objects(json, "lots").map(lot -> lot(lot, currency)).toList(),
                DraftJson.readDocuments(json), OpeningJson.read(json),
                Instant.parse(text(json, "publishedAt")));
    }

    private static JsonObjectBuilder classification(Classification classification) {
        return Json.createObjectBuilder()
                .add("scheme", "CPV")
                .add("id", classification.code())
                .add("description", classification.label());
    }

    private static Classification classification(JsonObject json) {
        return new Classification(text(json, "id"), text(json, "description"));
    }

    private static JsonArrayBuilder classifications(List<Classification> classifications) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        classifications.forEach(classification -> array.add(classification(classification)));
        return array;
    }

    private static JsonArrayBuilder lots(List<Lot> lots) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Lot lot : lots) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("id", lot.id())
                    .add("title", lot.title())
                    .add("description", lot.description())
                    .add("unit", lot.unit());
            lot.quantity().ifPresent(quantity -> json.add("quantity", quantity.toPlainString()));
            lot.classification().ifPresent(
                    own -> json.add("classification", classification(own)));
            lot.estimatedValue().ifPresent(
                    estimate -> json.add("estimatedValue", estimate.decimal()));
            if (lot.auction()) {
                json.add("auction", true);
            }
            array.add(json);
        }
        return array;
    }

    private static Lot lot(JsonObject json, Currency currency) {
        return new Lot(text(json, "id"), text(json, "title"), text(json, "description"),
                Optional.of(text(json, "quantity")).filter(text -> !text.isEmpty())
                        .map(BigDecimal::new),
                text(json, "unit"),
                json.containsKey("classification")
                        ? Optional.of(classification(object(json, "classification")))
                        : Optional.empty(),
                Optional.of(text(json, "estimatedValue")).filter(text -> !text.isEmpty())
                        .map(amount -> Money.of(amount, currency.getCurrencyCode())),
                json.getBoolean("auction", false));
    }
}
