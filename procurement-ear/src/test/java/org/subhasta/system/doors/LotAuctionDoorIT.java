package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.auction.model.AuctionRefusal.MARKS_DO_NOT_FIT;
import static org.subhasta.auction.model.PreparationRefusal.SETTLED_AT_THE_TENDER;
import static org.subhasta.auction.model.PreparationRefusal.TERMS_FAULTY;
import static org.subhasta.awarding.AwardingRefusal.*;

import jakarta.ejb.EJBAccessException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.ActAnswer;
import org.subhasta.auction.Admittance;
import org.subhasta.auction.AuctionDesk;
import org.subhasta.auction.AuctionDraft;
import org.subhasta.auction.AuctionReports;
import org.subhasta.auction.AuctionView;
import org.subhasta.auction.Auctions;
import org.subhasta.auction.Order;
import org.subhasta.auction.model.AudienceView;
import org.subhasta.auction.model.Scoring.Marks;
import org.subhasta.awarding.AuctionOfLot;
import org.subhasta.awarding.AwardView;
import org.subhasta.awarding.Awards;
import org.subhasta.awarding.EvaluationView;
import org.subhasta.awarding.LotAuctions;
import org.subhasta.awarding.Proposal;
import org.subhasta.bidding.Answer;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Role;
import org.subhasta.publication.Bundles;
import org.subhasta.system.DoorTest;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;
import org.subhasta.verification.Bundle;
import org.subhasta.verification.BundleBuilder;
import org.subhasta.verification.Found;
import org.subhasta.verification.Finding;
import org.subhasta.verification.Report;
import org.subhasta.verification.TrustedKeys;
import org.subhasta.verification.Verifier;

/** A reverse auction follows the opening of a lot's bids: begun, published, held, awarded by. */
class LotAuctionDoorIT extends DoorTest {

    private static final String NORTH = "1";
    private static final String SOUTH = "2";

    private static String officer;
    private static String otherOfficer;
    private static Panel panel;
    private static Bidder alder;
    private static Bidder birch;
    private static Bidder cedar;

    @BeforeEach
    void people() throws Exception {
        if (alder == null) {
            panel = Panel.of(2, 3);
            officer = Bidder.person("mara@alder-bay.example");
            otherOfficer = Bidder.person("tomas@northmoor.example");
            alder = Bidder.register(officer, "Alder Auctioned Ltd");
            birch = Bidder.register(officer, "Birch Auctioned Ltd");
            cedar = Bidder.register(officer, "Cedar Auctioned Ltd");
        }
    }

    @Test
    void one_is_begun_by_the_tenders_officers_for_opened_lots_whose_notice_said_so()
            throws Exception {
        TenderView tender = Paving.published(officer, panel);
        bid(alder, tender, Map.of(NORTH, "100.00", SOUTH, "50.00"));
        bid(birch, tender, Map.of(SOUTH, "60.00"));
        refused(() -> lots().begin(tender.id(), 0, NORTH), BIDS_NOT_OPENED);
        opened(tender);
        refused(() -> lots().begin(tender.id(), 0, "9"), EVALUATED_LOT_UNKNOWN);
        refused(() -> lots().begin(tender.id(), 0, SOUTH), LOT_AUCTION_NOT_ANNOUNCED);
        refused(() -> lots().begin(tender.id(), 0, NORTH), LOT_AUCTION_NEEDS_BIDS);
        refused(() -> lots().taking("0123456789ab"), LOT_AUCTION_UNKNOWN);
        refused(() -> lots().publish("0123456789ab", 0, 0, Map.of()), LOT_AUCTION_UNKNOWN);
        assertEquals(EVALUATION_NOT_FOUND, as(otherOfficer, Role.OFFICER,
                () -> first(lots().begin(tender.id(), 0, NORTH))));
        assertThrows(EJBAccessException.class, () -> as(alder.person(), Role.SUPPLIER,
                () -> lots().begin(tender.id(), 0, NORTH)));
    }

