package org.subhasta.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.subhasta.awarding.AwardView;
import org.subhasta.awarding.AwardView.LotResult;
import org.subhasta.awarding.NoticeFile;
import org.subhasta.kernel.Money;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.PdfSigner;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.TimeStampAuthority;
import org.subhasta.signing.TimeStampUnavailable;
import org.subhasta.signing.TimeStamps;
import org.subhasta.signing.log.Checkpoint;
import org.subhasta.signing.log.Frontier;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.InclusionProof;
import org.subhasta.signing.log.KeyKind;
import org.subhasta.signing.log.LogProof;
import org.subhasta.signing.log.Node;
import org.subhasta.signing.log.Nodes;
import org.subhasta.signing.log.SignedNote;
import org.subhasta.signing.log.SignerKey;
import org.subhasta.verification.BundleBuilder;

/**
 * A small procedure from publication to award, with everything that is published of it: two lots,
 * three bidders, one bid replaced, one lot's bid disqualified. What a test changes, it changes in
 * the fields before {@link #bundle()}.
 */
public final class SampleProcedure {

    public static final Instant PUBLISHED = Instant.parse("2027-02-01T09:00:00Z");
    public static final Instant DEADLINE = Instant.parse("2027-03-01T12:00:00Z");
    public static final Instant DECIDED = Instant.parse("2027-03-04T10:00:00.250000Z");
    public static final CertificateAuthority BIDDERS =
            CertificateAuthority.create("Authority of the bidders", PUBLISHED);
    public static final CertificateAuthority BUYERS =
            CertificateAuthority.create("Authority of the buyers", PUBLISHED);

    private static final SigningKey BUYER =
            BUYERS.issue("Procurement office", "Alder Bay", "NL", PUBLISHED);
    private static final TimeStamps STAMPS = new TimeStampAuthority(
            BUYERS.issueTimeStamper("Time-stamps", "Platform", "NL", PUBLISHED), () -> DECIDED);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** A bid as its bidder made it. */
    public record Bid(String id, String bidder, String name, String replaces, Instant at,
            Map<String, String> prices) {
    }

    /** Changes a payload or a file before it is journaled or bundled. */
    public interface Change {
        JsonObject of(JsonObject json);
    }

    public final List<Bid> bids = new ArrayList<>(List.of(
            bid(1, "0rg1", "Clean Streets", 0, -500_000, Map.of("1", "120.00", "2", "80.50")),
            bid(2, "0rg2", "Kehrwerk Küste", 0, -400_000, Map.of("1", "100.00", "2", "70.00")),
            bid(3, "0rg1", "Clean Streets", 1, -300_000, Map.of("1", "110.00", "2", "75.00")),
            bid(4, "0rg3", "Balayage", 0, -60, Map.of("1", "100.00"))));
    public final Map<String, Change> payloads = new HashMap<>();
    public Instant closedAt = DEADLINE.plusSeconds(2);
    public Change award = json -> json;
    public String dropped = "";
    public boolean opened = true;
    public boolean awarded = true;

    /** The log's key: who trusts the sample trusts its verifier. */
    public static final SignerKey LOG =
            SignerKey.generate("tenders.example/log", KeyKind.LOG, new SecureRandom());

    public boolean logged = true;

    private final List<byte[]> log = new ArrayList<>();
    private final Map<String, Integer> sequences = new HashMap<>();
    private final Map<String, String> leaves = new HashMap<>();
    private BundleBuilder bundle;

    private static Bid bid(int number, String bidder, String name, int replaces, int seconds,
            Map<String, String> prices) {
        return new Bid(uuid(number), bidder, name, replaces == 0 ? "" : uuid(replaces),
                DEADLINE.plusSeconds(seconds), prices);
    }

    public static String uuid(int number) {
        return new UUID(0x4000, number).toString();
    }

    public static List<X509Certificate> authorities() {
        return List.of(BIDDERS.certificate(), BUYERS.certificate());
    }

