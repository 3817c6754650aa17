package org.subhasta.auction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.auction.model.AuctionRefusal.NOTHING_TO_EXTEND;
import static org.subhasta.auction.model.AuctionRefusal.NO_SUCH_BID;
import static org.subhasta.auction.model.Direction.ASCENDING;
import static org.subhasta.auction.model.Direction.DESCENDING;
import static org.subhasta.auction.model.Scene.at;
import static org.subhasta.auction.model.Scene.automatic;
import static org.subhasta.auction.model.Scene.clock;
import static org.subhasta.auction.model.Scene.elimination;
import static org.subhasta.auction.model.Scene.english;
import static org.subhasta.auction.model.Scene.eur;
import static org.subhasta.auction.model.Scene.open;
import static org.subhasta.auction.model.Scene.refused;
import static org.subhasta.auction.model.Scene.rounds;
import static org.subhasta.auction.model.Scene.sealed;
import static org.subhasta.auction.model.Scene.step;
import static org.subhasta.auction.model.Scene.terms;
import static org.subhasta.auction.model.Scene.with;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.model.Act.Interrupted;
import org.subhasta.auction.model.Act.Interrupted.Cause;

/** What officers and the platform itself may do to an auction. */
class OfficersTest {

    private static Scene english() {
        return new Scene(terms(DESCENDING, "1000",
                open(Scene.english(step("10"), Against.LEADER))), "A", "B");
    }

    @Test
    void every_act_of_an_officer_has_a_reason() {
        for (Act act : List.of(new Act.Pause(" "), new Act.Cancel(""),
                new Act.Extend(Duration.ofMinutes(1), ""), new Act.Exclude("A", "\n"),
                new Act.Annul("x", ""), new Act.Pause("x".repeat(2_001)))) {
            refused(AuctionRefusal.OFFICER_GIVES_NO_REASON,
                    english().judge(act, at("12:01:00")));
        }
    }

    @Test
    void a_pause_keeps_the_remaining_time() {
        Scene scene = english().does("12:10:00", new Act.Pause("a question"));
        assertEquals(Optional.empty(), scene.auction().nextDeadline());
        scene.advance("14:00:00").does("14:00:00", new Act.Resume("answered"));
        assertEquals(Optional.of(at("14:50:00")), scene.auction().nextDeadline());
        scene.bids("14:49:59.999999", "A", "900");
    }

    @Test
    void a_pause_before_the_opening_moves_the_opening() {
        Scene scene = english().does("11:50:00", new Act.Pause("not ready"))
                .does("12:30:00", new Act.Resume("ready"));
        assertEquals(Optional.of(at("12:40:00")), scene.auction().nextDeadline());
    }

    @Test
    void a_pause_stops_turns_and_clocks_too() {
        Scene turns = new Scene(terms(DESCENDING, "1000", open(rounds(1, "1"))), "A", "B")
                .does("12:02:00", new Act.Pause("a question"))
                .does("12:07:00", new Act.Resume("answered"));
        assertEquals(Optional.of(at("12:08:00")), turns.auction().nextDeadline());
        Scene clock = new Scene(terms(ASCENDING, null, open(clock("100", "1", 1, "20"))), "A")
                .does("12:00:30", new Act.Pause("a question"))
                .does("12:10:30", new Act.Resume("answered")).bids("12:10:59", "A", "100");
        clock.assertWon("A", "100.00");
    }

    @Test
    void who_pauses_twice_or_resumes_what_runs_is_told() {
        Scene scene = english();
        refused(AuctionRefusal.NOT_PAUSED, scene.judge(new Act.Resume("x"), at("12:01:00")));
        scene.does("12:02:00", new Act.Pause("x"));
        refused(AuctionRefusal.PAUSED_ALREADY, scene.judge(new Act.Pause("x"), at("12:03:00")));
    }

    @Test
    void an_extension_moves_the_end_of_what_runs() {
        Scene scene = english().does("12:10:00", new Act.Extend(Duration.ofMinutes(5), "notice"));
        assertEquals(Optional.of(at("13:05:00")), scene.auction().nextDeadline());
        Scene waiting = english();
        refused(NOTHING_TO_EXTEND, waiting.judge(
                new Act.Extend(Duration.ofMinutes(5), "notice"), at("11:00:00")));
        for (Duration by : List.of(Duration.ZERO, Duration.ofMinutes(-1), Duration.ofDays(500),
                Duration.ofNanos(1))) {
            refused(NOTHING_TO_EXTEND, scene.judge(new Act.Extend(by, "x"), at("12:11:00")));
        }
    }

