package org.subhasta.awarding;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import jakarta.json.JsonValue;
import org.subhasta.kernel.Money;

/**
 * An award as JSON, format {@value #FORMAT}: what is stored, journaled and offered to programs.
 * Amounts are decimal strings, instants RFC 3339; members that would be empty are left out.
 * {@link AwardReading} reads it back.
 */
final class AwardJson {

    static final String FORMAT = "subhasta-award-1";

    private AwardJson() {
    }

    static JsonObject of(AwardView award) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("id", award.id())
                .add("source", word(award.source()))
                .add("tender", Json.createObjectBuilder()
                        .add("id", award.tender().id())
                        .add("title", award.tender().title()))
                .add("reference", award.reference())
                .add("buyer", organisation(award.buyer()))
                .add("outcome", word(award.outcome()))
                .add("decidedAt", award.decidedAt().toString())
                .add("zone", award.zone().getId());
        award.closedAt().ifPresent(at -> json.add("closedAt", at.toString()));
        add(json, "prices", award.prices());
        award.total().ifPresent(total -> json.add("total", money(total)));
        add(json, "description", award.description());
        award.notice().ifPresent(notice -> json.add("notice", Json.createObjectBuilder()
                .add("sha256", notice.sha256())
                .add("size", notice.size())));
        return json
                .add("bids", array(award.bids(), AwardJson::bid))
                .add("lots", array(award.lots(), AwardJson::lot))
                .add("winners", array(award.winners(), AwardJson::winner))
                .add("evidence", array(award.evidence(), AwardJson::evidence))
                .build();
    }

    private static JsonObject bid(AwardView.Bid bid) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", bid.id())
                .add("bidder", organisation(bid.bidder()))
                .add("receivedAt", bid.receivedAt().toString())
                .add("digest", bid.digest());
        bid.disqualified().ifPresent(reason -> json.add("disqualified", reason));
        return json.build();
    }

    private static JsonObject lot(AwardView.Lot lot) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", lot.id())
                .add("number", lot.number())
                .add("title", lot.title())
                .add("result", word(lot.result()));
        lot.awardedBid().ifPresent(bid -> json.add("awardedBid", bid));
        lot.winner().ifPresent(winner -> json.add("winner", organisation(winner)));
        lot.price().ifPresent(price -> json.add("price", money(price)));
        add(json, "reason", lot.reason());
        lot.auction().ifPresent(auction -> json.add("auction", auction));
        return json.add("ranking", array(lot.ranking(), AwardJson::standing)).build();
    }

    private static JsonObject standing(AwardView.Standing standing) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("bid", standing.bid())
                .add("bidder", organisation(standing.bidder()))
                .add("price", money(standing.price()));
        standing.rank().ifPresent(rank -> json.add("rank", rank).add("tied", standing.tied()));
        standing.disqualified().ifPresent(reason -> json.add("disqualified", reason));
        return json.build();
    }

    private static JsonObject winner(AwardView.Winner winner) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("supplier", organisation(winner.supplier()));
        winner.total().ifPresent(total -> json.add("total", money(total)));
        return json.add("lots", array(winner.lots(), Json::createValue)).build();
    }

    private static JsonObject evidence(AwardView.Evidence evidence) {
        return Json.createObjectBuilder()
                .add("act", evidence.act())
                .add("at", evidence.at().toString())
                .add("leaf", evidence.leaf())
                .build();
    }

    private static JsonObject organisation(AwardView.Organisation organisation) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        organisation.id().ifPresent(id -> json.add("id", id));
        return json.add("name", organisation.name()).build();
    }

    private static JsonObject money(Money money) {
        return Json.createObjectBuilder()
                .add("amount", money.decimal())
                .add("currency", money.currency().getCurrencyCode())
                .build();
    }

    private static void add(JsonObjectBuilder json, String member, String text) {
        Optional.of(text).filter(t -> !t.isEmpty()).ifPresent(t -> json.add(member, t));
    }

    private static <T> JsonArrayBuilder array(
            Collection<T> values, Function<? super T, ? extends JsonValue> write) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(value -> array.add(write.apply(value)));
        return array;
    }

    /** {@code NOT_AWARDED} as {@code not-awarded}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
