package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.auction.model.AuctionRefusal.*;
import static org.subhasta.auction.model.PreparationRefusal.*;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.ActAnswer;
import org.subhasta.auction.AuctionReports;
import org.subhasta.auction.Auctions;
import org.subhasta.auction.Order;
import org.subhasta.auction.Participation;
import org.subhasta.auction.format.ActsReader;
import org.subhasta.auction.format.AuctionFile;
import org.subhasta.auction.format.RecordedAct;
import org.subhasta.auction.format.SignedAct;
import org.subhasta.auction.format.Simulation;
import org.subhasta.auction.format.TermsReader;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.Answer;
import org.subhasta.auction.model.AudienceView;
import org.subhasta.auction.model.AudienceView.Status;
import org.subhasta.auction.model.Auction;
import org.subhasta.auction.model.BidKind;
import org.subhasta.auction.model.Result;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.LogEntry;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Role;
import org.subhasta.publication.Bundles;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.DetachedJws;
import org.subhasta.signing.Jws;
import org.subhasta.signing.Trust;
import org.subhasta.signing.log.Hash;
import org.subhasta.system.DoorTest;
import org.subhasta.verification.Bundle;
import org.subhasta.verification.Report;
import org.subhasta.verification.TrustedKeys;
import org.subhasta.verification.Verifier;

/** Live auctions at their doors: prepared, entered, bid in, ordered about, read, replayed. */
class AuctionDoorIT extends DoorTest {

    private static final String LONG = "\"phases\": [{\"step\": \"100.00\", \"length\": \"PT2H\"}]";

    private static String officer;
    private static String otherOfficer;
    private static Bidder first;
    private static Bidder second;

    @BeforeEach
    void people() throws Exception {
        if (first == null) {
            officer = Bidder.person("mara@alder-bay.example");
            otherOfficer = Bidder.person("tomas@northmoor.example");
            first = Bidder.register(officer, "First At Auction Ltd");
            second = Bidder.register(officer, "Second At Auction Ltd");
        }
    }

    private static LiveAuction english() throws Exception {
        return LiveAuction.publish(officer, "english-reverse", LONG).open(first, second);
    }

    @Test
    void all_contradictions_between_terms_are_told_at_once() throws Exception {
        Outcome<?> outcome = as(officer, Role.OFFICER, () -> door(Auctions.class).draft("""
                {"format": "english-reverse", "currency": "EUR", "openingPrice": "100.00",
                 "opensAt": "2027-03-01T12:00:00Z", "reserve": "200.00", "minimumParticipants": 0,
                 "phases": [{"step": "-1.00"}]}"""));
        List<Refusal> refusals = ((Outcome.Refused<?>) outcome).refusals();
        assertTrue(refusals.size() >= 2, refusals.toString());
        assertTrue(refusals.stream().allMatch(one -> one.code() == TERMS_FAULTY));
    }

    @Test
    void an_auction_is_its_owners_to_publish_and_to_order_about() throws Exception {
        String terms = LiveAuction.terms("english-reverse", "", Moment.now().plusSeconds(60));
        String draft =
                as(officer, Role.OFFICER, () -> done(door(Auctions.class).draft(terms)).id());
        assertRefused(AUCTION_UNKNOWN, as(otherOfficer, Role.OFFICER,
                () -> door(Auctions.class).publish(draft)));
        assertTrue(door(AuctionReports.class).find(draft).isEmpty(), "a draft is nobody else's");
        as(officer, Role.OFFICER, () -> done(door(Auctions.class).publish(draft)));
        assertRefused(AUCTION_UNKNOWN, as(otherOfficer, Role.OFFICER, () -> door(Auctions.class)
                .order(draft, LiveAuction.LOT, new Order.Cancel("Not mine"))));
        assertRefused(AUCTION_UNKNOWN, as(officer, Role.OFFICER,
                () -> door(Auctions.class).change(draft, terms)));
    }

    @Test
    void what_would_open_in_the_past_is_not_published() throws Exception {
        String terms = LiveAuction.terms("english-reverse", "", Moment.now().minusSeconds(5));
        assertRefused(OPENING_IN_THE_PAST, as(officer, Role.OFFICER, () -> door(Auctions.class)
                .publish(done(door(Auctions.class).draft(terms)).id())));
    }

