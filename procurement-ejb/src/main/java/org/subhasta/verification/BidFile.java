package org.subhasta.verification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.model.BidAttachment;
import org.subhasta.bidding.model.BidKind;
import org.subhasta.bidding.model.BidStatement;

/** Reads a bidder's signed statement, format {@link BidStatement#FORMAT}. */
final class BidFile {

    private BidFile() {
    }

    /** @throws Json.Malformed where it is not in the format */
    static BidStatement read(byte[] bytes) {
        Json json = Json.canonical(bytes);
        if (!json.text("format").equals(BidStatement.FORMAT)) {
            throw json.malformed("format");
        }
        BidKind kind = BidKind.of(json.text("kind")).orElseThrow(() -> json.malformed("kind"));
        List<BidStatement.LotOffer> lots = json.objects("lots").stream()
                .map(lot -> new BidStatement.LotOffer(lot.text("lot"), lot.text("price")))
                .toList();
        return new BidStatement(uuid(json, "id"), json.text("tender"), json.text("notice"),
                json.text("bidder"), kind,
                kind == BidKind.SUBMIT ? Optional.empty() : Optional.of(uuid(json, "replaces")),
                json.text("currency"), json.text("prices"), lots,
                json.objects("attachments").stream().map(BidFile::attachment).toList(),
                json.instant("madeAt"));
    }

    private static BidAttachment attachment(Json json) {
        try {
            return new BidAttachment(
                    json.text("name"), json.text("sha256"), json.integer("size"));
        } catch (IllegalArgumentException e) {
            throw json.malformed("sha256");
        }
    }

    private static UUID uuid(Json json, String member) {
        String text = json.text(member);
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw json.malformed(member);
        }
        return UUID.fromString(text);
    }
}