    @Test
    void it_is_held_among_the_lots_bidders_from_their_opened_prices_and_decides_the_lot()
            throws Exception {
        TenderView tender = tender();
        String draft = officer(() -> lots().begin(tender.id(), 0, NORTH));
        refused(() -> lots().begin(tender.id(), 0, NORTH), LOT_AUCTION_BEGUN);
        String terms = terms(draft, "");
        settledAtTheTender(draft, terms);
        officer(() -> door(Auctions.class).change(draft, terms));
        LotAuctions.Taking taking = officer(() -> lots().taking(draft));
        assertEquals(List.of("80.00", "90.00", "100.00"), taking.bidders().stream()
                .map(one -> one.price().decimal()).toList());
        officer(() -> lots().publish(
                draft, taking.draftVersion(), taking.version(), Map.of()));
        LiveAuction auction = auction(draft);
        settled(() -> door(Auctions.class).admit(draft, new Admittance(
                Bidder.register(officer, "Late For The Auction").organisation(), Marks.NONE,
                Optional.empty())));

        EvaluationView during = officer(() -> awards().evaluation(tender.id()));
        assertEquals(Optional.of(new AuctionOfLot(draft, AuctionOfLot.Stage.UNDER_WAY)),
                during.lots().getFirst().auction());
        assertEquals(Optional.of(LOT_AUCTION_UNDER_WAY), during.lots().getFirst().problem());
        String low = during.lots().getFirst().ranking().getFirst().bid();
        refused(() -> awards().disqualify(tender.id(), during.version(), low, Optional.empty(),
                "bankrupt"), LOT_AUCTION_UNDER_WAY);
        refused(() -> awards().reinstate(tender.id(), during.version(), low, Optional.of(NORTH),
                "solvent"), LOT_AUCTION_UNDER_WAY);
        refused(() -> awards().decide(tender.id(), during.version()), LOT_AUCTION_UNDER_WAY);
        refused(() -> lots().begin(tender.id(), during.version(), NORTH), LOT_AUCTION_BEGUN);
        refused(() -> door(Tenders.class).cancel(tender.id(), "No money"), LOT_AUCTION_UNDER_WAY);

        enter(auction);
        assertTrue(accepted(auction.bid(birch, "75.00")));
        assertTrue(accepted(auction.bid(alder, "70.00")));
        end(auction);

        EvaluationView after = officer(() -> awards().evaluation(tender.id()));
        assertEquals(List.of("Alder Auctioned Ltd 1 70.00", "Birch Auctioned Ltd 2 75.00",
                "Cedar Auctioned Ltd 3 80.00"), ranking(after));
        String birches = after.lots().getFirst().ranking().get(1).bid();
        refused(() -> awards().propose(tender.id(), after.version(),
                Map.of(NORTH, Proposal.award(birches, "nicer"))), CHOSEN_BID_NOT_LOWEST);
        AwardView award = award(tender, after);
        AwardView.Lot north = award.lots().getFirst();
        assertEquals(Optional.of(draft), north.auction());
        assertEquals("70.00", north.price().orElseThrow().decimal());
        assertVerified(tender, award);
    }

    @Test
    void who_is_disqualified_afterwards_leaves_the_place_to_the_next() throws Exception {
        TenderView tender = tender();
        LiveAuction auction = published(tender, "");
        enter(auction);
        assertTrue(accepted(auction.bid(alder, "70.00")));
        end(auction);
        EvaluationView after = officer(() -> awards().evaluation(tender.id()));
        String first = after.lots().getFirst().ranking().getFirst().bid();
        EvaluationView out = officer(() -> awards().disqualify(
                tender.id(), after.version(), first, Optional.empty(), "no proof of insurance"));
        assertEquals("Cedar Auctioned Ltd 1 80.00", ranking(out).getFirst());
        AwardView award = award(tender, out);
        assertEquals("80.00", award.lots().getFirst().price().orElseThrow().decimal());
        assertVerified(tender, award);
    }

    @Test
    void who_is_excluded_in_it_stands_with_no_price_at_its_end() throws Exception {
        TenderView tender = tender();
        LiveAuction auction = published(tender, "");
        enter(auction);
        String cedars = auction.seenByOfficer().standings().getFirst().name();
        done(auction.order(new Order.Exclude(cedars, "Bids were agreed upon")));
        end(auction);
        EvaluationView after = officer(() -> awards().evaluation(tender.id()));
        assertEquals(List.of("Birch Auctioned Ltd 1 90.00", "Alder Auctioned Ltd 2 100.00"),
                ranking(after));
        EvaluationView.Standing left = after.lots().getFirst().ranking().getLast();
        assertEquals("Cedar Auctioned Ltd", left.bidderName());
        assertTrue(left.rank().isEmpty() && left.disqualified().isEmpty());
        assertVerified(tender, award(tender, after));
    }