    @Test
    void only_who_was_admitted_enters_and_only_with_an_own_approved_certificate()
            throws Exception {
        LiveAuction auction = LiveAuction.publish(officer, "english-reverse", LONG);
        assertRefused(NOT_ADMITTED, auction.enter(first));
        assertEquals(first.organisation(), done(auction.admit(first)),
                "the number is told to nobody but the participant");
        assertRefused(ADMITTED_ALREADY, auction.admit(first));
        String alias = done(auction.enter(first));
        assertEquals(alias, done(auction.enter(first)), "entering again is harmless");
        assertRefused(ENTRY_CERTIFICATE_UNKNOWN,
                auction.enter(new Bidder(first.person(), first.organisation(), second.key())));
        byte[] wrong = "{}".getBytes(StandardCharsets.UTF_8);
        assertRefused(ENTRY_STATEMENT_WRONG, as(first.person(), Role.SUPPLIER,
                () -> door(Participation.class).enter(auction.id(), wrong,
                        CadesSigner.sign(wrong, first.key(), Instant.now()))));
        assertRefused(ENTRY_SIGNATURE_INVALID, as(first.person(), Role.SUPPLIER,
                () -> door(Participation.class).enter(auction.id(), wrong, wrong)));
        assertRefused(INVITED_NOT_APPROVED, auction.admit(Bidder.registerOnly("Not approved")));
    }

    @Test
    void a_judged_bid_has_a_receipt_that_names_its_leaf_in_the_journal() throws Exception {
        LiveAuction auction = english();
        byte[] act = auction.act(first, BidKind.BID, "9900.00", UUID.randomUUID());
        ActAnswer accepted = auction.send(first, act);
        assertTrue(accepted.accepted(), accepted.toString());
        String receipt = verified(accepted);
        assertTrue(receipt.contains("\"outcome\":\"accepted\""), receipt);
        assertTrue(receipt.contains("\"format\":\"subhasta-receipt-1\""), receipt);
        assertFalse(receipt.contains("sequence"), "a sequence would count the bids");
        LogEntry entry = door(JournalReports.class).find(leaf(receipt)).orElseThrow();
        assertTrue(entry.header().isEmpty(), "concealed while the auction runs");

        ActAnswer again = auction.send(first, act);
        assertTrue(again.repeated());
        assertEquals(receipt, verified(again), "the first answer again");
        ActAnswer refused = auction.bid(second, "9850.00");
        assertRefused(BELOW_MINIMUM_STEP, refused);
        assertTrue(verified(refused).contains("\"code\":\"BELOW_MINIMUM_STEP\""));
    }

    @Test
    void what_is_not_signed_as_it_should_be_is_refused_with_a_receipt() throws Exception {
        LiveAuction auction = english();
        LiveAuction other = LiveAuction.publish(officer, "english-reverse", LONG);
        byte[] act = auction.act(first, BidKind.BID, "9900.00", UUID.randomUUID());
        byte[] changed = auction.act(first, BidKind.BID, "9800.00", UUID.randomUUID());
        assertRefused(ACT_SIGNATURE_INVALID, auction.send(first, changed,
                DetachedJws.sign(act, first.key())));
        assertRefused(SIGNED_FOR_SOMETHING_ELSE, auction.send(first,
                other.act(first, BidKind.BID, "9900.00", UUID.randomUUID())));
        assertRefused(SIGNED_FOR_SOMETHING_ELSE, auction.send(first,
                auction.act(second, BidKind.BID, "9900.00", UUID.randomUUID())));
        assertEquals(List.of(), auction.publicly().standings());
        for (ActAnswer turnedAway : List.of(
                auction.send(first, "{}".getBytes(StandardCharsets.UTF_8)),
                auction.send(first, act, second.key()),
                auction.send(first, act, "none"),
                auction.send(first, new SignedAct(auction.id(), "2", new Act.TakeBack(
                        UUID.randomUUID().toString(), first.organisation())).bytes()))) {
            assertFalse(turnedAway.accepted());
            String answer = verified(turnedAway);
            assertTrue(answer.contains("\"format\":\"subhasta-answer-1\""), answer);
        }
    }

