package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.awarding.AwardingRefusal.*;
import static org.subhasta.bidding.model.OpeningRefusal.*;

import jakarta.ejb.EJBAccessException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.awarding.TechnicalEvaluationView;
import org.subhasta.awarding.TechnicalEvaluations;
import org.subhasta.awarding.model.TechnicalVerdict;
import org.subhasta.bidding.BidReports;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.bidding.OpeningRecord;
import org.subhasta.bidding.OpeningTask;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.Part;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.CertificateView;
import org.subhasta.parties.Certificates;
import org.subhasta.parties.Enrolment;
import org.subhasta.parties.Role;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.sealing.OpeningAct;
import org.subhasta.signing.sealing.PartName;
import org.subhasta.system.DoorTest;
import org.subhasta.tendering.DraftView;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;
import org.subhasta.tendering.model.Draft;

/** Tenders of two envelopes: no price opens before the technical evaluation is signed. */
class PriceOpeningDoorIT extends DoorTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static String officer;
    private static String otherOfficer;
    private static SigningKey officersKey;
    private static Bidder alder;
    private static Bidder birch;

    @BeforeEach
    void people() throws Exception {
        if (alder == null) {
            officer = Bidder.person("mara@alder-bay.example");
            otherOfficer = Bidder.person("tomas@northmoor.example");
            officersKey = enrolled(officer);
            alder = Bidder.register(officer, "Alder Bridges Ltd");
            birch = Bidder.register(officer, "Birch Bridges Ltd");
        }
    }

    @Test
    void prices_open_after_the_signed_evaluation_and_only_of_bids_that_passed() throws Exception {
        Box box = box();
        UUID good = box.take(alder, Bid.of(alder, box).price("70.00"));
        UUID bad = box.take(birch, Bid.of(birch, box).price("60.00"));
        box.closeAfter(Duration.ofHours(1));
        assertPricesSealed(box);
        box.unseal();
        assertPricesSealed(box);
        assertEquals(List.of(Part.TECHNICAL), box.record().orElseThrow().parts());
        assertTrue(box.record().orElseThrow().bids().stream()
                .allMatch(bid -> bid.parts().getFirst().lots().isEmpty()));
        assertTrue(opened(box).stream().allMatch(bid -> bid.lots().isEmpty()));

        String leaf = done(sign(box, officersKey, passed(good), failed(bad)))
                .signed().orElseThrow().leaf();
        OpeningTask task = done(Panel.task(box.panel().member(0), box, Part.PRICE));
        assertEquals(leaf, task.entry(), "openers rest on the evaluation");
        assertEquals(List.of(good), task.envelopes().stream()
                .map(json -> Panel.envelope(json).header().id()).toList());
        box.panel().open(box, Part.PRICE);

        assertInstanceOf(BoxState.Opened.class, box.view().state());
        Map<UUID, List<OpeningRecord.Opened>> parts = Map.of(
                good, parts(box, good), bad, parts(box, bad));
        assertEquals("70.00", parts.get(good).get(1).lots().getFirst().price().decimal());
        assertEquals(List.of(Part.TECHNICAL),
                parts.get(bad).stream().map(OpeningRecord.Opened::part).toList());
        assertEquals(Optional.empty(), as(officer, Role.OFFICER,
                () -> door(BidReports.class).statement(bad, Part.PRICE)));
    }

    @Test
    void an_act_on_prices_that_rests_on_the_closing_is_refused() throws Exception {
        Box box = box();
        UUID bid = box.take(alder, Bid.of(alder, box));
        box.closeAfter(Duration.ofHours(1));
        String closing = done(Panel.task(box.panel().member(0), box, Part.TECHNICAL)).entry();
        box.unseal();
        done(sign(box, officersKey, passed(bid)));
        OpeningAct good = box.panel().act(box.panel().member(0), box, Part.PRICE, Map.of());
        assertRefused(ENTRY_DIFFERS, Panel.hand(box.panel().member(0), box, new OpeningAct(
                good.tender(), good.part(), good.opener(), closing, good.shares(), good.madeAt())
                .canonicalJson()));
        assertEquals(List.of("ENTRY_DIFFERS"), box.refusedActs());
    }

    @Test
    void who_tells_the_price_in_the_technical_part_is_out_and_the_price_stays_sealed()
            throws Exception {
        Box box = box();
        UUID loud = box.take(alder, Bid.of(alder, box).tellingThePrice());
        UUID good = box.take(birch, Bid.of(birch, box));
        box.closeAfter(Duration.ofHours(1));
        box.unseal();
        assertEquals(Optional.of(BiddingRefusal.PRICE_IN_TECHNICAL_PART),
                parts(box, loud).getFirst().invalid().map(Refusal::code));
        assertRefused(VERDICTS_INCOMPLETE, sign(box, officersKey, passed(loud), passed(good)));
        done(sign(box, officersKey, passed(good)));
        box.panel().open(box, Part.PRICE);
        assertEquals(1, parts(box, loud).size());
        assertEquals(2, parts(box, good).size());
    }

    @Test
    void where_no_bid_passes_nothing_more_is_opened() throws Exception {
        Box box = box();
        UUID bid = box.take(alder, Bid.of(alder, box));
        box.closeAfter(Duration.ofHours(1));
        box.unseal();
        done(sign(box, officersKey, failed(bid)));
        assertInstanceOf(BoxState.Opened.class, box.view().state());
        assertRefused(OPENING_OVER, Panel.task(box.panel().member(0), box, Part.PRICE));
    }

    @Test
    void a_technical_evaluation_is_complete_reasoned_and_signed_once() throws Exception {
        Box box = box();
        UUID one = box.take(alder, Bid.of(alder, box));
        UUID two = box.take(birch, Bid.of(birch, box));
        TechnicalEvaluations evaluations = door(TechnicalEvaluations.class);
        assertRefused(TECHNICAL_NOT_OPENED, statement(box, passed(one), passed(two)));
        box.closeAfter(Duration.ofHours(1));
        assertRefused(TECHNICAL_NOT_OPENED, statement(box, passed(one), passed(two)));
        box.unseal();
        assertRefused(VERDICTS_INCOMPLETE, statement(box, passed(one)));
        assertRefused(EVALUATION_REASON_MISSING, statement(box, passed(one),
                new TechnicalVerdict(two.toString(), false, " ")));
        assertRefused(BiddingRefusal.SIGNER_UNKNOWN,
                sign(box, alder.key(), passed(one), passed(two)));
        assertRefused(TECHNICAL_EVALUATION_MALFORMED, as(officer, Role.OFFICER,
                () -> evaluations.sign(box.id(), new byte[] {'{', '}'}, new byte[1])));
        assertRefused(EVALUATION_REASON_TOO_LONG, statement(box, passed(one),
                new TechnicalVerdict(two.toString(), false, "x".repeat(10_000))));
        byte[] other = done(statement(box, passed(one), passed(two)))
                .replace(box.notice(), "ab".repeat(32)).getBytes(StandardCharsets.UTF_8);
        assertRefused(TECHNICAL_EVALUATION_DIFFERS, as(officer, Role.OFFICER,
                () -> evaluations.sign(box.id(), other,
                        CadesSigner.sign(other, officersKey, Moment.now()))));
        assertPricesSealed(box);
        done(sign(box, officersKey, passed(one), passed(two)));
        assertRefused(TECHNICAL_EVALUATED_ALREADY, statement(box, passed(one), failed(two)));
    }

    @Test
    void only_the_owning_officers_evaluate() throws Exception {
        Box box = box();
        UUID bid = box.take(alder, Bid.of(alder, box));
        box.closeAfter(Duration.ofHours(1));
        box.unseal();
        TechnicalEvaluations evaluations = door(TechnicalEvaluations.class);
        String said = done(statement(box, passed(bid)));
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        byte[] signature = CadesSigner.sign(bytes, officersKey, Moment.now());
        assertRefused(EVALUATION_NOT_FOUND, as(otherOfficer, Role.OFFICER,
                () -> evaluations.sign(box.id(), bytes, signature)));
        assertRefused(EVALUATION_NOT_FOUND, as(otherOfficer, Role.OFFICER,
                () -> evaluations.find(box.id())));
        assertThrows(EJBAccessException.class, () -> as(alder.person(), Role.SUPPLIER,
                () -> evaluations.sign(box.id(), bytes, signature)));
        assertThrows(EJBAccessException.class,
                () -> evaluations.sign(box.id(), bytes, signature));
        assertPricesSealed(box);
    }

    /** Members are given nothing of the prices, and what they hand in is refused. */
    private static void assertPricesSealed(Box box) throws Exception {
        Panel.Member member = box.panel().member(0);
        assertRefused(EVALUATION_NOT_SIGNED, Panel.task(member, box, Part.PRICE));
        int before = box.refusedActs().size();
        OpeningAct early = new OpeningAct(box.id(), PartName.PRICE, member.person(),
                "ab".repeat(32), List.of(), Moment.now());
        assertRefused(EVALUATION_NOT_SIGNED, Panel.hand(member, box, early.canonicalJson()));
        assertEquals("EVALUATION_NOT_SIGNED", box.refusedActs().get(before));
    }

    private static List<OpeningRecord.Opened> parts(Box box, UUID bid) {
        return box.record().orElseThrow().bids().stream()
                .filter(one -> one.id().equals(bid)).findFirst().orElseThrow().parts();
    }

    private static List<OpenedBid> opened(Box box) throws Exception {
        return as(officer, Role.OFFICER, () -> done(door(BidReports.class).opened(box.id())));
    }

    private static TechnicalVerdict passed(UUID bid) {
        return new TechnicalVerdict(bid.toString(), true, "");
    }

    private static TechnicalVerdict failed(UUID bid) {
        return new TechnicalVerdict(bid.toString(), false, "the load was not proved");
    }

    private static Outcome<String> statement(Box box, TechnicalVerdict... verdicts)
            throws Exception {
        return as(officer, Role.OFFICER, () -> door(TechnicalEvaluations.class)
                .statement(box.id(), List.of(verdicts)));
    }

    /** Signs what the platform drafted of this. */
    private static Outcome<TechnicalEvaluationView> sign(Box box, SigningKey key,
            TechnicalVerdict... verdicts) throws Exception {
        Outcome<String> drafted = statement(box, verdicts);
        if (!(drafted instanceof Outcome.Done<String>(String said))) {
            return drafted.refusal();
        }
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        byte[] signature = CadesSigner.sign(bytes, key, Moment.now());
        return as(officer, Role.OFFICER, () -> door(TechnicalEvaluations.class)
                .sign(box.id(), bytes, signature));
    }

    private static void assertRefused(Refusal.Code code, Outcome<?> outcome) {
        assertInstanceOf(Outcome.Refused.class, outcome);
        assertEquals(code, ((Outcome.Refused<?>) outcome).first().code());
    }

    /** Of a published tender with one lot, closing within the hour. */
    private static Box box() throws Exception {
        Panel panel = Panel.of(2, 3);
        Draft.Opening one = panel.typed();
        ZonedDateTime closes = Moment.now().atZone(ZONE).plusMinutes(50);
        Tenders tenders = door(Tenders.class);
        TenderView tender = as(officer, Role.OFFICER, () -> {
            DraftView draft = done(tenders.begin());
            DraftView saved = done(tenders.save(draft.id(), draft.version(), new Draft(
                    "A bridge over the harbour " + draft.id(), "Steel, forty metres.",
                    "Alder Bay", "45221111", List.of(), "net", false, "EUR",
                    closes.toLocalDate().toString(),
                    closes.format(DateTimeFormatter.ofPattern("HH:mm")), ZONE.getId(),
                    List.of(new Draft.DraftLot("1", "Bridge", "", "", "", "", "",
                            false)), List.of(),
                    new Draft.Opening(one.openers(), one.threshold(), "two", "0", "1"))));
            return done(tenders.publish(saved.id(), saved.version()));
        });
        return Box.of(tender, panel, true);
    }

    /** A key of the officer's own, admitted by another officer. */
    private static SigningKey enrolled(String person) throws Exception {
        SigningKey key = Bidder.authority().issue(
                "Officer", "Officer", "NL", Instant.now().minusSeconds(60));
        CertificateView asked = as(person, Role.OFFICER, () -> {
            Certificates certificates = door(Certificates.class);
            String statement = certificates.statement();
            return done(certificates.enrol(new Enrolment(key.certificate().getEncoded(),
                    statement, CadesSigner.sign(statement.getBytes(StandardCharsets.UTF_8), key,
                            Instant.now()))));
        });
        as(otherOfficer, Role.OFFICER,
                () -> done(door(Certificates.class).approve(asked.id())));
        return key;
    }
}
