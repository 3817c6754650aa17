package org.subhasta.publication;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.subhasta.auction.format.ActWriter;
import org.subhasta.auction.format.FactWriter;
import org.subhasta.auction.format.Follows;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.format.SignedAct;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.Answer;
import org.subhasta.auction.model.Auction;
import org.subhasta.auction.model.BidKind;
import org.subhasta.auction.model.Fact;
import org.subhasta.auction.model.Lots;
import org.subhasta.auction.model.Scoring;
import org.subhasta.kernel.Money;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.DetachedJws;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Validation;
import org.subhasta.verification.BundleBuilder;

/**
 * A small auction with everything that is published of it: two lots one after the other, a hidden
 * reserve, two bidders, a refused bid and a pause. What a test changes, it changes in the fields
 * before {@link #bundle()}.
 */
public final class SampleAuction {

    public static final Instant OPENS = Instant.parse("2027-03-01T12:00:00Z");
    public static final CertificateAuthority AUTHORITY =
            CertificateAuthority.create("Authority of bidders", OPENS.minusSeconds(86_400));

    /** Of the auction. */
    public static final String ID = "4vct10n00001";

    private static final String TERMS = """
            {"title": "Chairs", "format": "english-reverse", "currency": "EUR",
             "opensAt": "2027-03-01T12:00:00Z", "openingPrice": "1000.00",
             "lotOrder": {"oneAfterAnother": "PT5M"},
             "lots": [{"id": "oak", "reserve": {"price": "950.00",
                 "salt": "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"}},
                {"id": "elm"}]}""";
    /** Of an auction that follows the opening of a lot: it has one, called "1". */
    private static final String FOLLOWING = """
            {"title": "Chairs", "format": "ranked-english", "currency": "EUR",
             "opensAt": "2027-03-01T12:00:00Z", "openingPrice": "1000.00",
             "follows": {"tender": "%s", "lot": "%s"}}""";
    private static final Map<String, SigningKey> KEYS = Map.of("0rg1", key("One"),
            "0rg2", key("Two"), "stranger", key("Stranger"));

    /** Changes payloads before they are journaled, by the acts of their entries. */
    public final Map<String, SampleProcedure.Change> payloads = new HashMap<>();
    /** Changes what was signed before it is bundled, by the numbers of the acts of the first lot. */
    public final Map<Long, UnaryOperator<String>> acts = new HashMap<>();
    /** Whose key signs instead, by the numbers of the acts of the first lot. */
    public final Map<Long, String> signers = new HashMap<>();
    /** Acts of the first lot that are not bundled, though they are journaled. */
    public final Set<Long> dropped = new HashSet<>();
    public UnaryOperator<String> revealed = terms -> terms;
    /** What it follows; then it has one lot. */
    public Optional<Follows> follows = Optional.empty();
    /** Opening positions, by who has them. */
    public final Map<String, String> positions = new HashMap<>();
    /** Who is admitted. */
    public List<String> admitted = List.of("0rg1", "0rg2");
    public boolean ended = true;
    public boolean logged = true;
    /** Who enters only after the bids of the first lot. */
    public Set<String> enteredLate = Set.of();
    /** How often an officer annuls a bid that nobody made: acts that are judged, and not signed. */
    public int refusedOrders;

    private final BundleBuilder bundle = BundleBuilder.ofAuction(ID);
    private final SampleJournal journal = new SampleJournal(bundle, payloads, kind ->
            "auction/" + ID + (kind.equals("auction") ? "" : kind.substring("lot".length())));
    private String lot;
    private String file;
    private Auction auction;
    private long number;

    private static SigningKey key(String name) {
        return AUTHORITY.issue(name, name + " Ltd", "NL", OPENS.minusSeconds(86_400));
    }

    /** The bundle. */
    public byte[] bundle() {
        String text = follows.map(one -> FOLLOWING.formatted(one.tender(), one.lot()))
                .orElse(TERMS);
        LiveTerms terms = LiveTerms.read(text).value().orElseThrow();
        bundle.file("terms.json", terms.published().getBytes(UTF_8));
        journal.append("auction", "auction-published", OPENS.minusSeconds(3_600),
                Json.createObjectBuilder().add("terms",
                        Sha256.hex(terms.published().getBytes(UTF_8))));
        if (ended) {
            bundle.file("revealed.json", revealed.apply(text).getBytes(UTF_8));
            Map<String, Auction> lots =
                    Lots.begin(terms.file().order(), terms.file().lots()).auctions();
            if (follows.isPresent()) {
                following(lots.get("1"));
            } else {
                oak(lots.get("oak"));
                elm(lots.get("elm"), auction.endedAt().orElseThrow());
            }
        }
        if (logged) {
            journal.prove(SampleProcedure.LOG);
        }
        return bundle.bytes();
    }