    @Test
    void costs_over_its_life_count_as_the_officers_said() throws Exception {
        TenderView tender = tender();
        String draft = officer(() -> lots().begin(tender.id(), 0, NORTH));
        officer(() -> door(Auctions.class).change(draft,
                terms(draft, ", \"scoring\": {\"lifeCycleCost\": true}")));
        LotAuctions.Taking taking = officer(() -> lots().taking(draft));
        Map<String, Marks> marks = new HashMap<>();
        taking.bidders().forEach(one -> marks.put(one.organisation(), costs("50.00")));
        marks.put(alder.organisation(), costs("5.00"));
        officer(() -> lots().publish(draft, taking.draftVersion(), taking.version(), marks));
        LiveAuction auction = auction(draft);
        enter(auction);
        end(auction);
        EvaluationView after = officer(() -> awards().evaluation(tender.id()));
        // 100 + 5 is less than 80 + 50; what is paid is the price.
        assertEquals("Alder Auctioned Ltd 1 100.00", ranking(after).getFirst());
        assertVerified(tender, award(tender, after));
    }

    private static Marks costs(String amount) {
        return new Marks(Map.of(), Optional.of(Money.of(amount, "EUR")));
    }

    @Test
    void who_took_no_part_does_not_come_into_its_ranking() throws Exception {
        TenderView tender = tender();
        EvaluationView before = officer(() -> awards().evaluation(tender.id()));
        String low = before.lots().getFirst().ranking().getFirst().bid();
        officer(() -> awards().disqualify(
                tender.id(), before.version(), low, Optional.empty(), "no proof of insurance"));
        LiveAuction auction = published(tender, "");
        done(auction.enter(alder));
        LiveAuction.to(auction.opensAt().plusSeconds(1));
        end(auction);
        EvaluationView after = officer(() -> awards().evaluation(tender.id()));
        assertEquals(List.of("Birch Auctioned Ltd 1 90.00", "Alder Auctioned Ltd 2 100.00"),
                ranking(after));
        refused(() -> awards().reinstate(tender.id(), after.version(), low, Optional.empty(),
                "it was in the file"), LOT_AUCTION_DECIDED);
        assertVerified(tender, award(tender, after));
    }

    @Test
    void one_that_was_cancelled_decides_nothing_and_another_may_follow() throws Exception {
        TenderView tender = tender();
        LiveAuction auction = published(tender, "");
        enter(auction);
        assertTrue(accepted(auction.bid(alder, "70.00")));
        done(auction.order(new Order.Cancel("Wrong step")));
        EvaluationView after = officer(() -> awards().evaluation(tender.id()));
        assertEquals(AuctionOfLot.Stage.WITHOUT_WINNER,
                after.lots().getFirst().auction().orElseThrow().stage());
        assertEquals("Cedar Auctioned Ltd 1 80.00", ranking(after).getFirst());
        LiveAuction again = published(tender, "");
        enter(again);
        end(again);
        EvaluationView ended = officer(() -> awards().evaluation(tender.id()));
        assertEquals(Optional.of(again.id()), ended.lots().getFirst().auction()
                .map(AuctionOfLot::auction));
        assertVerified(tender, award(tender, ended));
    }

    @Test
    void quality_counts_as_the_officers_marked_it_and_without_all_marks_nothing_is_published()
            throws Exception {
        TenderView tender = tender();
        String draft = officer(() -> lots().begin(tender.id(), 0, NORTH));
        officer(() -> door(Auctions.class).change(draft, terms(draft,
                ", \"scoring\": {\"quality\": {\"q\": \"0.25\"}}")));
        LotAuctions.Taking taking = officer(() -> lots().taking(draft));
        Outcome<AuctionView> without = as(officer, Role.OFFICER, () -> lots().publish(
                draft, taking.draftVersion(), taking.version(), Map.of()));
        assertEquals("participants[0] MARKS_DO_NOT_FIT",
                refusals(without).getFirst().field() + " " + first(without));
        assertEquals(MARKS_DO_NOT_FIT, first(without));
        assertTrue(door(AuctionReports.class).find(draft).isEmpty());
        assertTrue(as(officer, Role.OFFICER,
                () -> door(AuctionDesk.class).draft(draft)).isPresent());

        Map<String, Marks> marks = new HashMap<>();
        taking.bidders().forEach(one -> marks.put(one.organisation(), marked("0")));
        marks.put(alder.organisation(), marked("0.25"));
        officer(() -> lots().publish(draft, taking.draftVersion(), taking.version(), marks));
        LiveAuction auction = auction(draft);
        enter(auction);
        end(auction);
        // 100 ÷ (1 + 0.25 / 0.75) is 75.
        assertEquals("Alder Auctioned Ltd 1 100.00", ranking(officer(
                () -> awards().evaluation(tender.id()))).getFirst());
    }

