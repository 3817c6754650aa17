package org.subhasta.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.bidding.OpeningRecord;
import org.subhasta.bidding.model.LotPrice;
import org.subhasta.bidding.model.Opener;
import org.subhasta.bidding.model.Part;
import org.subhasta.documents.QrCode;
import org.subhasta.kernel.Money;
import org.subhasta.signing.Sha256;
import org.subhasta.tendering.TenderView;

/**
 * What stands in the printed record of an opening, as the names its template uses: words and
 * finished strings only.
 */
final class OpeningContent {

    private final OpeningRecord record;
    private final TenderView tender;
    private final NoticeTexts texts;
    private final Map<String, String> lots = new LinkedHashMap<>();

    OpeningContent(OpeningRecord record, TenderView tender, NoticeTexts texts) {
        this.record = record;
        this.tender = tender;
        this.texts = texts;
        tender.lots().forEach(lot -> lots.put(lot.id(), lot.title()));
    }

    /** @param platform its address, without a slash at the end */
    Map<String, Object> values(String platform) {
        String address = platform + "/tenders/" + record.box() + "/opening";
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("texts", texts.plain());
        values.put("language", texts.language());
        values.put("title", tender.title());
        values.put("reference", tender.ocid());
        values.put("buyer", tender.buyer().name());
        values.put("address", address);
        values.put("qr", QrCode.dataUri(address));
        values.put("qrAlternative", texts.of("qr.alternative", address));
        values.put("facts", facts());
        values.put("verdict", verdict());
        values.put("priceHeading", texts.of("priceHeading", currency()));
        values.put("totalHeading", texts.of("totalHeading", currency()));
        values.put("hasBids", !record.bids().isEmpty());
        values.put("bids", record.bids().stream().map(this::bid).toList());
        values.put("hasUnfollowed", !record.unfollowed().isEmpty());
        values.put("unfollowed", record.unfollowed().stream().map(this::unfollowed).toList());
        values.put("acts", record.acts().stream().map(this::act).toList());
        return values;
    }

    private List<Map<String, Object>> facts() {
        int members = record.terms().committee().openers().size();
        List<Map<String, Object>> facts = new ArrayList<>(List.of(
                fact("fact.tender", tender.ocid()),
                fact("fact.buyer", tender.buyer().name()),
                fact("fact.closed", texts.day(record.closedAt())),
                fact("fact.committee", texts.of("committee",
                        record.terms().committee().threshold(), members)),
                fact("fact.bids", String.valueOf(record.bids().size()))));
        if (record.terms().twoEnvelopes()) {
            facts.add(fact("fact.envelopes",
                    texts.of(record.isWhole() ? "envelopes.both" : "envelopes.technical")));
        }
        return facts;
    }

    private Map<String, Object> fact(String key, String value) {
        return Map.of("label", texts.of(key), "value", value);
    }

    private String verdict() {
        if (record.bids().isEmpty()) {
            return texts.of("verdict.none");
        }
        long invalid = record.bids().stream().filter(bid -> invalid(bid).isPresent()).count();
        return texts.of(invalid == 0 ? "verdict.all" : "verdict.some",
                record.bids().size(), invalid);
    }

    private Map<String, Object> bid(OpeningRecord.Bid bid) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<LotPrice> prices = bid.parts().stream()
                .flatMap(part -> part.lots().stream()).toList();
        values.put("number", record.bids().indexOf(bid) + 1);
        values.put("bidder", bid.bidderName());
        values.put("received", texts.second(bid.receivedAt()));
        values.put("digest", Sha256.hex(bid.envelope().content()));
        values.put("leaf", bid.leaf());
        values.put("invalid", invalid(bid).map(code -> texts.orName("fault.", code)).orElse(null));
        values.put("total", prices.stream().map(LotPrice::price).reduce(Money::plus)
                .map(texts::amount).orElse(isSealed(bid) ? texts.of("sealed") : "–"));
        values.put("hasPrices", lots.size() > 1 && !prices.isEmpty());
        values.put("prices", prices.stream().map(price -> Map.of(
                "lot", Optional.ofNullable(lots.get(price.lot())).orElse(price.lot()),
                "amount", texts.amount(price.price()))).toList());
        return values;
    }

    private static Optional<String> invalid(OpeningRecord.Bid bid) {
        return bid.parts().stream().flatMap(part -> part.invalid().stream())
                .map(refusal -> refusal.code().name()).findFirst();
    }

    private boolean isSealed(OpeningRecord.Bid bid) {
        return record.terms().twoEnvelopes()
                && bid.parts().stream().noneMatch(part -> part.part() == Part.PRICE);
    }

    private Map<String, Object> unfollowed(OpeningRecord.Unfollowed one) {
        return Map.of("bidder", one.bidderName(), "at", texts.second(one.at()),
                "digest", one.envelope());
    }

    private Map<String, Object> act(OpeningRecord.Act act) {
        Optional<Opener> opener = record.terms().committee().openers().stream()
                .filter(one -> one.person().equals(act.opener())).findFirst();
        return Map.of(
                "opener", opener.map(Opener::name).orElse(act.opener()),
                "organisation", opener.map(Opener::organisation).orElse(""),
                "part", texts.of("part." + act.part().word()),
                "at", texts.second(act.at()),
                "leaf", act.leaf());
    }

    private String currency() {
        return record.bids().stream().flatMap(bid -> bid.parts().stream())
                .flatMap(part -> part.lots().stream())
                .map(lot -> lot.price().currency().getCurrencyCode())
                .findFirst().orElse("");
    }
}