    /** Everything published, as one file. */
    public byte[] bundle() {
        sequences.clear();
        log.clear();
        leaves.clear();
        bundle = new BundleBuilder("t3nd3r", awarded ? Optional.of("aw4rd") : Optional.empty());
        byte[] notice = canonical(notice());
        bundle.file("notice.json", notice);
        append("tender", "tender-published", PUBLISHED, false, Json.createObjectBuilder()
                .add("notice", Sha256.hex(notice)).build());
        if (opened) {
            append("box", "box-opened", PUBLISHED, false, Json.createObjectBuilder().build());
            bids.forEach(bid -> receive(bid, Sha256.hex(notice)));
            append("box", "box-closed", closedAt, false, Json.createObjectBuilder().build());
        }
        if (awarded) {
            append("tender", "bid-disqualified", DECIDED.minusSeconds(60), false,
                    Json.createObjectBuilder().add("bid", uuid(4)).add("lot", "1")
                            .add("reason", "No reference for this kind of road.").build());
            decide();
        }
        if (logged) {
            prove();
        }
        return bundle.bytes();
    }

    /** Each entry's proof, as a log that holds these entries among others would give it. */
    private void prove() {
        Frontier frontier = Frontier.empty();
        Map<Node, Hash> nodes = new HashMap<>();
        List<byte[]> all = new ArrayList<>(log);
        all.addFirst("another entry".getBytes(UTF_8));
        all.forEach(leaf -> frontier.append(Hash.ofLeaf(leaf))
                .forEach(grown -> nodes.put(grown.node(), grown.hash())));
        SignedNote head = LOG.sign(new Checkpoint(
                LOG.verifier().name(), all.size(), frontier.root()).text());
        Nodes store = wanted -> wanted.stream().map(nodes::get).toList();
        for (int i = 1; i < all.size(); i++) {
            LogProof proof = new LogProof(all.get(i), i,
                    InclusionProof.of(i, all.size(), store).path(), head);
            bundle.file("proofs/" + proof.leafHash().hex() + LogProof.EXTENSION, proof.bytes());
        }
    }

    private void receive(Bid bid, String notice) {
        SigningKey key = BIDDERS.issue("Ada Example", bid.name(), "NL", PUBLISHED);
        byte[] statement = canonical(statement(bid, notice));
        byte[] signature = CadesSigner.sign(statement, key, bid.at());
        append("box", bid.replaces().isEmpty() ? "bid-received" : "bid-replaced", bid.at(), true,
                Json.createObjectBuilder().add("bid", bid.id()).add("bidder", bid.bidder())
                        .add("digest", Sha256.hex(statement))
                        .add("signature", Sha256.hex(signature)).build());
        boolean stands = bids.stream().noneMatch(other -> other.replaces().equals(bid.id()));
        if (stands && !dropped.equals(bid.id())) {
            bundle.file("bids/" + bid.id() + "/statement.json", statement);
            bundle.file("bids/" + bid.id() + "/statement.p7s", signature);
        }
        leaves.put(bid.id(), Sha256.hex(statement));
    }

    private void decide() {
        AwardView decided = view();
        append("tender", "award-decided", DECIDED, false, decided.data());
        List<AwardView.Evidence> evidence = new ArrayList<>(decided.evidence());
        evidence.add(evidence("award-decided", DECIDED));
        AwardView whole = copy(decided, evidence, Optional.empty());
        byte[] pdf = sign(pdf(whole, whole));
        AwardView published = copy(whole, evidence,
                Optional.of(new NoticeFile(Sha256.hex(pdf), pdf.length)));
        append("tender", "award-published", DECIDED, false, Json.createObjectBuilder()
                .add("award", "aw4rd").add("notice", Sha256.hex(pdf)).build());
        bundle.file("award.json", award.of(published.data()).toString().getBytes(UTF_8));
        bundle.file("notice.pdf", pdf);
    }

