package org.subhasta.demonstration;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.subhasta.bidding.Submission;
import org.subhasta.bidding.model.BidStatement;
import org.subhasta.demonstration.Scene.Offer;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.SigningKey;
import org.subhasta.tendering.TenderView;

/** Makes a bid as a bidder's browser does: canonical JSON, signed with the bidder's own key. */
final class DemonstrationBid {

    private DemonstrationBid() {
    }

    static Submission signed(TenderView tender, Offer offer, String bidder, SigningKey key,
            Instant now) throws IOException, CanonicalJson.NotCanonical {
        byte[] file;
        try (InputStream content = DemonstrationTenders.resource(offer.file())) {
            file = content.readAllBytes();
        }
        TenderView.Published published = tender.published().orElseThrow();
        JsonArrayBuilder lots = Json.createArrayBuilder();
        new TreeMap<>(offer.prices()).forEach((lot, price) ->
                lots.add(Json.createObjectBuilder().add("lot", lot).add("price", price)));
        byte[] statement = CanonicalJson.canonicalize(Json.createObjectBuilder()
                .add("format", BidStatement.FORMAT)
                .add("id", UUID.randomUUID().toString())
                .add("tender", tender.id())
                .add("notice", published.notice())
                .add("bidder", bidder)
                .add("kind", "submit")
                .add("currency", published.currency().getCurrencyCode())
                .add("prices", published.prices().word())
                .add("lots", lots)
                .add("attachments", Json.createArrayBuilder().add(Json.createObjectBuilder()
                        .add("name", offer.file())
                        .add("sha256", Sha256.hex(file))
                        .add("size", file.length)))
                .add("madeAt", now.toString())
                .build().toString());
        return new Submission(tender.id(), statement, CadesSigner.sign(statement, key, now),
                List.of(new Submission.Enclosure(offer.file(),
                        () -> DemonstrationTenders.resource(offer.file()))));
    }
}
