package org.subhasta.auction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.subhasta.auction.model.Direction.ASCENDING;
import static org.subhasta.auction.model.Direction.DESCENDING;
import static org.subhasta.auction.model.Scene.automatic;
import static org.subhasta.auction.model.Scene.bestOffer;
import static org.subhasta.auction.model.Scene.clock;
import static org.subhasta.auction.model.Scene.elimination;
import static org.subhasta.auction.model.Scene.english;
import static org.subhasta.auction.model.Scene.eur;
import static org.subhasta.auction.model.Scene.open;
import static org.subhasta.auction.model.Scene.percent;
import static org.subhasta.auction.model.Scene.refused;
import static org.subhasta.auction.model.Scene.rounds;
import static org.subhasta.auction.model.Scene.sealed;
import static org.subhasta.auction.model.Scene.soft;
import static org.subhasta.auction.model.Scene.step;
import static org.subhasta.auction.model.Scene.terms;
import static org.subhasta.auction.model.Scene.with;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.model.Scoring.Criterion;
import org.subhasta.auction.model.Scoring.Quality;

/** The ten worked examples of the design of auctions, number by number. */
class WorkedExamplesTest {

    @Test
    void e1_a_bid_improves_on_the_leader_by_the_whole_step() {
        Scene scene = leaderAt(DESCENDING, step("100"), "10000.00");
        refused(AuctionRefusal.BELOW_MINIMUM_STEP, scene.bid("12:02:00", "B", "9900.01"));
        scene.bids("12:02:00", "B", "9900.00");
        assertEquals(eur("9900.00"), scene.standing("B"));
    }

    @Test
    void e2_a_percentage_is_rounded_away_from_the_leader() {
        Scene down = leaderAt(DESCENDING, percent("1"), "9999.99");
        assertEquals(Optional.of(eur("9899.99")), down.own("B").next());
        refused(AuctionRefusal.BELOW_MINIMUM_STEP, down.bid("12:02:00", "B", "9900.00"));
        down.bids("12:02:00", "B", "9899.99");
        Scene up = leaderAt(ASCENDING, percent("1"), "9999.99");
        assertEquals(Optional.of(eur("10099.99")), up.own("B").next());
        refused(AuctionRefusal.BELOW_MINIMUM_STEP, up.bid("12:02:00", "B", "10099.98"));
        up.bids("12:02:00", "B", "10099.99");
    }

    private static Scene leaderAt(Direction direction, Step step, String price) {
        return new Scene(terms(direction, price, open(english(step, Against.LEADER))), "A", "B")
                .bids("12:01:00", "A", price);
    }

    @Test
    void e3_a_late_bid_moves_the_end_and_only_so_often() {
        Duration three = Duration.ofMinutes(3);
        Scene scene = new Scene(terms(DESCENDING, "1000", open(
                soft(Duration.ofMinutes(60), Duration.ofMinutes(2), three, 2))).opening(
                        Optional.of(Scene.at("11:00:00"))), "A");
        scene.bids("11:57:59.999999", "A", "900").bids("11:58:00", "A", "800");
        assertEquals(Optional.of(Scene.at("12:03:00")), scene.auction().nextDeadline());
        scene.bids("12:02:30", "A", "700");
        assertEquals(Optional.of(Scene.at("12:06:00")), scene.auction().nextDeadline());
        scene.bids("12:05:00", "A", "600");
        assertEquals(Optional.of(Scene.at("12:06:00")), scene.auction().nextDeadline());
        refused(AuctionRefusal.AUCTION_CLOSED, scene.bid("12:06:00", "A", "500"));
    }

    @Test
    void e4_of_equal_bids_the_earlier_leads() {
        Scene equal = new Scene(
                terms(DESCENDING, "1000", open(english(step("0"), Against.LEADER))), "A", "B");
        equal.bids("12:01:00", "B", "500.00").bids("12:02:00", "A", "500.00");
        assertEquals(List.of("B", "A"), equal.order());
        Scene own = new Scene(
                terms(DESCENDING, "1000", open(english(step("10"), Against.OWN))), "A", "B");
        own.bids("12:01:00", "B", "500.00").bids("12:02:00", "A", "500.00");
        assertEquals(List.of("B", "A"), own.order());
        own.assertWon("B", "500.00");
    }

    private static Scene hybrid() {
        return new Scene(terms(ASCENDING, null, open(clock("100", "1", 5, "20")),
                open(sealed(new Who.EveryoneElse(), null)),
                open(bestOffer(new Who.ClockTaker(), Against.LEADER, "0"))), "A", "B", "C");
    }

    @Test
    void e5_the_clock_s_winner_answers_the_highest_sealed_bid() {
        Scene scene = takenAt64();
        refused(AuctionRefusal.NOT_IN_THIS_PHASE, scene.bid("15:01:00", "A", "70"));
        refused(AuctionRefusal.BEYOND_LIMIT, scene.bid("15:02:00", "B", "64.00"));
        scene.bids("15:02:00", "B", "70").bids("15:03:00", "C", "80").advance("15:10:00");
        refused(AuctionRefusal.BELOW_MINIMUM_STEP, scene.bid("15:11:00", "A", "80"));
        scene.bids("15:11:00", "A", "80.01").assertWon("A", "80.01");
    }

