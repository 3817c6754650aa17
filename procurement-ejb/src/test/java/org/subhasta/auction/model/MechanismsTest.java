package org.subhasta.auction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.subhasta.auction.model.Direction.ASCENDING;
import static org.subhasta.auction.model.Direction.DESCENDING;
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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is particular to each mechanism, and what flows from one phase to the next. */
class MechanismsTest {

    @Test
    void the_first_bid_may_be_the_limit_itself_without_a_step() {
        new Scene(terms(DESCENDING, "1000", open(english(step("10"), Against.LEADER))), "A")
                .bids("12:01:00", "A", "1000");
        new Scene(terms(DESCENDING, "1000", open(english(step("10"), Against.OWN))), "A", "B")
                .bids("12:01:00", "A", "500").bids("12:02:00", "B", "1000");
    }

    @Test
    void the_leader_improves_on_the_own_bid_by_the_step_too() {
        Scene scene = new Scene(
                terms(DESCENDING, "1000", open(english(step("10"), Against.LEADER))), "A")
                .bids("12:01:00", "A", "900");
        refused(AuctionRefusal.BELOW_MINIMUM_STEP, scene.bid("12:02:00", "A", "895"));
        scene.bids("12:02:00", "A", "890");
    }

    @Test
    void a_percentage_against_the_own_bid_is_of_the_own_bid() {
        Scene scene = new Scene(
                terms(DESCENDING, "1000", open(english(percent("10"), Against.OWN))), "A", "B")
                .bids("12:01:00", "A", "100").bids("12:02:00", "B", "900");
        refused(AuctionRefusal.BELOW_MINIMUM_STEP, scene.bid("12:03:00", "B", "810.01"));
        scene.bids("12:03:00", "B", "810");
    }

    @Test
    void without_a_cap_a_phase_ends_when_nobody_bids_within_the_window() {
        Scene scene = new Scene(terms(DESCENDING, "10000", open(soft(Duration.ofMinutes(10),
                Duration.ofMinutes(2), Duration.ofMinutes(1), null))), "A").advance("12:00:00");
        for (int i = 0; i < 50; i++) {
            scene.advance(scene.auction().nextDeadline().get().minusSeconds(60));
            Scene.accepted(scene.judge(
                    scene.placing("A", BidKind.BID, String.valueOf(9000 - i)),
                    scene.auction().now()));
        }
        assertEquals(Optional.of(Scene.NOON.plus(Duration.ofMinutes(60))),
                scene.auction().nextDeadline());
    }

    @Test
    void a_refused_bid_does_not_move_the_end() {
        Scene scene = new Scene(terms(DESCENDING, "1000", open(soft(Duration.ofMinutes(10),
                Duration.ofMinutes(2), Duration.ofMinutes(1), null))), "A");
        scene.bid("12:09:00", "A", "5000");
        assertEquals(Optional.of(Scene.at("12:10:00")), scene.auction().nextDeadline());
    }

    private static Scene turns() {
        return new Scene(terms(DESCENDING, "1000", open(rounds(2, "10"))), "A", "B");
    }

    @Test
    void a_turn_s_bid_stands_when_the_turn_ends_and_not_before() {
        Scene scene = turns().bids("12:01:10", "A", "900");
        assertNull(scene.standing("A"));
        assertEquals(Optional.of(eur("900")), scene.own("A").waiting());
        assertEquals(Optional.empty(), scene.own("B").waiting());
        scene.advance("12:03:00");
        assertEquals(eur("900"), scene.standing("A"));
    }

    @Test
    void within_a_turn_a_bid_is_overwritten_even_by_a_worse_one_or_taken_back() {
        Scene scene = turns().bids("12:01:10", "A", "900").bids("12:01:20", "A", "950")
                .advance("12:03:00");
        assertEquals(eur("950"), scene.standing("A"));
        Scene taken = turns().bids("12:01:10", "A", "900")
                .does("12:01:20", new Act.TakeBack("t", "A")).advance("12:03:00");
        assertNull(taken.standing("A"));
    }