    @Test
    void a_cancelled_auction_has_ended() {
        Scene scene = english().bids("12:01:00", "A", "900")
                .does("12:02:00", new Act.Cancel("no budget"));
        assertEquals(Optional.of(new Result.Cancelled("no budget")), scene.auction().result());
        refused(AuctionRefusal.AUCTION_CLOSED, scene.bid("12:03:00", "B", "800"));
    }

    @Test
    void an_annulled_bid_counts_as_never_made() {
        Scene scene = english().bids("12:01:00", "A", "900").bids("12:02:00", "B", "800")
                .bids("12:03:00", "B", "700");
        String last = scene.auction().ranking().getFirst().id();
        scene.does("12:04:00", new Act.Annul(last, "a slip of the pen"));
        assertEquals(eur("800"), scene.standing("B"));
        refused(NO_SUCH_BID, scene.judge(new Act.Annul(last, "again"), at("12:05:00")));
        refused(NO_SUCH_BID, scene.judge(new Act.Annul("none", "x"), at("12:05:00")));
        scene.bids("12:06:00", "A", "790").assertWon("A", "790.00");
    }

    @Test
    void an_excluded_participant_s_bids_count_as_never_made_and_no_other_is_taken() {
        Scene scene = english().bids("12:01:00", "A", "900").bids("12:02:00", "B", "800")
                .does("12:03:00", new Act.Exclude("B", "collusion"));
        assertEquals(List.of("A"), scene.order());
        refused(AuctionRefusal.NOT_ADMITTED, scene.bid("12:04:00", "B", "700"));
        refused(AuctionRefusal.PARTICIPANT_UNKNOWN,
                scene.judge(new Act.Exclude("B", "again"), at("12:05:00")));
        scene.assertWon("A", "900.00");
    }

    @Test
    void what_a_rival_s_limit_forced_is_undone_with_it() {
        Scene scene = new Scene(terms(DESCENDING, "1000", open(automatic("100"))), "A", "B", "C")
                .limits("12:01:00", "A", "300").limits("12:02:00", "B", "500")
                .limits("12:03:00", "C", "300");
        assertEquals(eur("300"), scene.standing("A"));
        scene.does("12:04:00", new Act.Exclude("C", "a shill"));
        assertEquals(eur("400"), scene.standing("A"));
        scene.does("12:05:00", new Act.Exclude("B", "another shill"));
        assertEquals(eur("1000"), scene.standing("A"));
    }

    @Test
    void a_waiting_bid_is_annulled_and_does_not_come_to_stand() {
        Scene scene = new Scene(
                terms(DESCENDING, "1000", open(sealed(new Who.Everyone(), null))), "A");
        Act.PlaceBid bid = scene.placing("A", BidKind.BID, "900");
        scene.does("12:01:00", bid).does("12:02:00", new Act.Annul(bid.id(), "a slip"))
                .assertUnsuccessful(Result.Why.NO_VALID_BID);
        Scene turns = new Scene(terms(DESCENDING, "1000", open(rounds(1, "1"))), "A");
        Act.PlaceBid turn = turns.placing("A", BidKind.BID, "900");
        turns.does("12:01:10", turn).does("12:01:20", new Act.Annul(turn.id(), "a slip"))
                .assertUnsuccessful(Result.Why.NO_VALID_BID);
    }

    @Test
    void an_annulled_best_offer_may_be_made_again() {
        Scene scene = new Scene(terms(DESCENDING, "1000",
                open(Scene.bestOffer(new Who.Everyone(), Against.OWN, "1"))), "A");
        Act.PlaceBid bid = scene.placing("A", BidKind.BID, "90");
        scene.does("12:01:00", bid).does("12:02:00", new Act.Annul(bid.id(), "meant 900"))
                .bids("12:03:00", "A", "900").assertWon("A", "900.00");
    }

    @Test
    void an_annulled_confirmation_may_be_made_again_within_the_tick() {
        Scene scene = new Scene(
                terms(DESCENDING, null, open(elimination("100", "1", "50"))), "A", "B")
                .confirms("12:00:10", "B", "100");
        Act.PlaceBid bid = scene.placing("A", BidKind.CONFIRMATION, "100");
        scene.does("12:00:20", bid).does("12:00:30", new Act.Annul(bid.id(), "not signed by A"))
                .confirms("12:00:40", "A", "100").advance("12:01:00");
        assertTrue(scene.auction().nextDeadline().isPresent());
    }

