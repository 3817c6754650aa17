package org.subhasta.awarding;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.subhasta.kernel.Money;

/** Reads what {@link AwardJson} wrote. Only our own stored awards come here, never a stranger's. */
final class AwardReading {

    private AwardReading() {
    }

    static AwardView of(String content, Optional<NoticeFile> notice) {
        try (JsonReader reader = Json.createReader(new StringReader(content))) {
            return award(reader.readObject(), notice);
        }
    }

    private static AwardView award(JsonObject json, Optional<NoticeFile> notice) {
        JsonObject tender = json.getJsonObject("tender");
        return new AwardView(
                json.getString("id"),
                constant(AwardView.Source.class, json.getString("source")),
                new AwardView.Tender(tender.getString("id"), tender.getString("title")),
                json.getString("reference"),
                organisation(json.getJsonObject("buyer")),
                constant(AwardView.Outcome.class, json.getString("outcome")),
                Instant.parse(json.getString("decidedAt")),
                ZoneId.of(json.getString("zone")),
                text(json, "closedAt").map(Instant::parse),
                json.getString("prices", ""),
                money(json, "total"),
                json.getString("description", ""),
                list(json, "bids", AwardReading::bid),
                list(json, "lots", AwardReading::lot),
                list(json, "winners", AwardReading::winner),
                list(json, "evidence", AwardReading::evidence),
                notice);
    }

    private static AwardView.Bid bid(JsonObject json) {
        return new AwardView.Bid(json.getString("id"),
                organisation(json.getJsonObject("bidder")),
                Instant.parse(json.getString("receivedAt")), json.getString("digest"),
                text(json, "disqualified"));
    }

    private static AwardView.Lot lot(JsonObject json) {
        return new AwardView.Lot(json.getString("id"), json.getInt("number"),
                json.getString("title"),
                constant(AwardView.LotResult.class, json.getString("result")),
                text(json, "awardedBid"),
                Optional.ofNullable(json.getJsonObject("winner")).map(AwardReading::organisation),
                money(json, "price"), json.getString("reason", ""),
                list(json, "ranking", AwardReading::standing), text(json, "auction"));
    }

    private static AwardView.Standing standing(JsonObject json) {
        return new AwardView.Standing(json.getString("bid"),
                organisation(json.getJsonObject("bidder")), money(json, "price").orElseThrow(),
                Optional.ofNullable(json.getJsonNumber("rank")).map(JsonNumber::intValue),
                json.getBoolean("tied", false), text(json, "disqualified"));
    }

    private static AwardView.Winner winner(JsonObject json) {
        return new AwardView.Winner(organisation(json.getJsonObject("supplier")),
                money(json, "total"),
                json.getJsonArray("lots").getValuesAs(JsonNumber::intValue));
    }

    private static AwardView.Evidence evidence(JsonObject json) {
        return new AwardView.Evidence(json.getString("act"),
                Instant.parse(json.getString("at")), json.getString("leaf"));
    }

    private static AwardView.Organisation organisation(JsonObject json) {
        return new AwardView.Organisation(text(json, "id"), json.getString("name"));
    }

    private static Optional<Money> money(JsonObject json, String member) {
        return Optional.ofNullable(json.getJsonObject(member))
                .map(m -> Money.of(m.getString("amount"), m.getString("currency")));
    }

    private static Optional<String> text(JsonObject json, String member) {
        return Optional.ofNullable(json.getString(member, null));
    }

    private static <T> List<T> list(
            JsonObject json, String member, Function<JsonObject, T> read) {
        return json.getJsonArray(member).getValuesAs(JsonObject.class).stream().map(read).toList();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