    @Test
    void turns_may_follow_an_opening_but_nothing_by_which_a_price_could_get_worse()
            throws Exception {
        TenderView tender = tender();
        LiveAuction rounds = published(tender, ", \"format\": \"prozorro\","
                + " \"phases\": [{\"visibility\": \"own-rank\"}]");
        assertEquals(3, as(officer, Role.OFFICER,
                () -> door(AuctionDesk.class).admitted(rounds.id())).orElseThrow()
                .organisations().size());
        done(rounds.order(new Order.Cancel("Only tried")));
        String draft = officer(() -> lots().begin(tender.id(), version(tender), NORTH));
        for (String worse : List.of(", \"format\": \"japanese\"", ", \"format\": \"vickrey\"",
                ", \"lots\": [\"1\", \"2\"]", ", \"format\": \"english-reverse\"")) {
            refused(() -> door(Auctions.class).change(draft, terms(draft, worse)), TERMS_FAULTY);
        }
        String other = terms(draft, "").replace("\"EUR\"", "\"USD\"");
        officer(() -> door(Auctions.class).change(draft, other));
        LotAuctions.Taking taking = officer(() -> lots().taking(draft));
        refused(() -> lots().publish(draft, taking.draftVersion(), taking.version(), Map.of()),
                LOT_AUCTION_TERMS_OTHERS);
    }

    private static long version(TenderView tender) throws Exception {
        return done(awards().evaluation(tender.id())).version();
    }

    private static Marks marked(String weight) {
        return new Marks(Map.of("q", new BigDecimal(weight)), Optional.empty());
    }

    /** Three bids on the first lot, opened. */
    private static TenderView tender() throws Exception {
        TenderView tender = Paving.published(officer, panel);
        bid(alder, tender, Map.of(NORTH, "100.00", SOUTH, "10.00"));
        bid(birch, tender, Map.of(NORTH, "90.00"));
        bid(cedar, tender, Map.of(NORTH, "80.00"));
        return opened(tender);
    }

    private static TenderView opened(TenderView tender) throws Exception {
        Moment.advance(Duration.ofHours(1));
        box(tender).close();
        box(tender).unseal();
        return tender;
    }

    private static void bid(Bidder bidder, TenderView tender, Map<String, String> prices)
            throws Exception {
        Answer answer = box(tender).send(bidder, Bid.of(bidder, box(tender)).prices(prices).made());
        assertTrue(answer.accepted(), answer.toString());
    }

    private static Box box(TenderView tender) {
        return Box.of(tender, panel, false);
    }

    /** The draft's own terms, to open in an hour, with further or other members. */
    private static String terms(String draft, String further) throws Exception {
        AuctionDraft kept = as(officer, Role.OFFICER,
                () -> door(AuctionDesk.class).draft(draft)).orElseThrow();
        Instant opensAt = Moment.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        String terms = kept.terms().replaceFirst("\"opensAt\":\"[^\"]*\"",
                "\"opensAt\":\"" + opensAt + "\"");
        if (further.contains("\"format\"")) {
            terms = terms.replaceFirst("\"format\":\"[^\"]*\",", "");
        }
        return terms.substring(0, terms.length() - 1) + further + "}";
    }

    private static LiveAuction published(TenderView tender, String further) throws Exception {
        String draft = officer(() -> lots().begin(tender.id(), version(tender), NORTH));
        officer(() -> door(Auctions.class).change(draft, terms(draft, further)));
        LotAuctions.Taking taking = officer(() -> lots().taking(draft));
        officer(() -> lots().publish(draft, taking.draftVersion(), taking.version(), Map.of()));
        return auction(draft);
    }