    @Test
    void the_step_of_a_round_is_measured_against_the_own_bid_before_the_turn() {
        // A 900 in round one; in round two after B (who has no bid), from 12:08 to 12:10.
        Scene scene = turns().bids("12:01:10", "A", "900").advance("12:08:00");
        assertEquals(Optional.of("number-0"), scene.view("A").turn());
        scene.bids("12:08:10", "A", "890");
        refused(AuctionRefusal.BELOW_MINIMUM_STEP, scene.bid("12:08:20", "A", "895"));
        scene.bids("12:08:30", "A", "890");
    }

    @Test
    void the_order_of_turns_is_computed_again_before_each_round() {
        Scene scene = turns().bids("12:01:10", "A", "900").bids("12:03:10", "B", "800")
                .advance("12:06:00");
        List<List<String>> orders = scene.facts().stream()
                .filter(Fact.RoundBegan.class::isInstance)
                .map(fact -> ((Fact.RoundBegan) fact).order()).toList();
        assertEquals(List.of(List.of("A", "B"), List.of("A", "B")), orders);
        Scene other = turns().bids("12:01:10", "A", "700").bids("12:03:10", "B", "800")
                .advance("12:06:00");
        assertEquals(List.of("B", "A"), ((Fact.RoundBegan) other.facts().stream()
                .filter(Fact.RoundBegan.class::isInstance).toList().get(1)).order());
        other.assertWon("A", "700.00");
        assertEquals(Optional.of(Scene.at("12:10:00")), other.auction().endedAt());
    }

    @Test
    void a_clock_s_last_step_ends_at_the_last_price() {
        Scene scene = new Scene(terms(DESCENDING, null, open(clock("10", "7", 1, "20"))), "A");
        scene.advance("12:02:00");
        assertEquals(Optional.of(eur("20")), scene.view("A").clockPrice());
        scene.bids("12:02:59.999999", "A", "20").assertWon("A", "20.00");
    }

    @Test
    void the_first_to_take_a_clock_s_price_ends_it_at_once() {
        Scene scene = new Scene(
                terms(ASCENDING, null, open(clock("100", "1", 1, "20"))), "A", "B")
                .bids("12:01:30", "B", "99");
        refused(AuctionRefusal.AUCTION_CLOSED, scene.bid("12:01:30", "A", "99"));
        scene.assertWon("B", "99.00");
    }

    @Test
    void who_does_not_confirm_is_out_for_good() {
        Scene scene = new Scene(terms(DESCENDING, null, open(elimination("100", "1", "50"))),
                "A", "B", "C").confirms("12:00:10", "A", "100").confirms("12:00:10", "B", "100");
        refused(AuctionRefusal.NOT_IN_THIS_PHASE, scene.confirm("12:01:10", "C", "99"));
        assertEquals(false, scene.own("C").in());
    }

    @Test
    void nobody_at_the_first_price_is_unsuccessful() {
        new Scene(terms(DESCENDING, null, open(elimination("100", "1", "50"))), "A")
                .assertUnsuccessful(Result.Why.FIRST_PRICE_NOT_CONFIRMED);
    }

    @Test
    void an_elimination_ends_after_the_last_price_with_the_earlier_of_those_left() {
        Scene scene = new Scene(
                terms(ASCENDING, null, open(elimination("10", "1", "11"))), "A", "B");
        scene.confirms("12:00:10", "A", "10").confirms("12:00:20", "B", "10")
                .confirms("12:01:10", "B", "11").confirms("12:01:20", "A", "11")
                .assertWon("B", "11.00");
    }

    @Test
    void of_sealed_bids_the_last_counts_even_if_it_is_worse() {
        Scene scene = new Scene(
                terms(DESCENDING, "1000", open(sealed(new Who.Everyone(), null))), "A", "B")
                .bids("12:01:00", "A", "700").bids("12:02:00", "A", "800")
                .bids("12:03:00", "B", "750");
        assertEquals(List.of(), scene.order());
        scene.assertWon("B", "750.00");
    }