    private void oak(Auction beginning) {
        begin("oak", "lot-1", beginning);
        admit();
        List.of("0rg1", "0rg2").stream().filter(one -> !enteredLate.contains(one))
                .forEach(one -> enter(one, OPENS.minusSeconds(300)));
        bid("0rg1", "940.00", OPENS.plusSeconds(60));
        bid("0rg2", "939.00", OPENS.plusSeconds(61));
        bid("0rg2", "900.00", OPENS.plusSeconds(62));
        enteredLate.forEach(one -> enter(one, OPENS.plusSeconds(62)));
        judge(new Act.Pause("A question"), OPENS.plusSeconds(100), Optional.empty());
        judge(new Act.Resume("Answered"), OPENS.plusSeconds(160), Optional.empty());
        for (int i = 0; i < refusedOrders; i++) {
            judge(new Act.Annul("none", "Nobody's"), OPENS.plusSeconds(161 + i / 100),
                    Optional.empty());
        }
        end();
    }

    private void following(Auction beginning) {
        begin("1", "lot-1", beginning);
        admit();
        enter("0rg2", OPENS.minusSeconds(300));
        bid("0rg2", "900.00", OPENS.plusSeconds(60));
        end();
    }

    private void elm(Auction beginning, Instant before) {
        begin("elm", "lot-2", beginning);
        admit();
        judge(new Act.SetOpening(before.plus(Duration.ofMinutes(5))), before, Optional.empty());
        end();
    }

    private void begin(String name, String journaled, Auction beginning) {
        lot = name;
        file = journaled;
        auction = beginning;
        number = 0;
    }

    private void admit() {
        admitted.forEach(one -> judge(new Act.Admit(one, "7" + one.charAt(3),
                Scoring.Marks.NONE, Optional.ofNullable(positions.get(one))
                        .map(price -> Money.of(price, "EUR"))),
                OPENS.minusSeconds(600), Optional.empty()));
    }

    private void enter(String organisation, Instant at) {
        SigningKey key = KEYS.get(organisation);
        String certificate = Validation.fingerprint(key.certificate());
        byte[] statement = ("{\"auction\":\"" + ID + "\",\"certificate\":\"" + certificate
                + "\",\"format\":\"subhasta-auction-entry-1\",\"organisation\":\"" + organisation
                + "\",\"person\":\"p" + organisation + "\"}").getBytes(UTF_8);
        byte[] signature = CadesSigner.sign(statement, key, at);
        bundle.entrant(certificate, statement, signature);
        journal.conceal(file, "participant-entered", at, Json.createObjectBuilder()
                .add("organisation", organisation).add("certificate", certificate)
                .add("statement", Sha256.hex(statement)).add("signature", Sha256.hex(signature)));
    }

    private void bid(String organisation, String amount, Instant at) {
        judge(new Act.PlaceBid(UUID.nameUUIDFromBytes(amount.getBytes(UTF_8)).toString(),
                organisation, BidKind.BID, amount, "EUR", 0), at, Optional.of(organisation));
    }

    private void judge(Act act, Instant at, Optional<String> signer) {
        Auction.Judgement judgement = auction.judge(act, at);
        auction = judgement.auction();
        passed(judgement.passed(), at);
        String code = judgement.answer() instanceof Answer.Refused refused
                ? refused.code().name() : "";
        number++;
        JsonObjectBuilder payload = Json.createObjectBuilder()
                .add("act", ActWriter.write(at, lot, act)).add("code", code).add("number", number);
        signer.ifPresent(organisation -> signed((Act.OfParticipant) act, at, organisation, payload));
        journal.conceal(file, ActWriter.word(act) + (code.isEmpty() ? "-accepted" : "-refused"),
                at, payload);
    }

    private void signed(Act.OfParticipant act, Instant at, String organisation,
            JsonObjectBuilder payload) {
        byte[] bytes = new SignedAct(ID, lot, act).bytes();
        String signature = DetachedJws.sign(bytes,
                KEYS.get(signers.getOrDefault(number, organisation)));
        payload.add("digest", Sha256.hex(bytes))
                .add("signature", Sha256.hex(signature.getBytes(US_ASCII)))
                .add("arrived", at.minusMillis(3).toString());
        if (!dropped.contains(number)) {
            bundle.act(file, number, acts.getOrDefault(number, same -> same)
                    .apply(new String(bytes, UTF_8)), signature);
        }
    }

    private void end() {
        while (auction.result().isEmpty()) {
            Instant due = auction.nextDeadline().orElseThrow();
            Auction.Advance advance = auction.advance(due);
            auction = advance.auction();
            passed(advance.facts(), due);
        }
    }

    private void passed(List<Fact> facts, Instant at) {
        if (!facts.isEmpty()) {
            JsonObject payload = Json.createObjectBuilder()
                    .add("facts", FactWriter.write(facts)).build();
            journal.conceal(file, "time-passed", at, Json.createObjectBuilder(payload));
        }
    }
}
