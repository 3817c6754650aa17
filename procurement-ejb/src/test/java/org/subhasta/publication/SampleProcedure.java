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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.subhasta.awarding.AwardView;
import org.subhasta.awarding.AwardView.LotResult;
import org.subhasta.awarding.NoticeFile;
import org.subhasta.bidding.SignedBytes;
import org.subhasta.bidding.model.OpeningFault;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.PdfSigner;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.TimeStampAuthority;
import org.subhasta.signing.TimeStampUnavailable;
import org.subhasta.signing.TimeStamps;
import org.subhasta.signing.log.KeyKind;
import org.subhasta.signing.log.SignerKey;
import org.subhasta.signing.sealing.Committee;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.PartName;
import org.subhasta.verification.BundleBuilder;

/**
 * A small procedure from publication to award, with everything that is published of it: two lots,
 * five bidders, one bid replaced, one lot's bid disqualified, one bid with an invalid price and one
 * that could not be opened. Where it has two envelopes, a sixth does not pass technically. What a
 * test changes, it changes in the fields before {@link #bundle()}.
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
    private static final Map<String, SigningKey> KEYS = new ConcurrentHashMap<>();
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** From a bid's last byte to the entry that says it was received. */
    private static final Duration JUDGED_WITHIN = Duration.ofMillis(250);

    /** A bid as its bidder made it. */
    public record Bid(String id, String bidder, String name, String replaces, Instant at,
            Map<String, String> prices) {

        public Bid at(Instant other) {
            return new Bid(id, bidder, name, replaces, other, prices);
        }

        public Bid prices(Map<String, String> other) {
            return new Bid(id, bidder, name, replaces, at, other);
        }
    }

    /** Changes a payload or a file before it is journaled or bundled. */
    public interface Change {
        JsonObject of(JsonObject json);
    }

    public final List<Bid> bids = new ArrayList<>(List.of(
            bid(1, "0rg1", "Clean Streets", 0, -500_000, Map.of("1", "120.00", "2", "80.50")),
            bid(2, "0rg2", "Kehrwerk Küste", 0, -400_000, Map.of("1", "100.00", "2", "70.00")),
            bid(3, "0rg1", "Clean Streets", 1, -300_000, Map.of("1", "110.00", "2", "75.00")),
            bid(5, "0rg4", "Precise", 0, -200_000, Map.of("1", "0.001")),
            bid(6, "0rg5", "Broken", 0, -100_000, Map.of("1", "90.00")),
            bid(4, "0rg3", "Balayage", 0, -60, Map.of("1", "100.00"))));
    /** Codes of bids found invalid, by their ids: with a statement, and where none came out. */
    public final Map<String, String> invalid = new HashMap<>(Map.of(uuid(5), "PRICE_TOO_PRECISE"));
    public final Map<String, String> unopened = new HashMap<>(Map.of(uuid(6), "TEXT_UNREADABLE"));
    /** Why bids did not pass technically, by their ids. */
    public final Map<String, String> failed = new HashMap<>();
    /** When the envelopes of bids were announced. */
    public final Map<String, Instant> announced = new HashMap<>();
    /** How the end of the grace was moved: payloads. */
    public final List<JsonObject> graceMoves = new ArrayList<>();
    /** Bids that the platform shows with another statement than the one sealed. */
    public final Map<String, Change> swapped = new HashMap<>();
    public final Map<String, Change> statements = new HashMap<>();
    public Change notice = json -> json;
    public boolean twoEnvelopes;
    /** How many openers released their shares. */
    public int acted = 2;
    public boolean finished = true;
    /** What the record says of a bid, where it is not the truth. */
    public UnaryOperator<Bid> printed = bid -> bid;
    /** Whether prices were opened of bids that did not pass. */
    public boolean opensAll;
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

    private final Map<String, SampleEnvelope> envelopes = new LinkedHashMap<>();
    private final Map<String, String> digests = new HashMap<>();
    private BundleBuilder bundle;
    private SampleJournal journal;
    private SampleRecord record;

    private static Bid bid(int number, String bidder, String name, int replaces, int seconds,
            Map<String, String> prices) {
        return new Bid(uuid(number), bidder, name, replaces == 0 ? "" : uuid(replaces),
                DEADLINE.plusSeconds(seconds), prices);
    }

    /** The same with a technical part and a price part of every bid. */
    public static SampleProcedure ofTwoEnvelopes() {
        SampleProcedure procedure = new SampleProcedure();
        procedure.twoEnvelopes = true;
        procedure.bids.addFirst(bid(7, "0rg6", "No Machines", 0, -600_000, Map.of("1", "50.00")));
        procedure.failed.put(uuid(7), "No machines of its own.");
        return procedure;
    }

    /** SHA-256 of the canonical form, hexadecimal. */
    public static String digest(JsonObject json) {
        return Sha256.hex(SampleJournal.canonical(json));
    }

    /** What a notice says of a committee to which nothing was sealed: the same, all of them. */
    public static JsonObjectBuilder otherCommittee() {
        Committee all = new Committee(SampleEnvelope.COMMITTEE.openers(), 3);
        return Json.createObjectBuilder().add("committee", SampleJournal.json(all.canonicalJson()))
                .add("fingerprint", all.fingerprint());
    }

    /** Makes a bid another one. */
    public void change(int number, UnaryOperator<Bid> change) {
        bids.replaceAll(bid -> bid.id().equals(uuid(number)) ? change.apply(bid) : bid);
    }

    public static String uuid(int number) {
        return new UUID(0x4000, number).toString();
    }

    public static List<X509Certificate> authorities() {
        return List.of(BIDDERS.certificate(), BUYERS.certificate());
    }

    /** Everything published, as one file. */
    public byte[] bundle() {
        digests.clear();
        envelopes.clear();
        bundle = BundleBuilder.ofTender(
                "t3nd3r", awarded ? Optional.of("aw4rd") : Optional.empty());
        journal = new SampleJournal(bundle, payloads);
        record = new SampleRecord(twoEnvelopes, closedAt);
        byte[] published =
                SampleJournal.canonical(notice.of(SampleStatements.notice(twoEnvelopes)));
        bundle.file("notice.json", published);
        journal.append("tender", "tender-published", PUBLISHED, Json.createObjectBuilder()
                .add("notice", Sha256.hex(published)));
        graceMoves.forEach(move -> journal.append("tender", "grace-moved",
                Instant.parse(move.getString("outageUntil")), Json.createObjectBuilder(move)));
        if (opened) {
            journal.append("box", "box-opened", PUBLISHED, Json.createObjectBuilder());
            bids.forEach(bid -> receive(bid, Sha256.hex(published)));
            journal.append("box", "box-closed", closedAt, Json.createObjectBuilder());
            openings(Sha256.hex(published));
        }
        if (opened && finished) {
            print();
        }
        if (awarded) {
            journal.append("tender", "bid-disqualified", DECIDED.minusSeconds(60),
                    Json.createObjectBuilder().add("bid", uuid(4)).add("lot", "1")
                            .add("reason", "No reference for this kind of road."));
            decide();
        }
        if (logged) {
            journal.prove(LOG);
        }
        return bundle.bytes();
    }

    private void receive(Bid bid, String notice) {
        SigningKey key = KEYS.computeIfAbsent(bid.name(), name ->
                BIDDERS.issue("Ada Example", name, "NL", PUBLISHED));
        Envelope.Kind kind = bid.replaces().isEmpty()
                ? Envelope.Kind.SUBMIT : Envelope.Kind.REPLACE;
        SampleEnvelope sealed = SampleEnvelope.of(new Envelope.Header(UUID.fromString(bid.id()),
                "t3nd3r", notice, bid.bidder(), SampleEnvelope.COMMITTEE.fingerprint(), kind,
                Optional.of(bid.replaces()).filter(id -> !id.isEmpty()).map(UUID::fromString),
                bid.at()), parts(), part -> SampleJournal.canonical(statements
                        .getOrDefault(bid.id(), same -> same)
                        .of(SampleStatements.statement(bid, notice, part))),
                key);
        String digest = Sha256.hex(sealed.json());
        if (announced.containsKey(bid.id())) {
            journal.conceal("box", "bid-announced", announced.get(bid.id()),
                    Json.createObjectBuilder().add("bid", bid.id()).add("bidder", bid.bidder())
                            .add("envelope", digest));
        }
        record.received(bid.id(), journal.conceal("box",
                bid.replaces().isEmpty() ? "bid-received" : "bid-replaced",
                bid.at().plus(JUDGED_WITHIN),
                Json.createObjectBuilder().add("bid", bid.id()).add("bidder", bid.bidder())
                        .add("arrived", bid.at().toString()).add("digest", digest)
                        .add("signature", Sha256.hex(sealed.signature()))));
        journal.conceal("box", "cover", bid.at().plus(JUDGED_WITHIN),
                Json.createObjectBuilder());
        if (stands(bid)) {
            envelopes.put(bid.id(), sealed);
            if (finished && !dropped.equals(bid.id())) {
                bundle.file("bids/" + bid.id() + "/envelope.json", sealed.json());
                bundle.file("bids/" + bid.id() + "/envelope.p7s", sealed.signature());
            }
        }
        digests.put(bid.id(), digest);
    }

    private boolean stands(Bid bid) {
        return bids.stream().noneMatch(other -> other.replaces().equals(bid.id()));
    }

    private List<PartName> parts() {
        return twoEnvelopes ? List.of(PartName.TECHNICAL, PartName.PRICE) : List.of(PartName.BID);
    }

    private void openings(String notice) {
        opening(parts().getFirst(), closedAt.plusSeconds(3_600), List.copyOf(envelopes.keySet()));
        if (!twoEnvelopes) {
            return;
        }
        JsonArrayBuilder verdicts = Json.createArrayBuilder();
        List<String> valid = envelopes.keySet().stream()
                .filter(id -> !unopened.containsKey(id)).sorted().toList();
        valid.forEach(id -> verdicts.add(Json.createObjectBuilder().add("bid", id)
                .add("reason", failed.getOrDefault(id, ""))
                .add("verdict", failed.containsKey(id) ? "failed" : "passed")));
        JsonObject evaluation = Json.createObjectBuilder().add("bids", verdicts)
                .add("format", "subhasta-technical-evaluation-1").add("notice", notice)
                .add("madeAt", closedAt.toString()).add("tender", "t3nd3r").build();
        Instant at = closedAt.plusSeconds(36_000);
        journal.append("box", "technical-evaluated", at, Json.createObjectBuilder()
                .add("statement", Sha256.hex(SampleJournal.canonical(evaluation)))
                .add("signature", "ab".repeat(32)).add("evaluation", evaluation));
        opening(PartName.PRICE, at.plusSeconds(3_600), valid.stream()
                .filter(id -> opensAll || !failed.containsKey(id)).toList());
    }

    private void opening(PartName part, Instant at, List<String> ids) {
        for (int i = 0; i < acted; i++) {
            record.act(part, i, at, journal.append("box", "shares-released", at,
                    Json.createObjectBuilder()
                            .add("part", part.code()).add("act", "cd".repeat(32))));
        }
        ids.forEach(id -> open(part, at, id));
        long wrong = ids.stream().filter(id -> fault(part, id).isPresent()).count();
        if (finished) {
            journal.append("box", "bids-opened", at, Json.createObjectBuilder()
                    .add("part", part.code()).add("opened", ids.size() - wrong)
                    .add("failed", wrong));
        }
    }

    /** Of two parts, the price is the one that is invalid, the technical one does not open. */
    private Optional<String> fault(PartName part, String id) {
        return Optional.ofNullable(unopened.get(id)).filter(code -> part != PartName.PRICE)
                .or(() -> Optional.ofNullable(invalid.get(id))
                        .filter(code -> part != PartName.TECHNICAL));
    }

    private void open(PartName part, Instant at, String id) {
        JsonObjectBuilder payload = Json.createObjectBuilder()
                .add("bid", id).add("part", part.code());
        Optional<SampleEnvelope.Found> out = unopened.containsKey(id) && part != PartName.PRICE
                ? Optional.empty() : Optional.of(shown(id, part));
        out.ifPresent(found -> {
            payload.add("statement", Sha256.hex(found.statement()))
                    .add("signature", Sha256.hex(found.signature()));
            if (finished && !dropped.equals(id)) {
                bundle.file("bids/" + id + "/" + part.code() + ".json", found.statement());
                bundle.file("bids/" + id + "/" + part.code() + ".p7s", found.signature());
                bundle.file("bids/" + id + "/" + part.code() + ".salt", found.salt());
            }
        });
        Optional<String> fault = fault(part, id);
        fault.ifPresent(code -> payload.add("code", code));
        record.opened(id, part, at, journal.append("box",
                fault.isPresent() ? "bid-failed" : "bid-opened", at, payload),
                fault.map(code -> Refusal.of(OpeningFault.TEXT_UNREADABLE)),
                out.map(found -> new SignedBytes(found.statement(), found.signature())),
                out.map(SampleEnvelope.Found::salt),
                fault.isPresent() || part == PartName.TECHNICAL ? Map.of() : bids.stream()
                        .filter(bid -> bid.id().equals(id)).findFirst().orElseThrow().prices());
    }

    /** What the platform says came out. */
    private SampleEnvelope.Found shown(String id, PartName part) {
        SampleEnvelope.Found found = envelopes.get(id).parts().get(part);
        return swapped.containsKey(id) ? new SampleEnvelope.Found(SampleJournal.canonical(
                swapped.get(id).of(SampleJournal.json(found.statement()))), found.signature(),
                found.salt()) : found;
    }

    private void print() {
        bids.stream().filter(this::stands).forEach(bid ->
                record.bid(printed.apply(bid), envelopes.get(bid.id())));
        byte[] pdf = sign(record.pdf(DECIDED));
        journal.append("box", "record-published", DECIDED, Json.createObjectBuilder()
                .add("whole", true).add("record", Sha256.hex(pdf)).add("size", pdf.length));
        bundle.file("opening.pdf", pdf);
    }

    private void decide() {
        AwardView decided = view();
        journal.append("tender", "award-decided", DECIDED,
                Json.createObjectBuilder(decided.data()));
        List<AwardView.Evidence> evidence = new ArrayList<>(decided.evidence());
        evidence.add(evidence("award-decided", DECIDED));
        AwardView whole = copy(decided, evidence, Optional.empty());
        byte[] pdf = sign(pdf(whole, whole));
        AwardView published = copy(whole, evidence,
                Optional.of(new NoticeFile(Sha256.hex(pdf), pdf.length)));
        journal.append("tender", "award-published", DECIDED, Json.createObjectBuilder()
                .add("award", "aw4rd").add("notice", Sha256.hex(pdf)));
        bundle.file("award.json", award.of(published.data()).toString().getBytes(UTF_8));
        bundle.file("notice.pdf", pdf);
    }

    private static byte[] pdf(AwardView printed, AwardView said) {
        NoticeTexts texts = new NoticeTexts(NoticePdf.AWARD, printed.zone());
        try {
            return NoticePdf.AWARD.render(new NoticeContent(printed, texts).values(Samples.ADDRESS),
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

    /** The same, where nobody knows who stamped the time. */
    public static byte[] noticeStampedByAStranger(AwardView award) {
        CertificateAuthority stranger = CertificateAuthority.create("Stranger", PUBLISHED);
        return sign(pdf(award, award), new TimeStampAuthority(
                stranger.issueTimeStamper("Time-stamps", "Stranger", "NL", PUBLISHED),
                () -> DECIDED));
    }

    private static byte[] sign(byte[] pdf) {
        return sign(pdf, STAMPS);
    }

    private static byte[] sign(byte[] pdf, TimeStamps stamps) {
        try {
            return PdfSigner.sign(pdf, BUYER, "Award notice", "Alder Bay", DECIDED, stamps);
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
        List<AwardView.Bid> list = bids.stream().filter(this::stands).map(this::listed).toList();
        List<AwardView.Lot> lots = List.of(
                new AwardView.Lot("1", 1, "Sweeping", LotResult.AWARDED, Optional.of(uuid(2)),
                        Optional.of(kehr), Optional.of(eur("100.00")), "", List.of(
                                standing(2, kehr, "100.00", 1, ""),
                                standing(3, clean, "110.00", 2, ""),
                                standing(4, balayage, "100.00", 0,
                                        "No reference for this kind of road.")),
                        Optional.empty()),
                new AwardView.Lot("2", 2, "Gritting", LotResult.AWARDED, Optional.of(uuid(2)),
                        Optional.of(kehr), Optional.of(eur("70.00")), "", List.of(
                                standing(2, kehr, "70.00", 1, ""),
                                standing(3, clean, "75.00", 2, "")), Optional.empty()));
        return new AwardView("aw4rd", AwardView.Source.DECIDED,
                new AwardView.Tender("t3nd3r", "Roads in winter"), "ocds-subhst-t3nd3r",
                organisation("buy3r", "Alder Bay"), AwardView.Outcome.COMPLETE, DECIDED, ZONE,
                Optional.of(closedAt), "net", Optional.of(eur("170.00")), "", list, lots,
                List.of(new AwardView.Winner(kehr, Optional.of(eur("170.00")), List.of(1, 2))),
                List.of(evidence("tender-published", PUBLISHED),
                        evidence("box-closed", closedAt)), Optional.empty());
    }

    private AwardView.Bid listed(Bid bid) {
        Optional<String> why = Optional.ofNullable(failed.get(bid.id()))
                .or(() -> Optional.ofNullable(invalid.get(bid.id()))
                        .or(() -> Optional.ofNullable(unopened.get(bid.id())))
                        .map(code -> "The bid is invalid (" + code + ")."));
        return new AwardView.Bid(bid.id(), organisation(bid.bidder(), bid.name()), bid.at(),
                digests.get(bid.id()), why);
    }

    private static AwardView.Standing standing(int number, AwardView.Organisation bidder,
            String price, int rank, String out) {
        return new AwardView.Standing(uuid(number), bidder, eur(price),
                rank == 0 ? Optional.empty() : Optional.of(rank), false,
                Optional.of(out).filter(text -> !text.isEmpty()));
    }

    private AwardView.Evidence evidence(String act, Instant at) {
        return new AwardView.Evidence(act, at, journal.leaf(act));
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
}
