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
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
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
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.Boxes;
import org.subhasta.bidding.Closings;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.bidding.OwnBid;
import org.subhasta.bidding.Receipt;
import org.subhasta.bidding.SignedBytes;
import org.subhasta.bidding.Submission;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.BoxLot;
import org.subhasta.bidding.model.BoxTerms;
import org.subhasta.bidding.model.OutageRule;
import org.subhasta.bidding.model.PriceBasis;
import org.subhasta.journal.EntryView;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;
import org.subhasta.signing.Jws;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Trust;
import org.subhasta.system.DoorTest;

/** Sealed bids at their door: what counts, what is refused and receipted, who reads what when. */
class BiddingDoorIT extends DoorTest {

    static final String NOTICE = "ab".repeat(32);

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
        String box = open(Duration.ofDays(3));
        Submission submission = first.submission(box, submit(first, box, UUID.randomUUID()));
        Receipt receipt = accepted(send(first, submission));

        SignedBytes stored = as(first.person(), Role.SUPPLIER,
                () -> door(BidReports.class).signed(receipt.bid()).orElseThrow());
        assertArrayEquals(submission.statement(), stored.statement());
        assertArrayEquals(submission.signature(), stored.signature());
        Jws.Verified verified = Jws.verify(receipt.jws(), platformTrust(), now());
        assertTrue(verified.validation().passed(), verified.validation().explanation());
        String signed = new String(verified.payload(), StandardCharsets.UTF_8);
        assertTrue(signed.contains("\"outcome\":\"accepted\""), signed);
        assertTrue(signed.contains("\"leaf\":\"" + receipt.leaf() + "\""), signed);
        assertFalse(signed.contains("sequence"), "a sequence would count the bids");
    }

    @Test
    void a_stored_bid_verifies_with_openssl() throws Exception {
        String box = open(Duration.ofDays(3));
        Receipt receipt = accepted(send(first, first.submission(
                box, submit(first, box, UUID.randomUUID()))));
        SignedBytes stored = as(first.person(), Role.SUPPLIER,
                () -> door(BidReports.class).signed(receipt.bid()).orElseThrow());
        Path folder = Files.createTempDirectory("bid");
        Files.write(folder.resolve("bid.json"), stored.statement());
        Files.write(folder.resolve("bid.p7s"), stored.signature());
        Process openssl = new ProcessBuilder("openssl", "cms", "-verify", "-binary", "-cades",
                "-inform", "DER", "-in", "bid.p7s", "-content", "bid.json", "-purpose", "any",
                "-CAfile", Path.of(System.getProperty("subhasta.data"), "trust/demonstration.pem")
                        .toAbsolutePath().toString(), "-out", "verified.json")
                .directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, openssl.waitFor(), said);
        assertArrayEquals(stored.statement(), Files.readAllBytes(folder.resolve("verified.json")));
    }

    @Test
    void the_same_bid_sent_again_gets_the_first_receipt() throws Exception {
        String box = open(Duration.ofDays(3));
        Submission submission = first.submission(box, submit(first, box, UUID.randomUUID()));
        Receipt once = accepted(send(first, submission));
        Answer again = send(first, submission);
        assertTrue(again.repeated());
        assertEquals(once, accepted(again));
        assertEquals(1, mine(first, box).size());
    }

    @Test
    void the_same_bid_sent_many_times_at_once_has_one_effect_and_one_receipt() throws Exception {
        String box = open(Duration.ofDays(3));
        Submission submission = first.submission(box, submit(first, box, UUID.randomUUID()));
        List<Answer> answers = atOnce(8, () -> send(first, submission));
        assertEquals(1, answers.stream().map(this::accepted).distinct().count());
        assertEquals(1, answers.stream().filter(answer -> !answer.repeated()).count());
        assertEquals(1, mine(first, box).size());
    }

    @Test
    void of_different_first_bids_sent_at_once_one_stands_and_the_others_are_refused()
            throws Exception {
        String box = open(Duration.ofDays(3));
        List<Answer> answers = atOnce(6, () -> send(first, first.submission(
                box, submit(first, box, UUID.randomUUID()))));
        assertEquals(1, answers.stream().filter(Answer::accepted).count());
        assertEquals(5, answers.stream().filter(answer -> !answer.accepted())
                .filter(answer -> code(answer) == BID_STANDS_ALREADY).count());
    }

    @Test
    void an_id_is_one_bids_over_all_boxes() throws Exception {
        String box = open(Duration.ofDays(3));
        String other = open(Duration.ofDays(3));
        UUID id = UUID.randomUUID();
        accepted(send(first, first.submission(box, submit(first, box, id))));
        assertRefused(ID_REUSED, send(first, first.submission(box,
                first.statement(box, id, "submit", null, "99.00"))));
        assertRefused(ID_REUSED, send(second, second.submission(other, submit(second, other, id))));
    }

    @Test
    void a_bid_is_replaced_and_withdrawn_by_naming_it() throws Exception {
        String box = open(Duration.ofDays(3));
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        UUID three = UUID.randomUUID();
        accepted(send(first, first.submission(box, submit(first, box, one))));
        accepted(send(first, first.submission(box,
                first.statement(box, two, "replace", one, "90.00"))));
        assertRefused(REPLACES_ANOTHER, send(first, first.submission(box,
                first.statement(box, UUID.randomUUID(), "replace", one, "80.00"))));
        accepted(send(first, first.submission(box,
                first.statement(box, three, "withdraw", two, ""))));
        assertEquals(List.of(OwnBid.Standing.WITHDRAWAL, OwnBid.Standing.WITHDRAWN,
                OwnBid.Standing.REPLACED), mine(first, box).stream().map(OwnBid::standing).toList());
        accepted(send(first, first.submission(box, submit(first, box, UUID.randomUUID()))));
    }

    @Test
    void a_bid_altered_after_signing_is_refused_with_a_receipt() throws Exception {
        String box = open(Duration.ofDays(3));
        Submission good = first.submission(box, submit(first, box, UUID.randomUUID()));
        byte[] altered = new String(good.statement(), StandardCharsets.UTF_8)
                .replace("100.00", "100.01").getBytes(StandardCharsets.UTF_8);
        Answer answer = send(first,
                new Submission(box, altered, good.signature(), good.enclosures()));
        assertRefused(SIGNATURE_INVALID, answer);
        assertEquals(List.of("HASH_FAILURE"), answer.refusals().getFirst().details());
        assertTrue(Jws.verify(answer.receipt().orElseThrow().jws(), platformTrust(), now())
                .validation().passed());
    }

    @Test
    void a_bid_signed_by_a_stranger_is_refused() throws Exception {
        String box = open(Duration.ofDays(3));
        String statement = submit(first, box, UUID.randomUUID());
        assertRefused(SIGNER_UNKNOWN, send(first, first.submission(box, statement, second.key())));
        SigningKey unknown = Bidder.authority().issue("Nobody", "Nobody", "NL", now());
        assertRefused(SIGNER_UNKNOWN, send(first, first.submission(box, statement, unknown)));
    }

    @Test
    void a_bid_signed_with_a_certificate_out_of_its_time_is_refused() throws Exception {
        String box = open(Duration.ofDays(3));
        String statement = submit(first, box, UUID.randomUUID());
        SigningKey expired = Bidder.authority().issue(
                "First", "First", "NL", now().minus(Duration.ofDays(3 * 365)));
        SigningKey early = Bidder.authority().issue(
                "First", "First", "NL", now().plus(Duration.ofDays(30)));
        assertRefused(SIGNER_EXPIRED, send(first, first.submission(box, statement, expired)));
        assertRefused(SIGNER_NOT_YET_VALID, send(first, first.submission(box, statement, early)));
    }

    @Test
    void a_bid_for_another_tender_is_refused() throws Exception {
        String box = open(Duration.ofDays(3));
        String other = open(Duration.ofDays(3));
        assertRefused(TENDER_DIFFERS, send(first,
                first.submission(other, submit(first, box, UUID.randomUUID()))));
    }

    @Test
    void a_file_that_is_not_the_signed_one_is_refused_and_the_right_one_may_follow()
            throws Exception {
        String box = open(Duration.ofDays(3));
        Submission good = first.submission(box, submit(first, box, UUID.randomUUID()));
        assertRefused(ATTACHMENT_MISSING, send(first,
                new Submission(box, good.statement(), good.signature(), List.of())));
        accepted(send(first, good));
    }

    @Test
    void the_same_refusal_again_gets_the_same_receipt() throws Exception {
        String box = open(Duration.ofDays(3));
        Submission bad = first.submission(box,
                submit(first, box, UUID.randomUUID()), second.key());
        assertEquals(send(first, bad).receipt(), send(first, bad).receipt());
    }

    @Test
    void an_organisation_not_approved_cannot_bid() throws Exception {
        String box = open(Duration.ofDays(3));
        Bidder waiting = Bidder.registerOnly("Waiting Ltd");
        Answer answer = send(waiting,
                waiting.submission(box, submit(waiting, box, UUID.randomUUID())));
        assertEquals(SUPPLIER_NOT_APPROVED, code(answer));
        assertEquals(Optional.empty(), answer.receipt());
    }

    @Test
    void a_bid_for_no_box_is_refused_and_officers_cannot_bid() throws Exception {
        Submission nowhere = first.submission("0".repeat(12),
                submit(first, "0".repeat(12), UUID.randomUUID()));
        assertEquals(BOX_UNKNOWN, code(send(first, nowhere)));
        assertThrows(EJBAccessException.class, () -> as(officer, Role.OFFICER,
                () -> door(Bids.class).submit(nowhere)));
    }

    @Test
    void nobody_reads_a_bid_before_the_closing_and_the_journal_tells_nothing() throws Exception {
        String box = open(Duration.ofDays(3));
        accepted(send(first, first.submission(box, submit(first, box, UUID.randomUUID()))));
        assertRefused(BOX_NOT_CLOSED, opened(officer, box));
        assertRefused(BOX_UNKNOWN, opened(otherOfficer, box));
        assertEquals(List.of("box-opened"), acts(box));
    }

    @Test
    void after_the_closing_the_owning_officers_read_the_standing_bids_and_no_others()
            throws Exception {
        String box = open(Duration.ofHours(5));
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        accepted(send(first, first.submission(box, submit(first, box, one))));
        accepted(send(first, first.submission(box,
                first.statement(box, two, "replace", one, "90.00"))));
        accepted(send(second, second.submission(box, submit(second, box, gone))));
        accepted(send(second, second.submission(box,
                second.statement(box, UUID.randomUUID(), "withdraw", gone, ""))));

        Moment.advance(Duration.ofHours(5));
        close(box);

        List<OpenedBid> bids = done(opened(officer, box));
        assertEquals(List.of(two), bids.stream().map(OpenedBid::id).toList());
        assertEquals("90.00", bids.getFirst().total().decimal());
        assertRefused(BOX_UNKNOWN, opened(otherOfficer, box));
        assertEquals(List.of("box-opened", "bid-received", "bid-replaced", "bid-received",
                "bid-withdrawn", "box-closed"), acts(box));
        assertEquals("plan.pdf", as(officer, Role.OFFICER, () -> door(BidReports.class)
                .attachment(two, "plan.pdf")).orElseThrow().name());
    }

    @Test
    void a_bid_after_the_closing_is_late_and_its_refusal_is_public() throws Exception {
        String box = open(Duration.ofHours(5));
        Submission bid = first.submission(box, submit(first, box, UUID.randomUUID()));
        Moment.advance(Duration.ofHours(5));
        assertRefused(LATE, send(first, bid));
        close(box);
        assertRefused(LATE, send(second,
                second.submission(box, submit(second, box, UUID.randomUUID()))));
        List<String> acts = acts(box);
        assertEquals(2, acts.stream().filter("bid-refused"::equals).count(), acts.toString());
    }

    @Test
    void somebody_elses_bid_is_not_found() throws Exception {
        String box = open(Duration.ofDays(3));
        UUID id = UUID.randomUUID();
        accepted(send(first, first.submission(box, submit(first, box, id))));
        for (Bidder other : List.of(second, Bidder.registerOnly("Curious Ltd"))) {
            as(other.person(), Role.SUPPLIER, () -> {
                BidReports reports = door(BidReports.class);
                assertEquals(Optional.empty(), reports.mine(id));
                assertEquals(Optional.empty(), reports.signed(id));
                assertEquals(Optional.empty(), reports.attachment(id, "plan.pdf"));
                assertEquals(List.of(), reports.mine(box));
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
        String box = open(Duration.ofHours(5));
        accepted(send(first, first.submission(box, submit(first, box, UUID.randomUUID()))));
        inTransaction(() -> as(officer, Role.OFFICER, () -> done(door(Boxes.class).abandon(box))));
        assertRefused(BOX_ABANDONED, send(second,
                second.submission(box, submit(second, box, UUID.randomUUID()))));
        Moment.advance(Duration.ofHours(6));
        assertFalse(door(Closings.class).close(box));
        assertRefused(BOX_NOT_CLOSED, opened(officer, box));
        assertEquals(List.of("box-opened"), acts(box));
    }

    @Test
    void an_outage_moves_the_closings_within_and_shortly_after_it_and_no_others()
            throws Exception {
        String within = open(Duration.ofMinutes(20));
        String after = open(Duration.ofMinutes(100));
        String longAfter = open(Duration.ofHours(6));

        Moment.outage(Duration.ofMinutes(30));
        door(Closings.class).beat();

        for (String touched : List.of(within, after)) {
            BoxView box = box(touched);
            assertEquals(1, box.moves().size());
            assertTrue(box.isOpen(), "nothing became readable between the outage and its judgement");
            assertEquals(box.closesAt(), box.moves().getFirst().to());
            assertFalse(box.closesAt().isBefore(
                    box.moves().getFirst().outage().until().plus(OutageRule.AFTERMATH)));
            assertEquals(List.of("closing-moved"), door(JournalReports.class)
                    .entries(Subject.of("tender", touched)).stream().map(EntryView::act).toList());
            accepted(send(first, first.submission(touched,
                    submit(first, touched, UUID.randomUUID()))));
        }
        assertEquals(List.of(), box(longAfter).moves());
    }

    @Test
    void nothing_closes_while_an_outage_is_not_judged() throws Exception {
        String box = open(Duration.ofMinutes(20));
        Moment.outage(Duration.ofMinutes(30));
        // Whoever is first, this call or the timer's heartbeat: the box stays open.
        door(Closings.class).close(box);
        assertTrue(box(box).isOpen());
        door(Closings.class).beat();
        assertNotEquals(box(box).originally(), box(box).closesAt());
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

    private static String open(Duration closesIn) throws Exception {
        return open(officer, closesIn);
    }

    /** Opens a box of one lot for the officer's organisation, as publishing a tender does. */
    static String open(String officer, Duration closesIn) throws Exception {
        String id = Identifier.next();
        String organisation = as(officer, Role.OFFICER,
                () -> door(Callers.class).current().organisation());
        BoxTerms terms = new BoxTerms(id, organisation, NOTICE,
                now().plus(closesIn), ZoneId.of("Europe/Amsterdam"), Currency.getInstance("EUR"),
                PriceBasis.NET, List.of(new BoxLot("1", "Chairs")), false);
        inTransaction(() -> as(officer, Role.OFFICER, () -> done(door(Boxes.class).open(terms))));
        return id;
    }

    private static String submit(Bidder bidder, String box, UUID id) {
        return bidder.statement(box, id, "submit", null, "100.00");
    }

    private static Answer send(Bidder bidder, Submission submission) throws Exception {
        return as(bidder.person(), Role.SUPPLIER, () -> door(Bids.class).submit(submission));
    }

    private static List<OwnBid> mine(Bidder bidder, String box) throws Exception {
        return as(bidder.person(), Role.SUPPLIER, () -> door(BidReports.class).mine(box));
    }

    private static Outcome<List<OpenedBid>> opened(String person, String box) throws Exception {
        return as(person, Role.OFFICER, () -> door(BidReports.class).opened(box));
    }

    private static BoxView box(String id) {
        return door(BoxReports.class).find(id).orElseThrow();
    }

    /** Closes by hand, or finds it closed by the timer. */
    static void close(String box) {
        door(Closings.class).beat();
        door(Closings.class).close(box);
        assertTrue(box(box).isClosed());
    }

    private static List<String> acts(String box) {
        return door(JournalReports.class).entries(Subject.of("box", box)).stream()
                .map(EntryView::act).toList();
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

    private static <T> T inTransaction(java.util.concurrent.Callable<T> work) throws Exception {
        UserTransaction transaction = (UserTransaction) new InitialContext()
                .lookup("java:comp/UserTransaction");
        transaction.begin();
        try {
            T result = work.call();
            transaction.commit();
            return result;
        } catch (Exception | AssertionError e) {
            transaction.rollback();
            throw e;
        }
    }

    /** The platform's own time: it may have been moved. */
    private static Instant now() throws Exception {
        Path file = Path.of(System.getProperty("subhasta.test.clock"));
        return Instant.now().plus(Files.exists(file)
                ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO);
    }

    private static Trust platformTrust() throws Exception {
        Path pem = Path.of(System.getProperty("subhasta.data"), "keys/platform-authority.pem");
        try (var in = Files.newInputStream(pem)) {
            return Trust.of(List.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in)));
        }
    }
}