    @Test
    void e5_if_the_clock_s_winner_is_silent_the_highest_sealed_bid_wins() {
        takenAt64().bids("15:02:00", "B", "70").bids("15:03:00", "C", "80")
                .assertWon("C", "80.00");
    }

    @Test
    void e5_if_nobody_seals_a_better_bid_the_clock_s_winner_wins() {
        takenAt64().assertWon("A", "64.00");
    }

    @Test
    void e5_a_clock_nobody_accepts_is_unsuccessful() {
        Scene scene = hybrid();
        scene.assertUnsuccessful(Result.Why.CLOCK_NOT_TAKEN);
        assertEquals(Optional.of(Scene.NOON.plus(Duration.ofMinutes(5 * 81))),
                scene.auction().endedAt());
    }

    /** 36 steps of five minutes down from 100. */
    private static Scene takenAt64() {
        return hybrid().bids("15:00:00", "A", "64.00");
    }

    @Test
    void e6_quality_makes_1200_rank_as_1000() {
        Score score = new Quality(List.of(criterion("delivery", "0.15"),
                criterion("warranty", "0.10"))).score(new Scoring.Marks(Map.of(
                        "delivery", new BigDecimal("0.10"), "warranty", new BigDecimal("0.05")),
                        Optional.empty())).orElseThrow();
        assertEquals("6/5", score.coefficient().toString());
        assertEquals("1000", score.ranking(DESCENDING,
                Fraction.of(new BigDecimal("1200.00"))).toString());
    }

    private static Criterion criterion(String name, String largest) {
        return new Criterion(name, new BigDecimal(largest));
    }

    @Test
    void e7_turns_go_from_the_worst_to_the_leader() {
        Scene scene = new Scene(terms(DESCENDING, "200", open(rounds(1, "1"))));
        scene.admit("A", Scoring.Marks.NONE, "105").admit("B", Scoring.Marks.NONE, "100")
                .admit("C", Scoring.Marks.NONE, "105").advance("12:00:00");
        assertEquals(List.of(new Fact.RoundBegan(Scene.NOON, 0, List.of("C", "A", "B"))),
                scene.facts().stream().filter(Fact.RoundBegan.class::isInstance).toList());
    }

    @Test
    void e8_when_none_confirms_the_earlier_of_those_tied_wins() {
        Scene scene = eliminated().confirms("12:01:10", "C", "99").confirms("12:01:20", "B", "99");
        scene.assertWon("C", "99.00");
        assertEquals(Optional.of(Scene.at("12:03:00")), scene.auction().endedAt());
    }

    @Test
    void e8_the_only_one_left_wins_at_the_price_last_confirmed() {
        Scene scene = eliminated().confirms("12:01:10", "D", "99").assertWon("D", "99.00");
        assertEquals(Optional.of(Scene.at("12:02:00")), scene.auction().endedAt());
    }

    private static Scene eliminated() {
        Scene scene = new Scene(
                terms(DESCENDING, null, open(elimination("100", "1", "50"))), "A", "B", "C", "D");
        for (String participant : List.of("A", "B", "C", "D")) {
            scene.confirms("12:00:10", participant, "100");
        }
        return scene;
    }

    @Test
    void e9_the_better_limit_leads_whoever_started() {
        Scene first = new Scene(terms(DESCENDING, "1000", open(automatic("100"))), "A", "B")
                .limits("12:01:00", "A", "500").limits("12:02:00", "B", "450");
        assertEquals(List.of("B", "A"), first.order());
        assertEquals(eur("450"), first.standing("B"));
        assertEquals(eur("500"), first.standing("A"));
        Scene reversed = new Scene(terms(DESCENDING, "1000", open(automatic("100"))), "A", "B")
                .limits("12:01:00", "B", "450").limits("12:02:00", "A", "500");
        assertEquals(eur("450"), reversed.standing("B"));
        Scene far = new Scene(terms(DESCENDING, "1000", open(automatic("100"))), "A", "B")
                .limits("12:01:00", "A", "500").limits("12:02:00", "B", "300");
        assertEquals(eur("400"), far.standing("B"));
    }

    private static Terms vickrey() {
        return with(terms(DESCENDING, "120", open(sealed(new Who.Everyone(), null))),
                Payment.SECOND_PRICE);
    }

    @Test
    void e10_the_winner_is_paid_the_second_price() {
        new Scene(vickrey(), "A", "B").bids("12:01:00", "A", "90").bids("12:02:00", "B", "100")
                .assertWon("A", "100.00");
    }

    @Test
    void e10_alone_the_winner_is_paid_the_ceiling() {
        new Scene(vickrey(), "A", "B").bids("12:01:00", "A", "90").assertWon("A", "120.00");
    }

    @Test
    void e10_scored_the_second_price_is_the_one_that_ranks_equal_and_never_beyond_the_ceiling() {
        scored().bids("12:01:00", "A", "110").bids("12:02:00", "B", "100")
                .assertWon("A", "120.00");
        scored().bids("12:01:00", "A", "110").bids("12:02:00", "B", "110")
                .assertWon("A", "120.00");
    }

    private static Scene scored() {
        Terms terms = with(vickrey(), new Quality(List.of(criterion("quality", "0.25"))));
        return new Scene(terms).admit("A", Map.of("quality", "0.15"), null)
                .admit("B", Map.of("quality", "0"), null);
    }
}