    @Test
    void nobody_sees_names_or_what_the_terms_hide_before_the_end() throws Exception {
        LiveAuction auction = LiveAuction.publish(officer, "ranked-english",
                "\"phases\": [{\"step\": \"100.00\", \"length\": \"PT2H\"}]").open(first, second);
        accepted(auction.bid(first, "9500.00"));
        accepted(auction.bid(second, "9000.00"));
        AudienceView own = auction.seenBy(first);
        assertEquals(Optional.of(2), own.own().orElseThrow().rank());
        assertEquals(Optional.empty(), own.best());
        assertEquals(List.of(), own.standings());
        AudienceView everyone = auction.publicly();
        assertEquals(Optional.empty(), everyone.best());
        assertEquals(List.of(), everyone.standings());
        AudienceView seen = auction.seenByOfficer();
        assertEquals(2, seen.standings().size());
        for (AudienceView view : List.of(own, everyone, seen)) {
            assertFalse(view.toString().contains(second.organisation()), view.toString());
        }
        assertFalse(everyone.toString().contains("9000"), everyone.toString());
        assertFalse(own.toString().contains("9000"), own.toString());

        LiveAuction.to(auction.opensAt().plus(Duration.ofHours(3)));
        AudienceView ended = auction.awaited(view -> view.status() == Status.ENDED);
        assertEquals(second.organisation(), ended.standings().getFirst().name());
    }

    @Test
    void an_officer_pauses_resumes_annuls_and_excludes_with_reasons() throws Exception {
        LiveAuction auction = english();
        accepted(auction.bid(first, "9900.00"));
        accepted(auction.bid(second, "9500.00"));
        String leader = auction.seenByOfficer().standings().getFirst().name();
        assertRefused(OFFICER_GIVES_NO_REASON, auction.order(new Order.Pause(" ")));
        done(auction.order(new Order.Pause("A fire alarm")));
        assertRefused(AUCTION_PAUSED, auction.bid(first, "9000.00"));
        assertRefused(PAUSED_ALREADY, auction.order(new Order.Pause("Again")));
        done(auction.order(new Order.Resume("It was a drill")));
        done(auction.order(new Order.AnnulStanding(leader, "Asked for within a minute")));
        assertEquals("9900.00", auction.publicly().best().orElseThrow().decimal());
        accepted(auction.bid(second, "9700.00"));
        done(auction.order(new Order.Exclude(leader, "Withdrew")));
        assertRefused(NOT_ADMITTED, auction.bid(second, "9000.00"));
        assertRefused(PARTICIPANT_UNKNOWN, auction.order(new Order.Exclude("nobody", "Who?")));
        done(auction.order(new Order.Cancel("The need is gone")));
        assertEquals(Optional.of(new Result.Cancelled("The need is gone")),
                auction.publicly().result());
        assertRefused(AUCTION_CLOSED, auction.bid(first, "9000.00"));
    }

    @Test
    void an_ended_auction_simulated_over_its_exported_files_is_the_same() throws Exception {
        LiveAuction auction = LiveAuction.publish(officer, "english-reverse",
                "\"phases\": [{\"step\": \"100.00\", \"length\": \"PT2H\", \"automatic\": true}]")
                .open(first, second);
        accepted(auction.bid(first, "9900.00"));
        accepted(auction.send(second,
                auction.act(second, BidKind.LIMIT, "9000.00", UUID.randomUUID())));
        accepted(auction.bid(first, "9400.00"));
        done(auction.order(new Order.Extend(Duration.ofMinutes(7), "The line was slow")));
        auction.bid(first, "9999.00");
        assertRefused(AUCTION_NOT_ENDED, door(AuctionReports.class).acts(auction.id()));
        LiveAuction.to(auction.opensAt().plus(Duration.ofHours(3)));
        AudienceView live = auction.awaited(view -> view.status() == Status.ENDED);

        AuctionFile file = TermsReader.read(auction.view().terms()).value().orElseThrow();
        List<RecordedAct> acts = ActsReader.read(new StringReader(
                done(door(AuctionReports.class).acts(auction.id()))), file).value().orElseThrow();
        Simulation simulation = Simulation.begin(file, acts).value().orElseThrow();
        simulation.run(acts, answered -> {
        });
        Auction outcome = simulation.lots().auction(LiveAuction.LOT).orElseThrow();
        assertEquals(live.result(), outcome.result());
        assertEquals(live.standings().stream().map(AudienceView.Line::amount).toList(),
                outcome.ranking().stream().map(bid -> bid.amount()).toList());
        assertEquals(7, acts.size());
        List<?> entries = door(JournalReports.class)
                .entries(Subject.of("auction", auction.id() + "-1"));
        assertTrue(entries.size() > acts.size(), "all headers are public after the end");
    }