    @Test
    void an_excluded_participant_s_turn_ends_at_once_and_the_next_is_of_full_length() {
        Scene scene = new Scene(terms(DESCENDING, "1000", open(rounds(1, "1"))), "A", "B", "C")
                .bids("12:01:10", "A", "900")
                .does("12:01:30", new Act.Exclude("A", "collusion"));
        assertNull(scene.standing("A"));
        assertEquals(Optional.of(at("12:03:30")), scene.auction().nextDeadline());
        scene.bids("12:03:29", "B", "800").does("12:03:29.5", new Act.Exclude("C", "collusion"))
                .assertWon("B", "800.00");
        assertEquals(Optional.of(at("12:03:30")), scene.auction().endedAt());
    }

    @Test
    void excluding_within_a_pause_counts_the_next_turn_from_the_resumption() {
        Scene scene = new Scene(terms(DESCENDING, "1000", open(rounds(1, "1"))), "A", "B")
                .does("12:01:30", new Act.Pause("suspicion"))
                .does("12:05:00", new Act.Exclude("A", "collusion"))
                .does("12:10:00", new Act.Resume("go on"));
        assertEquals(Optional.of(at("12:12:00")), scene.auction().nextDeadline());
    }

    @Test
    void when_the_clock_s_taker_is_excluded_its_price_still_limits_what_follows() {
        Scene scene = new Scene(terms(ASCENDING, null, open(clock("100", "1", 1, "20")),
                open(sealed(new Who.EveryoneElse(), null))), "A", "B").bids("12:00:30", "A", "100")
                .does("12:01:00", new Act.Exclude("A", "cannot pay"));
        refused(AuctionRefusal.BEYOND_LIMIT, scene.bid("12:02:00", "B", "100"));
        scene.bids("12:02:00", "B", "100.01").assertWon("B", "100.01");
    }

    @Test
    void admission_ends_with_the_opening_and_is_once_each() {
        Scene scene = english();
        assertEquals(AuctionRefusal.ADMITTED_ALREADY, admit(scene, "A", "fresh", "11:00:00"));
        assertEquals(AuctionRefusal.ADMITTED_ALREADY, admit(scene, "C", "number-0", "11:00:00"));
        assertEquals(AuctionRefusal.ADMISSION_OVER, admit(scene, "C", "fresh", "12:00:00"));
    }

    private static AuctionRefusal admit(Scene scene, String id, String alias, String time) {
        return ((Answer.Refused) scene.judge(new Act.Admit(id, alias, Scoring.Marks.NONE,
                Optional.empty()), at(time))).code();
    }

    @Test
    void opening_positions_keep_to_the_limit_and_stand_in_the_order_of_admission() {
        Scene scene = english();
        assertEquals(AuctionRefusal.BEYOND_LIMIT, position(scene, "1000.01", "EUR"));
        assertEquals(AuctionRefusal.WRONG_CURRENCY, position(scene, "900", "USD"));
        assertEquals(AuctionRefusal.NOT_POSITIVE, position(scene, "-1", "EUR"));
        scene.admit("C", Scoring.Marks.NONE, "900").admit("D", Scoring.Marks.NONE, "900");
        assertEquals(List.of("C", "D"), scene.order());
        Scene clock = new Scene(terms(ASCENDING, null, open(clock("100", "1", 1, "20"))));
        assertEquals(AuctionRefusal.NO_POSITION_BEFORE_A_CLOCK, position(clock, "50", "EUR"));
    }

    private static AuctionRefusal position(Scene scene, String amount, String currency) {
        return ((Answer.Refused) scene.judge(new Act.Admit("X", "fresh", Scoring.Marks.NONE,
                Optional.of(org.subhasta.kernel.Money.of(amount, currency))),
                scene.auction().now())).code();
    }

    @Test
    void marks_have_to_be_those_of_the_terms() {
        Scene priced = english();
        assertEquals(AuctionRefusal.MARKS_DO_NOT_FIT, marked(priced, "q", "0.1", null));
        assertEquals(AuctionRefusal.MARKS_DO_NOT_FIT, marked(priced, null, null, "5"));
        Scene scored = new Scene(with(terms(DESCENDING, "1000",
                open(Scene.english(step("10"), Against.LEADER))), new Scoring.Quality(List.of(
                        new Scoring.Criterion("q", new java.math.BigDecimal("0.25"))))));
        for (String weight : List.of("0.26", "-0.01")) {
            assertEquals(AuctionRefusal.MARKS_DO_NOT_FIT, marked(scored, "q", weight, null));
        }
        assertEquals(AuctionRefusal.MARKS_DO_NOT_FIT, marked(scored, "other", "0.1", null));
        assertEquals(AuctionRefusal.MARKS_DO_NOT_FIT, marked(scored, null, null, null));
    }