    @Test
    void a_sealed_bid_that_has_to_beat_the_leader_is_better_not_equal() {
        Mechanism.Sealed beat = new Mechanism.Sealed(Duration.ofMinutes(10), new Who.Everyone(),
                Against.LEADER, Optional.empty());
        Scene scene = new Scene(terms(DESCENDING, "1000",
                open(english(step("10"), Against.LEADER)), open(beat)), "A", "B")
                .bids("12:01:00", "A", "900");
        refused(AuctionRefusal.BEYOND_LIMIT, scene.bid("13:01:00", "B", "900"));
        scene.bids("13:01:00", "B", "899.99").assertWon("B", "899.99");
    }

    @Test
    void the_best_that_a_sealed_phase_keeps_bid_on_alone() {
        Scene scene = new Scene(terms(DESCENDING, "1000", open(sealed(new Who.Everyone(), 2)),
                open(english(step("10"), Against.LEADER))), "A", "B", "C")
                .bids("12:01:00", "A", "900").bids("12:02:00", "B", "950")
                .bids("12:03:00", "C", "920");
        refused(AuctionRefusal.NOT_IN_THIS_PHASE, scene.bid("12:11:00", "B", "800"));
        scene.bids("12:12:00", "C", "890").assertWon("C", "890.00");
        assertEquals(List.of("C", "A", "B"), scene.order());
    }

    @Test
    void with_nobody_kept_no_further_phase_begins() {
        Scene scene = new Scene(terms(DESCENDING, "1000", open(sealed(new Who.Everyone(), 2)),
                open(english(step("10"), Against.LEADER))), "A");
        scene.assertUnsuccessful(Result.Why.NO_VALID_BID);
        assertEquals(Optional.of(Scene.at("12:10:00")), scene.auction().endedAt());
    }

    @Test
    void a_best_offer_is_made_once_and_stands_at_once() {
        Scene scene = new Scene(terms(DESCENDING, "1000", open(sealed(new Who.Everyone(), null)),
                open(bestOffer(new Who.Best(2), Against.OWN, "10"))), "A", "B", "C")
                .bids("12:01:00", "A", "900").bids("12:02:00", "B", "950")
                .bids("12:03:00", "C", "980");
        refused(AuctionRefusal.NOT_IN_THIS_PHASE, scene.bid("12:11:00", "C", "800"));
        refused(AuctionRefusal.BELOW_MINIMUM_STEP, scene.bid("12:11:00", "B", "945"));
        scene.bids("12:11:00", "B", "880");
        assertEquals(eur("880"), scene.standing("B"));
        refused(AuctionRefusal.NOT_IN_THIS_PHASE, scene.bid("12:12:00", "B", "800"));
    }

    @Test
    void after_a_clock_its_price_itself_is_refused_against_the_leader_and_the_own_bid() {
        for (Against against : Against.values()) {
            Scene scene = new Scene(terms(ASCENDING, null, open(clock("100", "1", 1, "20")),
                    open(english(step("5"), against))), "A", "B").bids("12:00:30", "A", "100");
            refused(AuctionRefusal.BEYOND_LIMIT, scene.bid("12:01:00", "B", "100"));
            Answer close = scene.bid("12:01:00", "B", "100.01");
            if (against == Against.LEADER) {
                refused(AuctionRefusal.BELOW_MINIMUM_STEP, close);
            } else {
                Scene.accepted(close);
            }
        }
    }

    @Test
    void in_a_scored_auction_steps_are_checked_on_ranking_prices() {
        Terms terms = with(terms(DESCENDING, "2000", open(english(step("100"), Against.LEADER))),
                new Scoring.Quality(List.of(new Scoring.Criterion(
                        "q", new java.math.BigDecimal("0.25")))));
        Scene scene = new Scene(terms).admit("A", Map.of("q", "0.15"), null)
                .admit("B", Map.of("q", "0"), null);
        scene.bids("12:01:00", "A", "1200");
        // A ranks at 1000: B, without quality, has to come to 900, and A to 1080.
        refused(AuctionRefusal.BELOW_MINIMUM_STEP, scene.bid("12:02:00", "B", "900.01"));
        assertEquals(Optional.of(eur("900")), scene.own("B").next());
        assertEquals(Optional.of(eur("1080")), scene.own("A").next());
    }

