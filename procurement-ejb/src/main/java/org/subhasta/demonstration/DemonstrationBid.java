package org.subhasta.demonstration;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.subhasta.bidding.Submission;
import org.subhasta.bidding.model.BidStatement;
import org.subhasta.demonstration.Scene.Offer;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.sealing.Attachment;
import org.subhasta.signing.sealing.BoxNotice;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.PartName;
import org.subhasta.signing.sealing.Salted;
import org.subhasta.signing.sealing.Sealer;
import org.subhasta.tendering.TenderView;

/** Makes a bid as a bidder's browser does: signed with the own key, sealed to the committee. */
final class DemonstrationBid {

    private final TenderView.Published tender;
    private final Offer offer;
    private final SigningKey key;
    private final Instant now;
    private final BoxNotice notice;
    private final Envelope.Header header;
    private final List<Submission.Enclosure> texts = new ArrayList<>();

    private DemonstrationBid(TenderView.Published tender, BoxNotice notice, Offer offer,
            String bidder, SigningKey key, Instant now) {
        this.tender = tender;
        this.offer = offer;
        this.key = key;
        this.now = now;
        this.notice = notice;
        header = new Envelope.Header(UUID.randomUUID(), notice.tender(), notice.sha256(), bidder,
                notice.committee().fingerprint(), Envelope.Kind.SUBMIT,
                Optional.empty(), now);
    }

    /**
     * Signs and seals an offer.
     *
     * @param notice    as it was published: it tells to whom bids are sealed
     * @param envelopes whether price and method statement are sealed apart
     */
    static Submission sealed(TenderView tender, byte[] notice, boolean envelopes, Offer offer,
            String bidder, SigningKey key, Instant now)
            throws IOException, CanonicalJson.NotCanonical {
        DemonstrationBid bid = new DemonstrationBid(tender.published().orElseThrow(),
                BoxNotice.read(notice).orThrow(), offer, bidder, key, now);
        List<Envelope.Part> parts = envelopes
                ? List.of(bid.part(PartName.TECHNICAL, false, true),
                        bid.part(PartName.PRICE, true, false))
                : List.of(bid.part(PartName.BID, true, true));
        byte[] envelope = new Envelope(bid.header, parts).canonicalJson();
        return new Submission(tender.id(), envelope, CadesSigner.sign(envelope, key, now),
                bid.texts);
    }

    private Envelope.Part part(PartName name, boolean priced, boolean described)
            throws IOException, CanonicalJson.NotCanonical {
        List<Attachment> files = described ? List.of(methodStatement()) : List.of();
        byte[] statement = CanonicalJson.canonicalize(
                statement(name, priced, files).build().toString());
        List<ByteArrayOutputStream> sealed = new ArrayList<>();
        Envelope.Part part = new Sealer(notice.committee()).seal(header, name, statement,
                CadesSigner.sign(statement, key, now), files, index -> {
                    sealed.add(new ByteArrayOutputStream());
                    return sealed.get(index);
                });
        for (int i = 0; i < sealed.size(); i++) {
            byte[] text = sealed.get(i).toByteArray();
            texts.add(new Submission.Enclosure(name.code() + "-" + i,
                    () -> new ByteArrayInputStream(text)));
        }
        return part;
    }

    private Attachment methodStatement() throws IOException {
        try (InputStream content = DemonstrationTenders.resource(offer.file())) {
            byte[] file = content.readAllBytes();
            return new Attachment(Salted.salt(), file.length,
                    () -> new ByteArrayInputStream(file));
        }
    }

    private JsonObjectBuilder statement(PartName part, boolean priced, List<Attachment> files)
            throws IOException {
        JsonArrayBuilder lots = Json.createArrayBuilder();
        if (priced) {
            new TreeMap<>(offer.prices()).forEach((lot, price) ->
                    lots.add(Json.createObjectBuilder().add("lot", lot).add("price", price)));
        }
        JsonArrayBuilder named = Json.createArrayBuilder();
        for (Attachment file : files) {
            named.add(Json.createObjectBuilder().add("name", offer.file())
                    .add("size", file.size()).add("digest", file.digest()));
        }
        return Json.createObjectBuilder()
                .add("format", BidStatement.FORMAT)
                .add("id", header.id().toString())
                .add("tender", header.tender())
                .add("notice", header.notice())
                .add("bidder", header.bidder())
                .add("openers", header.openers())
                .add("kind", header.kind().code())
                .add("part", part.code())
                .add("currency", tender.currency().getCurrencyCode())
                .add("prices", tender.prices().word())
                .add("lots", lots)
                .add("attachments", named)
                .add("madeAt", header.madeAt().toString());
    }
}