    private static AuctionRefusal marked(Scene scene, String name, String weight, String cost) {
        return ((Answer.Refused) scene.judge(new Act.Admit("X", "fresh", new Scoring.Marks(
                name == null ? java.util.Map.of()
                        : java.util.Map.of(name, new java.math.BigDecimal(weight)),
                Optional.ofNullable(cost).map(Scene::eur)), Optional.empty()),
                scene.auction().now())).code();
    }

    private static Interrupted interrupted(String from, String until) {
        return new Interrupted(at(from), at(until), Cause.CROSSED_AN_END);
    }

    @Test
    void an_interruption_across_the_end_gives_the_lost_time_back() {
        Scene scene = english().bids("12:01:00", "A", "900")
                .does("13:20:00", interrupted("12:55:00", "13:20:00"));
        assertTrue(scene.auction().isPaused());
        refused(AuctionRefusal.AUCTION_PAUSED, scene.bid("13:21:00", "B", "800"));
        scene.does("13:30:00", new Act.Resume("back"));
        assertEquals(Optional.of(at("13:35:00")), scene.auction().nextDeadline());
        scene.bids("13:34:59", "B", "800").assertWon("B", "800.00");
    }

    @Test
    void an_interruption_across_ticks_leaves_the_clock_where_it_stood() {
        Scene scene = new Scene(terms(ASCENDING, null, open(clock("100", "1", 1, "20"))), "A")
                .advance("12:00:30").does("12:05:00", interrupted("12:00:40", "12:05:00"));
        assertEquals(Optional.of(eur("100")), scene.view("A").clockPrice());
    }

    @Test
    void what_was_recorded_is_not_undone_by_an_interruption() {
        Scene scene = english().advance("12:30:00");
        refused(AuctionRefusal.INTERRUPTION_TOO_EARLY,
                scene.judge(interrupted("12:29:59", "12:40:00"), at("12:40:00")));
        Scene ended = english().advance("13:00:00");
        refused(AuctionRefusal.AUCTION_CLOSED,
                ended.judge(interrupted("13:00:00", "13:10:00"), at("13:10:00")));
        refused(AuctionRefusal.INTERRUPTION_TOO_EARLY,
                english().judge(interrupted("12:20:00", "12:10:00"), at("12:30:00")));
        refused(AuctionRefusal.INTERRUPTION_TOO_EARLY,
                english().judge(interrupted("12:20:00", "12:40:00"), at("12:30:00")));
    }

    @Test
    void an_interruption_within_a_pause_changes_nothing_but_is_recorded() {
        Scene scene = english().does("12:10:00", new Act.Pause("a question"))
                .does("12:40:00", interrupted("12:20:00", "12:40:00"))
                .does("12:50:00", new Act.Resume("answered"));
        assertEquals(Optional.of(at("13:40:00")), scene.auction().nextDeadline());
    }

    @Test
    void an_opening_that_was_not_known_is_set_once_and_not_in_the_past() {
        Scene scene = new Scene(english().terms().opening(Optional.empty()), "A");
        refused(AuctionRefusal.NOT_OPEN_YET, scene.bid("12:00:00", "A", "900"));
        refused(AuctionRefusal.OPENING_SET_ALREADY,
                scene.judge(new Act.SetOpening(at("11:00:00")), at("12:10:00")));
        scene.does("12:10:00", new Act.SetOpening(at("12:20:00")));
        refused(AuctionRefusal.OPENING_SET_ALREADY,
                scene.judge(new Act.SetOpening(at("12:30:00")), at("12:11:00")));
        scene.bids("12:20:00", "A", "900");
    }

    @Test
    void time_never_goes_back_and_carries_microseconds() {
        Auction auction = english().advance("12:10:00").auction();
        assertThrown(auction, at("12:09:59"));
        assertThrown(auction, at("12:11:00").plusNanos(1));
    }

    private static void assertThrown(Auction auction, Instant to) {
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class, () -> auction.advance(to));
    }
}
