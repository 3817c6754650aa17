package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.awarding.AwardingRefusal.*;

import jakarta.ejb.EJBAccessException;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.awarding.AwardReports;
import org.subhasta.awarding.AwardSearch;
import org.subhasta.awarding.AwardView;
import org.subhasta.awarding.Awards;
import org.subhasta.awarding.EvaluationView;
import org.subhasta.awarding.Proposal;
import org.subhasta.bidding.Answer;
import org.subhasta.bidding.Submission;
import org.subhasta.documents.Documents;
import org.subhasta.journal.EntryView;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Role;
import org.subhasta.signing.PdfVerifier;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.Trust;
import org.subhasta.signing.Validation;
import org.subhasta.system.DoorTest;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.model.Phase;
import org.subhasta.trust.PlatformTimeStamps;

/** Evaluation and award at their door: who, when, what is refused, what is public afterwards. */
class AwardingDoorIT extends DoorTest {

    private static String officer;
    private static Panel panel;
    private static String otherOfficer;
    private static Bidder alder;
    private static Bidder birch;

    @BeforeEach
    void people() throws Exception {
        if (alder == null) {
            panel = Panel.of(2, 3);
            officer = Bidder.person("mara@alder-bay.example");
            otherOfficer = Bidder.person("tomas@northmoor.example");
            alder = Bidder.register(officer, "Alder Paving Ltd");
            birch = Bidder.register(officer, "Birch & Sons");
        }
    }

    @Test
    void before_the_closing_nothing_is_read_or_done() throws Exception {
        TenderView tender = published();
        String bid = bid(alder, tender, Map.of("1", "100.00"));
        refused(() -> awards().evaluation(tender.id()), BIDS_NOT_OPENED);
        refused(() -> awards().disqualify(tender.id(), 0, bid, Optional.empty(), "no"),
                BIDS_NOT_OPENED);
        refused(() -> awards().decide(tender.id(), 0), BIDS_NOT_OPENED);
    }

    @Test
    void to_officers_of_another_organisation_there_is_no_such_evaluation() throws Exception {
        TenderView tender = closed(published());
        assertEquals(EVALUATION_NOT_FOUND, as(otherOfficer, Role.OFFICER,
                () -> first(awards().evaluation(tender.id()))));
        assertEquals(EVALUATION_NOT_FOUND, as(otherOfficer, Role.OFFICER,
                () -> first(awards().decide(tender.id(), 0))));
        assertThrows(EJBAccessException.class, () -> as(alder.person(), Role.SUPPLIER,
                () -> awards().evaluation(tender.id())));
        assertThrows(EJBAccessException.class, () -> awards().evaluation(tender.id()));
    }

    @Test
    void every_lot_that_keeps_the_award_from_being_decided_is_named_beside_its_field()
            throws Exception {
        TenderView tender = published();
        String first = bid(alder, tender, Map.of("1", "100.00", "2", "50.00"));
        bid(birch, tender, Map.of("1", "100.00", "2", "70.00"));
        closed(tender);
        EvaluationView view = officer(() -> awards().propose(tender.id(), 0,
                Map.of("1", Proposal.award(first, ""))));
        Outcome<AwardView> decided =
                as(officer, Role.OFFICER, () -> awards().decide(tender.id(), view.version()));
        assertEquals(List.of("lots[0].reason TIE_WITHOUT_REASON", "lots[1].bid LOT_UNDECIDED"),
                refusals(decided).stream().map(r -> r.field() + " " + r.code().name()).toList());
    }

    @Test
    void only_the_lowest_bid_that_is_not_disqualified_is_awarded() throws Exception {
        TenderView tender = published();
        String low = bid(alder, tender, Map.of("1", "90.00"));
        String high = bid(birch, tender, Map.of("1", "95.00"));
        closed(tender);
        refused(() -> awards().propose(tender.id(), 0,
                Map.of("1", Proposal.award(high, "better"))), CHOSEN_BID_NOT_LOWEST);
        refused(() -> awards().disqualify(tender.id(), 0, low, Optional.empty(), " "),
                EVALUATION_REASON_MISSING);
        EvaluationView out = officer(() -> awards().disqualify(
                tender.id(), 0, low, Optional.of("1"), "no proof of insurance"));
        refused(() -> awards().propose(tender.id(), out.version(),
                Map.of("1", Proposal.award(low, ""))), CHOSEN_BID_DISQUALIFIED);
        refused(() -> awards().disqualify(tender.id(), out.version(), low, Optional.of("1"), "x"),
                ALREADY_DISQUALIFIED);
        EvaluationView back = officer(() -> awards().reinstate(
                tender.id(), out.version(), low, Optional.of("1"), "it was in the file"));
        assertEquals(Optional.of(1), back.lots().getFirst().ranking().getFirst().rank());
        assertEquals(List.of("bid-disqualified", "bid-reinstated"), acts(tender).stream()
                .filter(act -> act.startsWith("bid-")).toList());
    }