    private static LiveAuction auction(String id) {
        Instant opensAt = door(AuctionReports.class).find(id).orElseThrow().lots().getFirst()
                .dueAt().orElseThrow();
        return new LiveAuction(officer, id, opensAt);
    }

    private static void settledAtTheTender(String draft, String terms) throws Exception {
        settled(() -> door(Auctions.class).publish(draft));
        settled(() -> door(Auctions.class).draft(terms));
        String alone = terms.replaceFirst("\"follows\":\\{[^}]*},", "");
        settled(() -> door(Auctions.class).change(draft, alone));
        settled(() -> door(AuctionDesk.class).save(draft, 0, alone));
    }

    private static <T> void settled(Callable<Outcome<T>> work) throws Exception {
        assertEquals(SETTLED_AT_THE_TENDER, as(officer, Role.OFFICER, () -> first(work.call())));
    }

    private static void enter(LiveAuction auction) throws Exception {
        for (Bidder bidder : List.of(alder, birch, cedar)) {
            done(auction.enter(bidder));
        }
        LiveAuction.to(auction.opensAt().plusSeconds(1));
        auction.awaited(view -> view.status() == AudienceView.Status.RUNNING);
    }

    private static void end(LiveAuction auction) throws Exception {
        Moment.advance(Duration.ofHours(3));
        auction.awaited(view -> view.status() == AudienceView.Status.ENDED);
    }

    private static boolean accepted(ActAnswer answer) {
        assertTrue(answer.accepted(), answer.toString());
        return true;
    }

    private static List<String> ranking(EvaluationView view) {
        return view.lots().getFirst().ranking().stream().filter(one -> one.rank().isPresent())
                .map(one -> one.bidderName() + " " + one.rank().get() + " "
                        + one.price().decimal()).toList();
    }

    private static AwardView award(TenderView tender, EvaluationView view) throws Exception {
        EvaluationView proposed =
                officer(() -> awards().proposeLowest(tender.id(), view.version()));
        return officer(() -> awards().decide(tender.id(), proposed.version()));
    }

    /**
     * The bundle is right; without its auction it is known that something is not told, and an award
     * at another price is not what follows from it.
     */
    private static void assertVerified(TenderView tender, AwardView award) {
        byte[] bundle = door(Bundles.class).ofAward(award.id()).orElseThrow();
        Report right = report(bundle);
        assertEquals(Optional.empty(), right.firstWrong());
        assertTrue(right.findings().stream().map(Finding::found).toList()
                .containsAll(List.of(Found.AUCTION_FOLLOWED, Found.AWARD_RECOMPUTED)));
        SortedMap<String, byte[]> files = ((Bundle.Read) Bundle.read(bundle)).files();
        BundleBuilder without = BundleBuilder.ofTender(tender.id(), Optional.of(award.id()));
        files.forEach((name, content) -> {
            if (!name.equals("manifest.json") && !name.startsWith("auctions/")) {
                without.file(name, content);
            }
        });
        Report untold = report(without.bytes());
        assertTrue(untold.findings().stream().map(Finding::found).toList()
                .contains(Found.AUCTION_NOT_IN_BUNDLE), untold.findings().toString());
        assertTrue(untold.findings().stream().noneMatch(
                one -> one.found() == Found.AWARD_RECOMPUTED));
        BundleBuilder cheaper = BundleBuilder.ofTender(tender.id(), Optional.of(award.id()));
        String price = award.lots().getFirst().price().orElseThrow().decimal();
        files.forEach((name, content) -> {
            if (!name.equals("manifest.json")) {
                cheaper.file(name, !name.equals("award.json") ? content
                        : new String(content, StandardCharsets.UTF_8)
                                .replace("\"" + price + "\"", "\"1.00\"")
                                .getBytes(StandardCharsets.UTF_8));
            }
        });
        assertEquals(Optional.of(Found.RANKING_DIFFERS),
                report(cheaper.bytes()).firstWrong().map(Finding::found));
    }

    private static Report report(byte[] bundle) {
        return new Verifier(TrustedKeys.none(), Instant.now())
                .check(Map.of("bundle.zip", bundle)).getFirst().report();
    }

    private static LotAuctions lots() {
        return door(LotAuctions.class);
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
        if (outcome instanceof Outcome.Refused<?> refused) {
            return refused.refusals();
        }
        throw new AssertionError("not refused: " + outcome);
    }
}
