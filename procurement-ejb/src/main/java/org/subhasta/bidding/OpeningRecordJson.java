package org.subhasta.bidding;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.Collection;
import java.util.function.Function;
import org.subhasta.bidding.model.LotPrice;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.kernel.Money;

/**
 * The record of an opening as JSON, format {@value #FORMAT} (docs/reference/openings.md): offered to
 * programs and inside the printed record. Bytes are base64, hashes hexadecimal, amounts decimal
 * strings, instants RFC 3339; members that would be empty are left out.
 */
final class OpeningRecordJson {

    static final String FORMAT = "subhasta-opening-record-1";

    private OpeningRecordJson() {
    }

    static JsonObject of(OpeningRecord record) {
        OpeningTerms terms = record.terms();
        return Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("tender", record.box())
                .add("whole", record.isWhole())
                .add("closedAt", record.closedAt().toString())
                .add("committee", terms.committee().fingerprint())
                .add("threshold", terms.committee().threshold())
                .add("parts", array(record.parts(), part -> Json.createValue(part.word())))
                .add("acts", array(record.acts(), OpeningRecordJson::act))
                .add("bids", array(record.bids(), OpeningRecordJson::bid))
                .add("unfollowed", array(record.unfollowed(), OpeningRecordJson::unfollowed))
                .build();
    }

    private static JsonObject act(OpeningRecord.Act act) {
        return Json.createObjectBuilder()
                .add("part", act.part().word())
                .add("opener", act.opener())
                .add("at", act.at().toString())
                .add("digest", act.digest())
                .add("leaf", act.leaf())
                .build();
    }

    private static JsonObject bid(OpeningRecord.Bid bid) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", bid.id().toString())
                .add("bidder", bid.bidder())
                .add("name", bid.bidderName())
                .add("receivedAt", bid.receivedAt().toString())
                .add("envelope", signed(bid.envelope()));
        bid.timeStamp().ifPresent(stamp -> json.add("timeStamp", base64(stamp)));
        return json
                .add("leaf", bid.leaf())
                .add("parts", array(bid.parts(), OpeningRecordJson::opened))
                .build();
    }

    private static JsonObject opened(OpeningRecord.Opened part) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("part", part.part().word())
                .add("at", part.at().toString())
                .add("leaf", part.leaf());
        part.invalid().ifPresent(why -> json.add("invalid", why.code().name()));
        part.statement().ifPresent(signed -> json.add("statement", signed(signed)));
        part.salt().ifPresent(salt -> json.add("salt", base64(salt)));
        return json.add("lots", array(part.lots(), OpeningRecordJson::lot)).build();
    }

    private static JsonObject lot(LotPrice price) {
        return Json.createObjectBuilder()
                .add("lot", price.lot())
                .add("price", money(price.price()))
                .build();
    }

    private static JsonObject unfollowed(OpeningRecord.Unfollowed one) {
        return Json.createObjectBuilder()
                .add("bidder", one.bidder())
                .add("name", one.bidderName())
                .add("bid", one.bid().toString())
                .add("envelope", one.envelope())
                .add("at", one.at().toString())
                .add("leaf", one.leaf())
                .build();
    }

    private static JsonObject signed(SignedBytes signed) {
        return Json.createObjectBuilder()
                .add("content", base64(signed.content()))
                .add("signature", base64(signed.signature()))
                .build();
    }

    private static JsonObject money(Money money) {
        return Json.createObjectBuilder()
                .add("amount", money.amount().toPlainString())
                .add("currency", money.currency().getCurrencyCode())
                .build();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static <T> JsonArrayBuilder array(
            Collection<T> values, Function<T, ? extends JsonValue> write) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(value -> array.add(write.apply(value)));
        return array;
    }
}