    @Test
    void whoever_comes_second_is_told_and_nothing_of_the_first_is_lost() throws Exception {
        TenderView tender = published();
        String bid = bid(alder, tender, Map.of("1", "90.00"));
        closed(tender);
        EvaluationView seenByBoth = officer(() -> awards().evaluation(tender.id()));
        officer(() -> awards().disqualify(
                tender.id(), seenByBoth.version(), bid, Optional.empty(), "bankrupt"));
        refused(() -> awards().propose(tender.id(), seenByBoth.version(),
                Map.of("1", Proposal.award(bid, ""))), EVALUATION_CHANGED);
        assertEquals("bankrupt", officer(() -> awards().evaluation(tender.id())).bids().getFirst()
                .disqualified().orElseThrow().reason());
    }

    @Test
    void an_award_is_public_at_once_with_a_signed_notice_whose_hash_is_journaled()
            throws Exception {
        TenderView tender = published();
        String first = bid(alder, tender, Map.of("1", "100.00", "2", "50.00"));
        String second = bid(birch, tender, Map.of("1", "100.00", "2", "45.00"));
        closed(tender);
        AwardView award = decide(tender, Map.of(
                "1", Proposal.award(first, "drawn by lot before witnesses"),
                "2", Proposal.award(second, "")));

        AwardView found = door(AwardReports.class).find(award.id()).orElseThrow();
        assertEquals(award, found);
        assertEquals(AwardView.Outcome.COMPLETE, found.outcome());
        assertEquals("145.00", found.total().orElseThrow().decimal());
        assertEquals("drawn by lot before witnesses", found.lots().getFirst().reason());
        assertEquals(AwardView.LotResult.WITHOUT_BIDS, found.lots().getLast().result());
        assertEquals(Phase.COMPLETE,
                door(TenderReports.class).find(tender.id()).orElseThrow().phase());

        byte[] notice = notice(found);
        assertEquals(found.notice().orElseThrow().sha256(), Sha256.hex(notice));
        assertTrue(payload(tender, "award-published").contains(Sha256.hex(notice)));
        Validation signed = PdfVerifier.verify(notice, Trust.folder(
                Path.of(System.getProperty("subhasta.data"), "trust")), found.decidedAt());
        assertTrue(signed.passed(), signed.explanation());
        assertTrue(signed.timeStamp().isPresent(), "PAdES B-T");
        EntryView decision = entries(tender).stream()
                .filter(e -> e.act().equals("award-decided")).findFirst().orElseThrow();
        assertEquals(decision.leafHash(), found.evidence().getLast().leaf());
        assertEquals(List.of("tender-published", "box-closed", "bids-opened", "award-decided"),
                found.evidence().stream().map(AwardView.Evidence::act).toList());

        AwardSearch search = new AwardSearch("birch sons " + tender.ocid(), "COMPLETE",
                "DECIDED", "", AwardSearch.Sort.HIGHEST, 1, 10);
        assertEquals(List.of(award.id()), door(AwardReports.class).search(search).lines().stream()
                .map(AwardSearch.Line::id).toList());
    }

    @Test
    void an_award_is_for_ever() throws Exception {
        TenderView tender = published();
        String bid = bid(alder, tender, Map.of("1", "90.00"));
        closed(tender);
        AwardView award = decide(tender, Map.of("1", Proposal.award(bid, "")));
        refused(() -> awards().decide(tender.id(), 1), ALREADY_AWARDED);
        refused(() -> awards().disqualify(tender.id(), 1, bid, Optional.empty(), "late regret"),
                ALREADY_AWARDED);
        for (String change : List.of("UPDATE awarding.award SET title = 'x' WHERE id = ?",
                "DELETE FROM awarding.award WHERE id = ?")) {
            try (Connection connection = Moment.connection();
                    PreparedStatement statement = connection.prepareStatement(change)) {
                statement.setString(1, award.id());
                assertEquals("42501", assertThrows(SQLException.class,
                        statement::executeUpdate).getSQLState(), "insufficient privilege");
            }
        }
    }

    @Test
    void a_tender_nobody_bid_for_is_unsuccessful_and_says_why() throws Exception {
        TenderView tender = closed(published());
        AwardView award = decide(tender, Map.of());
        assertEquals(AwardView.Outcome.UNSUCCESSFUL, award.outcome());
        TenderView ended = door(TenderReports.class).find(tender.id()).orElseThrow();
        assertEquals(Phase.UNSUCCESSFUL, ended.phase());
        assertTrue(!ended.ending().orElseThrow().reason().isBlank());
        assertTrue(notice(award).length > 10_000);
    }

