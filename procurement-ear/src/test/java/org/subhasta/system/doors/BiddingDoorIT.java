package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.bidding.model.BiddingRefusal.*;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.Answer;
import org.subhasta.bidding.BidReports;
import org.subhasta.bidding.Bids;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.Boxes;
import org.subhasta.bidding.Closings;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.bidding.OwnBid;
import org.subhasta.bidding.Receipt;
import org.subhasta.bidding.SignedBytes;
import org.subhasta.bidding.Submission;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.OutageRule;
import org.subhasta.bidding.model.Part;
import org.subhasta.journal.EntryView;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Role;
import org.subhasta.signing.Jws;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Trust;
import org.subhasta.system.DoorTest;

/** Sealed bids at their door: what counts, what is refused and receipted, who reads what when. */
class BiddingDoorIT extends DoorTest {

    private static String officer;
    private static String otherOfficer;
    private static Bidder first;
    private static Bidder second;

    @BeforeEach
    void people() throws Exception {
        if (first == null) {
            officer = Bidder.person("mara@alder-bay.example");
            otherOfficer = Bidder.person("tomas@northmoor.example");
            first = Bidder.register(officer, "First Bidder Ltd");
            second = Bidder.register(officer, "Second Bidder Ltd");
        }
    }

    @Test
    void an_accepted_bid_is_kept_byte_for_byte_and_receipted_by_the_platforms_key()
            throws Exception {
        Box box = open(Duration.ofDays(3));
        Submission submission = Bid.of(first, box).made();
        Receipt receipt = accepted(box.send(first, submission));

        SignedBytes stored = as(first.person(), Role.SUPPLIER,
                () -> door(BidReports.class).signed(receipt.bid()).orElseThrow());
        assertArrayEquals(submission.envelope(), stored.content());
        assertArrayEquals(submission.signature(), stored.signature());
        Jws.Verified verified = Jws.verify(receipt.jws(), platformTrust(), Moment.now());
        assertTrue(verified.validation().passed(), verified.validation().explanation());
        String signed = new String(verified.payload(), StandardCharsets.UTF_8);
        assertTrue(signed.contains("\"outcome\":\"accepted\""), signed);
        assertTrue(signed.contains("\"leaf\":\"" + receipt.leaf() + "\""), signed);
        assertFalse(signed.contains("sequence"), "a sequence would count the bids");
    }