    @Test
    void the_cost_over_the_life_is_added_to_the_price() {
        Terms terms = with(terms(DESCENDING, "2000", open(sealed(new Who.Everyone(), null))),
                new Scoring.LifeCycleCost());
        Scene scene = new Scene(terms).admit("A", Map.of(), "500").admit("B", Map.of(), "100");
        scene.bids("12:01:00", "A", "1000").bids("12:02:00", "B", "1399.99")
                .assertWon("B", "1399.99");
    }

    @Test
    void quality_and_cost_count_together() {
        Terms terms = with(terms(DESCENDING, "2000", open(sealed(new Who.Everyone(), null))),
                new Scoring.Mixed(List.of(new Scoring.Criterion(
                        "q", new java.math.BigDecimal("0.25")))));
        Scene scene = new Scene(terms).admit("A", Map.of("q", "0.15"), "300")
                .admit("B", Map.of("q", "0"), "0");
        scene.bids("12:01:00", "A", "1200").bids("12:02:00", "B", "1299.99").toTheEnd();
        assertEquals(List.of("B", "A"), scene.order());
        assertEquals("1300", scene.auction().ranking().get(1).ranking().toString());
    }

    @Test
    void fewer_than_the_least_number_of_participants_is_unsuccessful_at_the_opening() {
        Scene scene = new Scene(with(terms(DESCENDING, "1000",
                open(english(step("10"), Against.LEADER))), 3), "A", "B");
        scene.assertUnsuccessful(Result.Why.TOO_FEW_PARTICIPANTS);
        assertEquals(Optional.of(Scene.NOON), scene.auction().endedAt());
        new Scene(scene.terms(), "A", "B", "C").bids("12:01:00", "A", "900");
    }

    @Test
    void a_bid_beyond_the_reserve_cannot_win_however_it_ranks() {
        Terms terms = with(with(terms(DESCENDING, "2000", open(sealed(new Who.Everyone(), null))),
                new Scoring.Quality(List.of(new Scoring.Criterion(
                        "q", new java.math.BigDecimal("0.5"))))),
                new Reserve.Published(eur("1000")));
        Scene scene = new Scene(terms).admit("A", Map.of("q", "0.5"), null)
                .admit("B", Map.of("q", "0"), null);
        scene.bids("12:01:00", "A", "1500").bids("12:02:00", "B", "1000");
        scene.assertWon("B", "1000.00");
        assertEquals(List.of("A", "B"), scene.order());
        Scene none = new Scene(terms).admit("A", Map.of("q", "0.5"), null)
                .bids("12:01:00", "A", "1500");
        none.assertUnsuccessful(Result.Why.RESERVE_NOT_MET);
    }

    @Test
    void the_second_price_is_never_beyond_the_reserve() {
        Terms terms = with(with(terms(DESCENDING, "120", open(sealed(new Who.Everyone(), null))),
                Payment.SECOND_PRICE), new Reserve.Published(eur("95")));
        new Scene(terms, "A", "B").bids("12:01:00", "A", "90").bids("12:02:00", "B", "100")
                .assertWon("A", "95.00");
        new Scene(terms, "A").bids("12:01:00", "A", "90").assertWon("A", "95.00");
    }

    @Test
    void the_second_price_is_rounded_towards_the_own_bid() {
        Scoring thirds = new Scoring.Quality(List.of(new Scoring.Criterion(
                "q", new java.math.BigDecimal("0.4"))));
        Terms up = with(with(terms(ASCENDING, "10", open(sealed(new Who.Everyone(), null))),
                thirds), Payment.SECOND_PRICE);
        // 1 + 0.3 ÷ 0.6 = 3/2: B's 100 ranks at 100, and A would equal it at 66.66…
        new Scene(up).admit("A", Map.of("q", "0.3"), null).admit("B", Map.of("q", "0"), null)
                .bids("12:01:00", "A", "90").bids("12:02:00", "B", "100")
                .assertWon("A", "66.67");
    }
}
