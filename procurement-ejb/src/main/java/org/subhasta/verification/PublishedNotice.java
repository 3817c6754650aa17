package org.subhasta.verification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.model.BoxLot;
import org.subhasta.bidding.model.BoxTerms;
import org.subhasta.bidding.model.PriceBasis;
import org.subhasta.signing.Sha256;

/**
 * The notice of a tender, format {@code subhasta-notice-1}: what bids for it are judged by.
 *
 * @param id    of the tender
 * @param title in a line
 * @param buyer the identifier of the buyer
 * @param terms what bids have to keep to
 */
record PublishedNotice(String id, String title, String buyer, BoxTerms terms) {

    static final String FORMAT = "subhasta-notice-1";

    /** @throws Json.Malformed where it is not in the format */
    static PublishedNotice read(byte[] bytes) {
        Json json = Json.canonical(bytes);
        if (!json.text("format").equals(FORMAT)) {
            throw json.malformed("format");
        }
        Json deadline = json.object("deadline");
        Instant closesAt = deadline.instant("instant");
        List<BoxLot> lots = json.objects("lots").stream()
                .map(lot -> new BoxLot(lot.text("id"), lot.text("title"))).toList();
        Optional<PriceBasis> prices = PriceBasis.of(json.text("prices"));
        try {
            return new PublishedNotice(json.text("id"), json.text("title"),
                    json.object("buyer").text("id"),
                    new BoxTerms(json.text("id"), json.object("buyer").text("id"),
                            Sha256.hex(bytes), closesAt, ZoneId.of(deadline.text("zone")),
                            Currency.getInstance(json.text("currency")), prices.orElseThrow(),
                            lots, json.isTrue("partialBids")));
        } catch (RuntimeException e) {
            // Currency, zone, lots: what the record itself does not take.
            throw e instanceof Json.Malformed malformed ? malformed : json.malformed("");
        }
    }
}