    @Test
    void a_stored_bid_verifies_with_openssl() throws Exception {
        Box box = open(Duration.ofDays(3));
        Receipt receipt = accepted(box.send(first, Bid.of(first, box).made()));
        SignedBytes stored = as(first.person(), Role.SUPPLIER,
                () -> door(BidReports.class).signed(receipt.bid()).orElseThrow());
        Path folder = Files.createTempDirectory("bid");
        Files.write(folder.resolve("bid.json"), stored.content());
        Files.write(folder.resolve("bid.p7s"), stored.signature());
        Process openssl = new ProcessBuilder("openssl", "cms", "-verify", "-binary", "-cades",
                "-inform", "DER", "-in", "bid.p7s", "-content", "bid.json", "-purpose", "any",
                "-CAfile", Path.of(System.getProperty("subhasta.data"), "trust/demonstration.pem")
                        .toAbsolutePath().toString(), "-out", "verified.json")
                .directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, openssl.waitFor(), said);
        assertArrayEquals(stored.content(), Files.readAllBytes(folder.resolve("verified.json")));
    }

    @Test
    void the_same_bid_sent_again_gets_the_first_receipt() throws Exception {
        Box box = open(Duration.ofDays(3));
        Submission submission = Bid.of(first, box).made();
        Receipt once = accepted(box.send(first, submission));
        Answer again = box.send(first, submission);
        assertTrue(again.repeated());
        assertEquals(once, accepted(again));
        assertEquals(1, mine(first, box).size());
    }

    @Test
    void the_same_bid_sent_many_times_at_once_has_one_effect_and_one_receipt() throws Exception {
        Box box = open(Duration.ofDays(3));
        Submission submission = Bid.of(first, box).made();
        List<Answer> answers = atOnce(8, () -> box.send(first, submission));
        assertEquals(1, answers.stream().map(this::accepted).distinct().count());
        assertEquals(1, answers.stream().filter(answer -> !answer.repeated()).count());
        assertEquals(1, mine(first, box).size());
    }

    @Test
    void of_different_first_bids_sent_at_once_one_stands_and_the_others_are_refused()
            throws Exception {
        Box box = open(Duration.ofDays(3));
        List<Answer> answers = atOnce(6, () -> box.send(
                first, Bid.of(first, box).made()));
        assertEquals(1, answers.stream().filter(Answer::accepted).count());
        assertEquals(5, answers.stream().filter(answer -> !answer.accepted())
                .filter(answer -> code(answer) == BID_STANDS_ALREADY).count());
    }

    @Test
    void an_id_is_one_bids_over_all_boxes() throws Exception {
        Box box = open(Duration.ofDays(3));
        Box other = open(Duration.ofDays(3));
        UUID id = UUID.randomUUID();
        accepted(box.send(first, Bid.of(first, box).id(id).made()));
        assertRefused(ID_REUSED,
                box.send(first, Bid.of(first, box).id(id).price("99.00").made()));
        assertRefused(ID_REUSED, other.send(second, Bid.of(second, other).id(id).made()));
    }

    @Test
    void a_bid_is_replaced_and_withdrawn_by_naming_it() throws Exception {
        Box box = open(Duration.ofDays(3));
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        UUID three = UUID.randomUUID();
        accepted(box.send(first, Bid.of(first, box).id(one).made()));
        accepted(box.send(first, Bid.of(first, box).id(two).replacing(one).made()));
        assertRefused(REPLACES_ANOTHER,
                box.send(first, Bid.of(first, box).replacing(one).made()));
        accepted(box.send(first, Bid.of(first, box).id(three).withdrawing(two).made()));
        assertEquals(List.of(OwnBid.Standing.WITHDRAWAL, OwnBid.Standing.WITHDRAWN,
                        OwnBid.Standing.REPLACED),
                mine(first, box).stream().map(OwnBid::standing).toList());
        accepted(box.send(first, Bid.of(first, box).made()));
    }

    @Test
    void a_bid_altered_after_signing_is_refused_with_a_receipt() throws Exception {
        Box box = open(Duration.ofDays(3));
        Submission good = Bid.of(first, box).made();
        byte[] altered = new String(good.envelope(), StandardCharsets.UTF_8)
                .replace("10:00:00Z", "10:00:01Z").getBytes(StandardCharsets.UTF_8);
        Answer answer = box.send(first,
                new Submission(box.id(), altered, good.signature(), good.texts()));
        assertRefused(SIGNATURE_INVALID, answer);
        assertEquals(List.of("HASH_FAILURE"), answer.refusals().getFirst().details());
        assertTrue(Jws.verify(answer.receipt().orElseThrow().jws(), platformTrust(), Moment.now())
                .validation().passed());
    }

    @Test
    void a_bid_signed_by_a_stranger_is_refused() throws Exception {
        Box box = open(Duration.ofDays(3));
        assertRefused(SIGNER_UNKNOWN,
                box.send(first, Bid.of(first, box).signedBy(second.key()).made()));
        SigningKey unknown = Bidder.authority().issue("Nobody", "Nobody", "NL", Moment.now());
        assertRefused(SIGNER_UNKNOWN, box.send(first, Bid.of(first, box).signedBy(unknown).made()));
    }

    @Test
    void a_bid_signed_with_a_certificate_out_of_its_time_is_refused() throws Exception {
        Box box = open(Duration.ofDays(3));
        SigningKey expired = Bidder.authority().issue(
                "First", "First", "NL", Moment.now().minus(Duration.ofDays(3 * 365)));
        SigningKey early = Bidder.authority().issue(
                "First", "First", "NL", Moment.now().plus(Duration.ofDays(30)));
        assertRefused(SIGNER_EXPIRED, box.send(first, Bid.of(first, box).signedBy(expired).made()));
        assertRefused(SIGNER_NOT_YET_VALID,
                box.send(first, Bid.of(first, box).signedBy(early).made()));
    }

    @Test
    void a_bid_for_another_tender_is_refused() throws Exception {
        Box box = open(Duration.ofDays(3));
        Box other = open(Duration.ofDays(3));
        Submission bid = Bid.of(first, box).made();
        assertRefused(TENDER_DIFFERS, other.send(first, new Submission(
                other.id(), bid.envelope(), bid.signature(), bid.texts())));
    }

    @Test
    void a_bid_sealed_to_others_than_the_committee_is_refused() throws Exception {
        Box box = open(Duration.ofDays(3));
        assertRefused(OPENERS_DIFFER, box.send(first,
                Bid.of(first, box).sealedTo(Panel.of(2, 4)).made()));
    }

    @Test
    void the_price_of_a_bid_is_nowhere_in_the_database()
            throws Exception {
        Box box = open(Duration.ofDays(3));
        UUID id = UUID.randomUUID();
        accepted(box.send(first, Bid.of(first, box).id(id).price("987654.32").made()));
        try (Connection connection = Moment.connection()) {
            for (String where : List.of(
                    "bidding.bid WHERE position('987654.32'::bytea IN envelope) > 0",
                    "documents.chunk WHERE position('987654.32'::bytea IN content) > 0",
                    "journal.payload WHERE position('987654.32'::bytea IN content) > 0")) {
                try (var rows = connection.createStatement().executeQuery(
                        "SELECT count(*) FROM " + where)) {
                    rows.next();
                    assertEquals(0, rows.getInt(1), where);
                }
            }
        }
    }

    @Test
    void a_text_that_is_missing_is_told_and_the_whole_bid_may_follow()
            throws Exception {
        Box box = open(Duration.ofDays(3));
        Submission good = Bid.of(first, box).made();
        assertRefused(TEXT_MISSING, box.send(first,
                new Submission(box.id(), good.envelope(), good.signature(), List.of())));
        accepted(box.send(first, good));
    }

    @Test
    void the_same_refusal_again_gets_the_same_receipt() throws Exception {
        Box box = open(Duration.ofDays(3));
        Submission bad = Bid.of(first, box).signedBy(second.key()).made();
        assertEquals(box.send(first, bad).receipt(), box.send(first, bad).receipt());
    }

    @Test
    void an_organisation_not_approved_cannot_bid() throws Exception {
        Box box = open(Duration.ofDays(3));
        Bidder waiting = Bidder.registerOnly("Waiting Ltd");
        Answer answer = box.send(waiting, Bid.of(waiting, box).made());
        assertEquals(SUPPLIER_NOT_APPROVED, code(answer));
        assertEquals(Optional.empty(), answer.receipt());
    }

    @Test
    void a_bid_for_no_box_is_refused_and_officers_cannot_bid() throws Exception {
        Box nobodys = new Box("0".repeat(12), Box.NOTICE, Panel.of(2, 3), false);
        Submission nowhere = Bid.of(first, nobodys).made();
        assertEquals(BOX_UNKNOWN, code(nobodys.send(first, nowhere)));
        assertThrows(EJBAccessException.class, () -> as(officer, Role.OFFICER,
                () -> door(Bids.class).submit(nowhere)));
    }

    @Test
    void nobody_reads_a_bid_before_the_closing_and_the_journal_tells_nothing() throws Exception {
        Box box = open(Duration.ofDays(3));
        accepted(box.send(first, Bid.of(first, box).made()));
        assertRefused(BOX_NOT_OPENED, opened(officer, box));
        assertRefused(BOX_UNKNOWN, opened(otherOfficer, box));
        assertEquals(List.of("box-opened"), box.acts());
    }

    @Test
    void after_the_opening_the_owning_officers_read_the_standing_bids_and_no_others()
            throws Exception {
        Box box = open(Duration.ofHours(5));
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        accepted(box.send(first, Bid.of(first, box).id(one).made()));
        accepted(box.send(first,
                Bid.of(first, box).id(two).replacing(one).price("90.00").made()));
        accepted(box.send(second, Bid.of(second, box).id(gone).made()));
        accepted(box.send(second, Bid.of(second, box).withdrawing(gone).made()));

        Moment.advance(Duration.ofHours(5));
        box.close();
        assertRefused(BOX_NOT_OPENED, opened(officer, box));
        assertEquals(List.of("box-opened", "bid-received", "bid-replaced", "bid-received",
                "bid-withdrawn", "box-closed"), box.acts());
        box.unseal();

        List<OpenedBid> bids = done(opened(officer, box));
        assertEquals(List.of(two), bids.stream().map(OpenedBid::id).toList());
        assertEquals("90.00", bids.getFirst().total().orElseThrow().decimal());
        assertRefused(BOX_UNKNOWN, opened(otherOfficer, box));
        assertEquals("plan.pdf", as(officer, Role.OFFICER, () -> door(BidReports.class)
                .attachment(two, Part.BID, "plan.pdf")).orElseThrow().name());
    }

    @Test
    void a_bid_after_the_closing_is_late_and_its_refusal_is_public() throws Exception {
        Box box = open(Duration.ofHours(5));
        Submission bid = Bid.of(first, box).made();
        Moment.advance(Duration.ofHours(5));
        assertRefused(LATE, box.send(first, bid));
        box.close();
        assertRefused(LATE, box.send(second, Bid.of(second, box).made()));
        List<String> acts = box.acts();
        assertEquals(2, acts.stream().filter("bid-refused"::equals).count(), acts.toString());
    }

    @Test
    void somebody_elses_bid_is_not_found() throws Exception {
        Box box = open(Duration.ofDays(3));
        UUID id = UUID.randomUUID();
        accepted(box.send(first, Bid.of(first, box).id(id).made()));
        for (Bidder other : List.of(second, Bidder.registerOnly("Curious Ltd"))) {
            as(other.person(), Role.SUPPLIER, () -> {
                BidReports reports = door(BidReports.class);
                assertEquals(Optional.empty(), reports.mine(id));
                assertEquals(Optional.empty(), reports.signed(id));
                assertEquals(Optional.empty(), reports.attachment(id, Part.BID, "plan.pdf"));
                assertEquals(List.of(), reports.mine(box.id()));
                return null;
            });
        }
        as(officer, Role.OFFICER, () -> {
            assertEquals(Optional.empty(), door(BidReports.class).signed(id));
            return null;
        });
    }

    @Test
    void a_box_given_up_is_never_opened() throws Exception {
        Box box = open(Duration.ofHours(5));
        accepted(box.send(first, Bid.of(first, box).made()));
        Acts.inTransaction(() -> as(officer, Role.OFFICER,
                () -> done(door(Boxes.class).abandon(box.id()))));
        assertRefused(BOX_ABANDONED, box.send(second, Bid.of(second, box).made()));
        Moment.advance(Duration.ofHours(6));
        assertFalse(door(Closings.class).close(box.id()));
        assertRefused(BOX_NOT_OPENED, opened(officer, box));
        assertEquals(List.of("box-opened"), box.acts());
    }

    @Test
    void an_outage_moves_the_closings_within_and_shortly_after_it_and_no_others()
            throws Exception {
        Box within = open(Duration.ofMinutes(20));
        Box after = open(Duration.ofMinutes(100));
        Box longAfter = open(Duration.ofHours(6));

        Moment.outage(Duration.ofMinutes(30));
        door(Closings.class).beat();

        for (Box touched : List.of(within, after)) {
            BoxView box = touched.view();
            assertEquals(1, box.moves().size());
            assertTrue(box.isOpen(),
                    "nothing became readable between the outage and its judgement");
            assertEquals(box.closesAt(), box.moves().getFirst().to());
            assertFalse(box.closesAt().isBefore(
                    box.moves().getFirst().outage().until().plus(OutageRule.AFTERMATH)));
            assertEquals(List.of("closing-moved"), door(JournalReports.class)
                    .entries(Subject.of("tender", touched.id())).stream()
                    .map(EntryView::act).filter("closing-moved"::equals).toList());
            accepted(touched.send(first, Bid.of(first, touched).made()));
        }
        assertEquals(List.of(), longAfter.view().moves());
    }

    @Test
    void nothing_closes_while_an_outage_is_not_judged() throws Exception {
        Box box = open(Duration.ofMinutes(20));
        Moment.outage(Duration.ofMinutes(30));
        // Whoever is first, this call or the timer's heartbeat: the box stays open.
        door(Closings.class).close(box.id());
        assertTrue(box.view().isOpen());
        door(Closings.class).beat();
        assertNotEquals(box.view().originally(), box.view().closesAt());
    }

    @Test
    void the_application_may_not_change_what_it_has_recorded() throws Exception {
        try (Connection connection = Moment.connection()) {
            for (String sql : List.of(
                    "UPDATE bidding.bid SET bidder = bidder", "DELETE FROM bidding.bid",
                    "UPDATE bidding.refused_bid SET code = code", "DELETE FROM bidding.refused_bid",
                    "UPDATE bidding.closing_move SET reason = reason",
                    "DELETE FROM bidding.closing_move", "DELETE FROM bidding.box",
                    "UPDATE bidding.box SET notice = notice",
                    "UPDATE bidding.box_lot SET title = title")) {
                SQLException refused = assertThrows(SQLException.class,
                        () -> connection.createStatement().executeUpdate(sql), sql);
                assertEquals("42501", refused.getSQLState(), sql);
            }
        }
    }

    private static Box open(Duration closesIn) throws Exception {
        return Box.open(officer, closesIn);
    }

    private static List<OwnBid> mine(Bidder bidder, Box box) throws Exception {
        return as(bidder.person(), Role.SUPPLIER, () -> door(BidReports.class).mine(box.id()));
    }

    private static Outcome<List<OpenedBid>> opened(String person, Box box) throws Exception {
        return as(person, Role.OFFICER, () -> door(BidReports.class).opened(box.id()));
    }

    private Receipt accepted(Answer answer) {
        assertEquals(List.of(), answer.refusals());
        assertTrue(answer.accepted());
        return answer.receipt().orElseThrow();
    }

    private static Refusal.Code code(Answer answer) {
        return answer.refusals().getFirst().code();
    }

    private static void assertRefused(BiddingRefusal code, Answer answer) {
        assertFalse(answer.accepted());
        assertEquals(code, code(answer));
        assertEquals(code.name(), answer.receipt().orElseThrow().code());
    }

    private static void assertRefused(BiddingRefusal code, Outcome<?> outcome) {
        assertEquals(Outcome.Refused.class, outcome.getClass());
        assertEquals(code, ((Outcome.Refused<?>) outcome).first().code());
    }

    private interface Sending {
        Answer send() throws Exception;
    }

    private static List<Answer> atOnce(int times, Sending sending) throws Exception {
        ManagedExecutorService threads = (ManagedExecutorService) new InitialContext()
                .lookup("java:comp/DefaultManagedExecutorService");
        List<Future<Answer>> pending = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            pending.add(threads.submit(sending::send));
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> one : pending) {
            answers.add(one.get());
        }
        return answers;
    }

    private static Trust platformTrust() throws Exception {
        Path pem = Path.of(System.getProperty("subhasta.data"), "keys/platform-authority.pem");
        try (var in = Files.newInputStream(pem)) {
            return Trust.of(List.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in)));
        }
    }
}