    @Test
    void bids_sent_at_once_are_all_judged_in_one_order() throws Exception {
        LiveAuction auction = english();
        ManagedExecutorService threads = (ManagedExecutorService) new InitialContext()
                .lookup("java:comp/DefaultManagedExecutorService");
        List<Future<ActAnswer>> pending = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Bidder bidder = i % 2 == 0 ? first : second;
            String amount = 9900 - i * 100 + ".00";
            pending.add(threads.submit(() -> auction.bid(bidder, amount)));
        }
        HashSet<String> receipts = new HashSet<>();
        for (Future<ActAnswer> one : pending) {
            receipts.add(verified(one.get()));
        }
        assertEquals(30, receipts.size());
        assertEquals("7000.00", auction.publicly().best().orElseThrow().decimal());
    }

    @Test
    void bids_in_flight_when_it_ends_are_in_or_refused_each_with_its_receipt() throws Exception {
        LiveAuction auction = english();
        ManagedExecutorService threads = (ManagedExecutorService) new InitialContext()
                .lookup("java:comp/DefaultManagedExecutorService");
        Map<UUID, Future<ActAnswer>> pending = new LinkedHashMap<>();
        Future<Outcome<ActAnswer>> end = null;
        for (int i = 0; i < 40; i++) {
            Bidder bidder = i % 2 == 0 ? first : second;
            UUID id = UUID.randomUUID();
            byte[] act = auction.act(bidder, BidKind.BID, 9900 - i * 100 + ".00", id);
            pending.put(id, threads.submit(() -> auction.send(bidder, act)));
            if (i == 20) {
                end = threads.submit(() -> auction.order(new Order.Cancel("Not needed any more")));
            }
        }
        done(end.get());
        Set<String> in = new HashSet<>();
        for (Map.Entry<UUID, Future<ActAnswer>> one : pending.entrySet()) {
            ActAnswer answer = one.getValue().get();
            verified(answer);
            if (answer.refusal().isEmpty()) {
                in.add(one.getKey().toString());
            }
        }
        assertEquals(Optional.of(AUCTION_CLOSED),
                auction.bid(first, "100.00").refusal().map(Refusal::code));
        assertEquals(in, counted(auction), "what counts is what was answered so");
    }

    /** The ids of the bids that are accepted when the public files are judged again. */
    private static Set<String> counted(LiveAuction auction) throws Exception {
        AuctionFile file = TermsReader.read(auction.view().terms()).value().orElseThrow();
        List<RecordedAct> acts = ActsReader.read(new StringReader(
                done(door(AuctionReports.class).acts(auction.id()))), file).value().orElseThrow();
        Set<String> counted = new HashSet<>();
        Simulation.begin(file, acts).value().orElseThrow().run(acts, answered -> {
            if (answered.act().act() instanceof Act.PlaceBid bid
                    && answered.answer() instanceof Answer.Accepted) {
                counted.add(bid.id());
            }
        });
        return counted;
    }

    @Test
    void whoever_sends_too_much_is_told_so_and_the_others_are_not_held_up() throws Exception {
        LiveAuction auction = english();
        boolean limited = false;
        for (int i = 0; i < 400 && !limited; i++) {
            limited = auction.send(first, "{}".getBytes(StandardCharsets.UTF_8)).refusal()
                    .orElseThrow().code() == RATE_LIMITED;
        }
        assertTrue(limited);
        accepted(auction.bid(second, "9900.00"));
    }

    @Test
    void a_closing_that_no_server_served_pauses_and_gives_the_time_back() throws Exception {
        LiveAuction auction = english();
        accepted(auction.bid(first, "9900.00"));
        Moment.outage(Duration.ofHours(3));
        AudienceView paused = auction.awaited(view -> view.pausedAt().isPresent());
        assertTrue(paused.pausedAt().orElseThrow()
                .isBefore(auction.opensAt().plus(Duration.ofMinutes(10))));
        assertRefused(AUCTION_PAUSED, auction.bid(second, "9800.00"));
        done(auction.order(new Order.Resume("The platform is back")));
        accepted(auction.bid(second, "9800.00"));
        Duration left = Duration.between(Moment.now(), auction.publicly().deadline().orElseThrow());
        assertTrue(left.compareTo(Duration.ofMinutes(110)) > 0, left.toString());
    }

    @Test
    void a_clock_that_is_set_pauses_the_auction() throws Exception {
        LiveAuction auction = english();
        try {
            Moment.jump(Duration.ofHours(3));
            AudienceView paused = auction.awaited(view -> view.pausedAt().isPresent());
            assertTrue(paused.pausedAt().orElseThrow()
                    .isBefore(auction.opensAt().plus(Duration.ofMinutes(10))));
            done(auction.order(new Order.Resume("The clock is right now")));
            accepted(auction.bid(first, "9900.00"));
        } finally {
            Moment.jump(Duration.ofHours(-3));
        }
        auction.awaited(view -> view.pausedAt().isPresent());
    }

    @Test
    void lots_one_after_another_open_when_the_one_before_has_ended() throws Exception {
        LiveAuction auction = LiveAuction.publish(officer, "english-reverse", """
                "phases": [{"length": "PT10M", "softClose": "none"}],
                "lots": ["1", "2"], "lotOrder": {"oneAfterAnother": "PT5M"}""");
        done(auction.admit(second));
        auction.open(first);
        accepted(auction.bid(first, "9900.00"));
        LiveAuction.to(auction.opensAt().plus(Duration.ofMinutes(11)));
        auction.awaited(view -> view.status() == Status.ENDED);
        for (int i = 0; i < 50 && auction.view().lots().get(1).dueAt().isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertEquals(Optional.of(auction.opensAt().plus(Duration.ofMinutes(15))),
                auction.view().lots().get(1).dueAt());
        // The number that won the first bids in the second: whose it is nobody is told yet.
        assertFalse(auction.publicly().toString().contains(first.organisation()));
        assertFalse(auction.seenByOfficer().toString().contains(first.organisation()));
        done(auction.enter(second));
        LiveAuction.to(auction.opensAt().plus(Duration.ofMinutes(26)));
        auction.awaited(view -> view.standings().getFirst().name().equals(first.organisation()));
        assertRefused(AUCTION_CLOSED, auction.enter(second));
        assertVerified(bundle(auction));
    }

    @Test
    void what_comes_after_the_end_is_refused_and_not_in_the_bundle() throws Exception {
        LiveAuction auction = english();
        accepted(auction.bid(first, "9900.00"));
        assertEquals(Optional.empty(), Optional.ofNullable(files(auction).get("acts/lot-1.jsonl")));
        done(auction.order(new Order.Cancel("The need is gone")));
        Map<String, byte[]> before = files(auction);
        assertRefused(AUCTION_CLOSED, auction.bid(first, "9000.00"));
        assertRefused(ACT_SIGNATURE_INVALID, auction.send(first,
                auction.act(first, BidKind.BID, "8000.00", UUID.randomUUID()),
                DetachedJws.sign(new byte[1], first.key())));
        Map<String, byte[]> after = files(auction);
        for (String file : List.of("journal/lot-1.jsonl", "acts/lot-1.jsonl", "entries.jsonl")) {
            assertArrayEquals(before.get(file), after.get(file), file);
        }
        assertVerified(bundle(auction));
    }

    private static byte[] bundle(LiveAuction auction) {
        return done(door(Bundles.class).ofAuction(auction.id()).orElseThrow());
    }

    private static Map<String, byte[]> files(LiveAuction auction) {
        return ((Bundle.Read) Bundle.read(bundle(auction))).files();
    }

    /** Whatever nobody trusts yet; nothing in it is wrong. */
    private static void assertVerified(byte[] bundle) {
        Report report = new Verifier(TrustedKeys.none(), Instant.now())
                .check(Map.of("bundle.zip", bundle)).getFirst().report();
        assertEquals(Optional.empty(), report.firstWrong());
    }

    private static void accepted(ActAnswer answer) {
        assertEquals(Optional.empty(), answer.refusal());
    }

    private static void assertRefused(Refusal.Code code, ActAnswer answer) {
        assertEquals(Optional.of(code), answer.refusal().map(Refusal::code));
    }

    private static void assertRefused(Refusal.Code code, Outcome<?> outcome) {
        assertEquals(Outcome.Refused.class, outcome.getClass(), outcome.toString());
        assertEquals(code, ((Outcome.Refused<?>) outcome).first().code());
    }

    /** What an answer's signature is over, which has to be the platform's. */
    private static String verified(ActAnswer answer) throws Exception {
        Path pem = Path.of(System.getProperty("subhasta.data"), "keys/platform-authority.pem");
        try (var in = Files.newInputStream(pem)) {
            Trust trust = Trust.of(List.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in)));
            Jws.Verified verified = Jws.verify(answer.jws(), trust, Moment.now());
            assertTrue(verified.validation().passed(), verified.validation().explanation());
            return new String(verified.payload(), StandardCharsets.UTF_8);
        }
    }

    private static Hash leaf(String receipt) {
        return Hash.of(HexFormat.of().parseHex(
                receipt.replaceFirst(".*\"leaf\":\"([0-9a-f]{64})\".*", "$1")));
    }
}
