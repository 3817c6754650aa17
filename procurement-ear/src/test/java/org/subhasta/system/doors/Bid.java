package org.subhasta.system.doors;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.subhasta.bidding.Submission;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.sealing.Attachment;
import org.subhasta.signing.sealing.Committee;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.PartName;
import org.subhasta.signing.sealing.Salted;
import org.subhasta.signing.sealing.Sealer;

/** A bid in the making, as a bidder's own tool makes it; it can be told what no tool would do. */
final class Bid {

    static final byte[] PLAN_OF_PRICES = "%PDF-1.4 prices".getBytes(StandardCharsets.UTF_8);

    private final Bidder bidder;
    private final Box box;
    private UUID id = UUID.randomUUID();
    private Envelope.Kind kind = Envelope.Kind.SUBMIT;
    private Optional<UUID> replaces = Optional.empty();
    private Map<String, String> prices = Map.of("1", "100.00");
    private String notice;
    private Committee committee;
    private SigningKey key;
    private SigningKey inside;
    private boolean priceTold;
    private Optional<byte[]> planOfPrices = Optional.empty();
    private String ownMember = "";
    private UnaryOperator<Envelope> altered = envelope -> envelope;

    private Bid(Bidder bidder, Box box) {
        this.bidder = bidder;
        this.box = box;
        notice = box.notice();
        committee = box.panel().sealing();
        key = bidder.key();
        inside = bidder.key();
    }

    /** A first bid of 100.00 for lot 1 in euros net, with a plan. */
    static Bid of(Bidder bidder, Box box) {
        return new Bid(bidder, box);
    }

    Bid id(UUID id) {
        this.id = id;
        return this;
    }

    Bid replacing(UUID other) {
        kind = Envelope.Kind.REPLACE;
        replaces = Optional.of(other);
        return this;
    }

    Bid withdrawing(UUID other) {
        kind = Envelope.Kind.WITHDRAW;
        replaces = Optional.of(other);
        return this;
    }

    Bid price(String price) {
        return prices(Map.of("1", price));
    }

    Bid prices(Map<String, String> prices) {
        this.prices = prices;
        return this;
    }

    Bid notice(String notice) {
        this.notice = notice;
        return this;
    }

    Bid sealedTo(Panel other) {
        committee = other.sealing();
        return this;
    }

    /** Signed by somebody else, outside and inside. */
    Bid signedBy(SigningKey key) {
        this.key = key;
        inside = key;
        return this;
    }

    Bid signedInsideBy(SigningKey key) {
        inside = key;
        return this;
    }

    /** Tells the price in the technical part too. */
    Bid tellingThePrice() {
        priceTold = true;
        return this;
    }

    /** Has a file in its price part too, of the name that the one in its technical part has. */
    Bid withAPlanOfPrices() {
        planOfPrices = Optional.of(PLAN_OF_PRICES);
        return this;
    }

    /** Has a member in its statement that no statement has, whose name no database takes. */
    Bid withAMemberOfItsOwn() {
        ownMember = "\"\\u0000\":1,";
        return this;
    }

    /** Changes the envelope after sealing and before signing. */
    Bid altered(UnaryOperator<Envelope> change) {
        altered = change;
        return this;
    }

    Submission made() throws Exception {
        List<Submission.Enclosure> texts = new ArrayList<>();
        Envelope.Header header = new Envelope.Header(id, box.id(), notice, bidder.organisation(),
                committee.fingerprint(), kind, replaces, Instant.parse("2026-11-22T10:00:00Z"));
        List<Envelope.Part> parts = new ArrayList<>();
        Optional<byte[]> plan = Optional.of(Bidder.PLAN);
        if (kind != Envelope.Kind.WITHDRAW && box.twoEnvelopes()) {
            parts.add(part(header, PartName.TECHNICAL, priceTold, plan, texts));
            parts.add(part(header, PartName.PRICE, true, planOfPrices, texts));
        } else if (kind != Envelope.Kind.WITHDRAW) {
            parts.add(part(header, PartName.BID, true, plan, texts));
        }
        byte[] envelope = altered.apply(new Envelope(header, parts)).canonicalJson();
        return new Submission(box.id(), envelope, CadesSigner.sign(envelope, key, Instant.now()),
                texts);
    }

    private Envelope.Part part(Envelope.Header header, PartName name, boolean priced,
            Optional<byte[]> plan, List<Submission.Enclosure> texts) throws Exception {
        List<Attachment> files = plan.map(bytes -> new Attachment(Salted.salt(), bytes.length,
                () -> new ByteArrayInputStream(bytes))).stream().toList();
        byte[] statement = CanonicalJson.canonicalize(statement(header, name, priced, files));
        List<ByteArrayOutputStream> sealed = new ArrayList<>();
        Envelope.Part part = new Sealer(committee).seal(header, name, statement,
                CadesSigner.sign(statement, inside, Instant.now()), files, index -> {
                    sealed.add(new ByteArrayOutputStream());
                    return sealed.get(index);
                });
        for (int i = 0; i < sealed.size(); i++) {
            texts.add(text(name.code() + "-" + i, sealed.get(i).toByteArray()));
        }
        return part;
    }

    static Submission.Enclosure text(String name, byte[] content) {
        return new Submission.Enclosure(name, () -> new ByteArrayInputStream(content));
    }

    private String statement(Envelope.Header header, PartName part, boolean priced,
            List<Attachment> files) throws Exception {
        String lots = !priced ? "" : new TreeMap<>(prices).entrySet().stream()
                .map(p -> "{\"lot\":\"" + p.getKey() + "\",\"price\":\"" + p.getValue() + "\"}")
                .collect(Collectors.joining(","));
        String named = files.isEmpty() ? "" : "{\"name\":\"plan.pdf\",\"size\":"
                + files.getFirst().size() + ",\"digest\":\"" + files.getFirst().digest() + "\"}";
        return "{" + ownMember + "\"format\":\"subhasta-bid-1\",\"id\":\"" + id + "\",\"tender\":\""
                + header.tender() + "\",\"notice\":\"" + header.notice() + "\",\"bidder\":\""
                + header.bidder() + "\",\"openers\":\"" + header.openers() + "\",\"kind\":\""
                + kind.code() + "\"," + replaces.map(other ->
                        "\"replaces\":\"" + other + "\",").orElse("")
                + "\"part\":\"" + part.code() + "\",\"currency\":\"EUR\",\"prices\":\"net\","
                + "\"lots\":[" + lots + "],\"attachments\":[" + named
                + "],\"madeAt\":\"2026-11-22T10:00:00Z\"}";
    }
}