    private static byte[] pdf(AwardView printed, AwardView said) {
        NoticeTexts texts = new NoticeTexts(Locale.ENGLISH, printed.zone());
        try {
            return NoticePdf.render(new NoticeContent(printed, texts).values(Samples.ADDRESS),
                    NoticeData.of(said, ReleasePackage.of(Samples.tender(said),
                            Optional.of(said), Samples.ADDRESS), texts), DECIDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A signed notice that prints one award and holds another as data. */
    public static byte[] notice(AwardView printed, AwardView said) {
        return sign(pdf(printed, said));
    }

    private static byte[] sign(byte[] pdf) {
        try {
            return PdfSigner.sign(pdf, BUYER, "Award notice", "Alder Bay", DECIDED, STAMPS);
        } catch (TimeStampUnavailable e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A signed PDF with data inside it, and nothing on its page. */
    public static byte[] smallNotice() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            AssociatedFile.embed(document, List.of(new AssociatedFile("award.json",
                    "application/json", "", "{}".getBytes(UTF_8))), DECIDED);
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return PdfSigner.sign(pdf.toByteArray(), BUYER, "Award notice", "Bay", DECIDED);
        }
    }

    /** Awards of every kind. */
    public static Map<String, AwardView> awards() {
        return Map.of("plain", Samples.plain(), "rich", Samples.rich(),
                "large", Samples.large(), "contested", Samples.contested());
    }

    private AwardView view() {
        AwardView.Organisation clean = organisation("0rg1", "Clean Streets");
        AwardView.Organisation kehr = organisation("0rg2", "Kehrwerk Küste");
        AwardView.Organisation balayage = organisation("0rg3", "Balayage");
        List<AwardView.Bid> list = List.of(listed(2, kehr), listed(3, clean),
                listed(4, balayage));
        List<AwardView.Lot> lots = List.of(
                new AwardView.Lot("1", 1, "Sweeping", LotResult.AWARDED, Optional.of(uuid(2)),
                        Optional.of(kehr), Optional.of(eur("100.00")), "", List.of(
                                standing(2, kehr, "100.00", 1, ""),
                                standing(3, clean, "110.00", 2, ""),
                                standing(4, balayage, "100.00", 0,
                                        "No reference for this kind of road."))),
                new AwardView.Lot("2", 2, "Gritting", LotResult.AWARDED, Optional.of(uuid(2)),
                        Optional.of(kehr), Optional.of(eur("70.00")), "", List.of(
                                standing(2, kehr, "70.00", 1, ""),
                                standing(3, clean, "75.00", 2, ""))));
        return new AwardView("aw4rd", AwardView.Source.DECIDED,
                new AwardView.Tender("t3nd3r", "Roads in winter"), "ocds-subhst-t3nd3r",
                organisation("buy3r", "Alder Bay"), AwardView.Outcome.COMPLETE, DECIDED, ZONE,
                Optional.of(closedAt), "net", Optional.of(eur("170.00")), "", list, lots,
                List.of(new AwardView.Winner(kehr, Optional.of(eur("170.00")), List.of(1, 2))),
                List.of(evidence("tender-published", PUBLISHED),
                        evidence("box-closed", closedAt)), Optional.empty());
    }

    private AwardView.Bid listed(int number, AwardView.Organisation bidder) {
        Bid bid = bids.stream().filter(b -> b.id().equals(uuid(number))).findFirst().orElseThrow();
        return new AwardView.Bid(bid.id(), bidder, bid.at(), leaves.get(bid.id()),
                Optional.empty());
    }

    private static AwardView.Standing standing(int number, AwardView.Organisation bidder,
            String price, int rank, String out) {
        return new AwardView.Standing(uuid(number), bidder, eur(price),
                rank == 0 ? Optional.empty() : Optional.of(rank), false,
                Optional.of(out).filter(text -> !text.isEmpty()));
    }

    private AwardView.Evidence evidence(String act, Instant at) {
        return new AwardView.Evidence(act, at, leaves.get(act));
    }

    private static AwardView.Organisation organisation(String id, String name) {
        return new AwardView.Organisation(Optional.of(id), name);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static AwardView copy(AwardView a, List<AwardView.Evidence> evidence,
            Optional<NoticeFile> notice) {
        return new AwardView(a.id(), a.source(), a.tender(), a.reference(), a.buyer(),
                a.outcome(), a.decidedAt(), a.zone(), a.closedAt(), a.prices(), a.total(),
                a.description(), a.bids(), a.lots(), a.winners(), evidence, notice);
    }

    private static JsonObject notice() {
        JsonArrayBuilder lots = Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("id", "1").add("title", "Sweeping"))
                .add(Json.createObjectBuilder().add("id", "2").add("title", "Gritting"));
        return Json.createObjectBuilder().add("format", "subhasta-notice-1").add("id", "t3nd3r")
                .add("title", "Roads in winter")
                .add("buyer", Json.createObjectBuilder().add("id", "buy3r"))
                .add("prices", "net").add("partialBids", true).add("currency", "EUR")
                .add("deadline", Json.createObjectBuilder().add("zone", "Europe/Berlin")
                        .add("instant", DEADLINE.toString()))
                .add("lots", lots).build();
    }

    private static JsonObject statement(Bid bid, String notice) {
        JsonArrayBuilder lots = Json.createArrayBuilder();
        bid.prices().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(price ->
                lots.add(Json.createObjectBuilder()
                        .add("lot", price.getKey()).add("price", price.getValue())));
        JsonObjectBuilder json = Json.createObjectBuilder().add("format", "subhasta-bid-1")
                .add("id", bid.id()).add("tender", "t3nd3r").add("notice", notice)
                .add("bidder", bid.bidder()).add("currency", "EUR").add("prices", "net")
                .add("kind", bid.replaces().isEmpty() ? "submit" : "replace").add("lots", lots)
                .add("attachments", Json.createArrayBuilder())
                .add("madeAt", bid.at().toString());
        if (!bid.replaces().isEmpty()) {
            json.add("replaces", bid.replaces());
        }
        return json.build();
    }

    private void append(String kind, String act, Instant at, boolean concealed, JsonObject said) {
        JsonObject json = payloads.getOrDefault(act, same -> same).of(said);
        byte[] payload = canonical(json);
        byte[] payloadSalt = salt(act + at + "payload");
        byte[] headerSalt = salt(act + at + "header");
        JsonObject header = Json.createObjectBuilder().add("act", act).add("actor", "ab12")
                .add("payload", commitment(payloadSalt, payload))
                .add("sequence", sequences.merge(kind, 1, Integer::sum))
                .add("subject", kind + "/t3nd3r").build();
        JsonObjectBuilder leaf = Json.createObjectBuilder().add("format", "subhasta-leaf-1")
                .add("at", at.toString());
        byte[] bytes = canonical((concealed
                ? leaf.add("concealed", commitment(headerSalt, canonical(header)))
                : leaf.add("header", header)).build());
        leaves.put(act, Sha256.hex(concat(new byte[] {0}, bytes)));
        log.add(bytes);
        bundle.entry(kind, new BundleBuilder.Entry(bytes, canonical(header),
                concealed ? Optional.of(headerSalt) : Optional.empty(),
                Optional.of(payload), Optional.of(payloadSalt)));
    }

    private static byte[] salt(String of) {
        return Sha256.digest(of.getBytes(UTF_8));
    }

    private static String commitment(byte[] salt, byte[] content) {
        return HexFormat.of().formatHex(Sha256.digest(concat(salt, content)));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static byte[] canonical(JsonObject json) {
        try {
            return CanonicalJson.canonicalize(json.toString());
        } catch (CanonicalJson.NotCanonical e) {
            throw new AssertionError(e);
        }
    }
}