    @Test
    void without_the_key_that_signs_notices_nothing_is_decided_and_nothing_is_lost()
            throws Exception {
        TenderView tender = published();
        String bid = bid(alder, tender, Map.of("1", "90.00"));
        closed(tender);
        EvaluationView view = officer(() -> awards().propose(tender.id(), 0,
                Map.of("1", Proposal.award(bid, "lowest"))));
        Path key = Path.of(System.getProperty("subhasta.data"), "keys", "authority.p12");
        Path away = key.resolveSibling("authority.away");
        Files.move(key, away);
        try {
            refused(() -> awards().decide(tender.id(), view.version()), NOTICE_KEY_MISSING);
        } finally {
            Files.move(away, key);
        }
        assertEquals(List.of(), door(AwardReports.class).ofTender(tender.id()));
        assertEquals("lowest", officer(() -> awards().evaluation(tender.id()))
                .lots().getFirst().proposal().reason());
        assertTrue(as(officer, Role.OFFICER, () -> awards().decide(tender.id(), view.version()))
                instanceof Outcome.Done);
    }

    @Test
    void while_nobody_stamps_the_time_nothing_is_decided_and_nothing_is_lost() throws Exception {
        TenderView tender = published();
        String bid = bid(alder, tender, Map.of("1", "90.00"));
        closed(tender);
        EvaluationView view = officer(() -> awards().propose(tender.id(), 0,
                Map.of("1", Proposal.award(bid, "lowest"))));
        // Port 1 of this machine: nobody answers there.
        System.setProperty(PlatformTimeStamps.AUTHORITIES, "http://127.0.0.1:1/tsr");
        try {
            refused(() -> awards().decide(tender.id(), view.version()),
                    NOTICE_TIME_STAMP_UNAVAILABLE);
        } finally {
            System.clearProperty(PlatformTimeStamps.AUTHORITIES);
        }
        assertEquals(List.of(), door(AwardReports.class).ofTender(tender.id()));
        assertTrue(as(officer, Role.OFFICER, () -> awards().decide(tender.id(), view.version()))
                instanceof Outcome.Done);
    }

    private static Awards awards() {
        return door(Awards.class);
    }

    private static <T> T officer(Callable<Outcome<T>> work) throws Exception {
        return as(officer, Role.OFFICER, () -> done(work.call()));
    }

    private static <T> void refused(Callable<Outcome<T>> work, Refusal.Code code)
            throws Exception {
        assertEquals(code, as(officer, Role.OFFICER, () -> first(work.call())));
    }

    private static Refusal.Code first(Outcome<?> outcome) {
        return refusals(outcome).getFirst().code();
    }

    private static List<Refusal> refusals(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusals()
                : throwDone(outcome);
    }

    private static List<Refusal> throwDone(Outcome<?> outcome) {
        throw new AssertionError("not refused: " + outcome);
    }

    private static AwardView decide(TenderView tender, Map<String, Proposal> proposals)
            throws Exception {
        EvaluationView view = officer(() -> awards().evaluation(tender.id()));
        EvaluationView proposed = proposals.isEmpty() ? view
                : officer(() -> awards().propose(tender.id(), view.version(), proposals));
        return officer(() -> awards().decide(tender.id(), proposed.version()));
    }

    private static TenderView published() throws Exception {
        return Paving.published(officer, panel);
    }

    private static TenderView closed(TenderView tender) throws Exception {
        Moment.advance(Duration.ofHours(1));
        box(tender).close();
        box(tender).unseal();
        return tender;
    }

    private static String bid(Bidder bidder, TenderView tender, Map<String, String> prices)
            throws Exception {
        Submission submission = Bid.of(bidder, box(tender)).prices(prices).made();
        Answer answer = box(tender).send(bidder, submission);
        assertTrue(answer.accepted(), answer.toString());
        return answer.receipt().orElseThrow().bid().toString();
    }

    private static Box box(TenderView tender) {
        return Box.of(tender, panel, false);
    }

    private static byte[] notice(AwardView award) throws Exception {
        ByteArrayOutputStream notice = new ByteArrayOutputStream();
        door(Documents.class).copy(award.notice().orElseThrow().sha256(), notice);
        return notice.toByteArray();
    }

    private static List<EntryView> entries(TenderView tender) {
        return door(JournalReports.class).entries(Subject.of("tender", tender.id()));
    }

    private static List<String> acts(TenderView tender) {
        return entries(tender).stream().map(EntryView::act).toList();
    }

    private static String payload(TenderView tender, String act) throws Exception {
        try (Connection connection = Moment.connection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT convert_from(p.content, 'UTF8') FROM journal.payload p
                        JOIN journal.entry e USING (leaf) WHERE e.subject = ? AND e.act = ?""")) {
            statement.setString(1, "tender/" + tender.id());
            statement.setString(2, act);
            ResultSet found = statement.executeQuery();
            assertTrue(found.next(), act);
            return found.getString(1);
        }
    }

    private static Instant now() throws Exception {
        Path file = Path.of(System.getProperty("subhasta.test.clock"));
        return Instant.now().plus(Files.exists(file)
                ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO);
    }
}
