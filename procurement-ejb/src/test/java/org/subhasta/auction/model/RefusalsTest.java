package org.subhasta.auction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.auction.model.AuctionRefusal.ACT_ID_REUSED;
import static org.subhasta.auction.model.AuctionRefusal.ACT_MALFORMED;
import static org.subhasta.auction.model.AuctionRefusal.AUCTION_CLOSED;
import static org.subhasta.auction.model.AuctionRefusal.AUCTION_PAUSED;
import static org.subhasta.auction.model.AuctionRefusal.BELOW_MINIMUM_STEP;
import static org.subhasta.auction.model.AuctionRefusal.BETWEEN_TURNS_OR_PHASES;
import static org.subhasta.auction.model.AuctionRefusal.BEYOND_LIMIT;
import static org.subhasta.auction.model.AuctionRefusal.NOT_ADMITTED;
import static org.subhasta.auction.model.AuctionRefusal.NOT_IN_THIS_PHASE;
import static org.subhasta.auction.model.AuctionRefusal.NOT_OPEN_YET;
import static org.subhasta.auction.model.AuctionRefusal.NOT_POSITIVE;
import static org.subhasta.auction.model.AuctionRefusal.NOT_YOUR_TURN;
import static org.subhasta.auction.model.AuctionRefusal.NO_IMPROVEMENT;
import static org.subhasta.auction.model.AuctionRefusal.STALE_CLOCK_PRICE;
import static org.subhasta.auction.model.AuctionRefusal.TOO_MANY_DECIMALS;
import static org.subhasta.auction.model.AuctionRefusal.WRONG_CURRENCY;
import static org.subhasta.auction.model.Scene.at;
import static org.subhasta.auction.model.Scene.clock;
import static org.subhasta.auction.model.Scene.english;
import static org.subhasta.auction.model.Scene.open;
import static org.subhasta.auction.model.Scene.refused;
import static org.subhasta.auction.model.Scene.rounds;
import static org.subhasta.auction.model.Scene.step;
import static org.subhasta.auction.model.Scene.terms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal of a participant's act, and which one is told where two hold. */
class RefusalsTest {

    /** A leads with 900 from 12:01 on. */
    private static Scene english900() {
        return new Scene(terms(Direction.DESCENDING, "1000",
                open(english(step("10"), Against.LEADER))), "A", "B").bids("12:01:00", "A", "900");
    }

    private static Act.PlaceBid bid(String id, String participant, String amount, String currency) {
        return new Act.PlaceBid(id, participant, BidKind.BID, amount, currency, 0);
    }

    @Test
    void the_order_of_the_refusals_is_the_contract() {
        assertEquals("[RATE_LIMITED, ACT_MALFORMED, AUCTION_UNKNOWN, NOT_ADMITTED, "
                + "ACT_SIGNATURE_INVALID, CERTIFICATE_NOT_VALID, SIGNED_FOR_SOMETHING_ELSE, "
                + "ACT_ID_REUSED, NOT_OPEN_YET, AUCTION_PAUSED, AUCTION_CLOSED, "
                + "BETWEEN_TURNS_OR_PHASES, NOT_IN_THIS_PHASE, NOT_YOUR_TURN, WRONG_CURRENCY, "
                + "TOO_MANY_DECIMALS, NOT_POSITIVE, BEYOND_LIMIT, STALE_CLOCK_PRICE, "
                + "NO_IMPROVEMENT, BELOW_MINIMUM_STEP]",
                List.of(AuctionRefusal.values()).subList(0, 21).toString());
    }

    @Test
    void only_what_comes_before_the_signature_is_not_journaled() {
        assertEquals(List.of(AuctionRefusal.RATE_LIMITED, ACT_MALFORMED,
                AuctionRefusal.AUCTION_UNKNOWN, NOT_ADMITTED),
                Stream.of(AuctionRefusal.values()).filter(one -> !one.journaled()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1e3", "1E+3", "0x10", "", " ", " 5", "5 ", "+5",
        "1,5", "1.", ".5", "007", "--5", "٣", "1_000",
        "1234567890123456789012345678901234567890", "12345678901234567", "0.1234567890123456789"})
    void what_is_no_plain_decimal_of_at_most_18_digits_is_malformed(String amount) {
        refused(ACT_MALFORMED, english900().bid("12:02:00", "B", amount));
    }

    @ParameterizedTest
    @CsvSource({"-5, NOT_POSITIVE", "0, NOT_POSITIVE", "0.00, NOT_POSITIVE",
        "-0, NOT_POSITIVE", "880.001, TOO_MANY_DECIMALS", "880.000, TOO_MANY_DECIMALS",
        "1000.01, BEYOND_LIMIT", "9999999999999999.99, BEYOND_LIMIT",
        "890.01, BELOW_MINIMUM_STEP"})
    void amounts_are_refused_by_the_first_rule_they_break(String amount, AuctionRefusal why) {
        refused(why, english900().bid("12:02:00", "B", amount));
    }

    @Test
    void an_amount_is_in_the_auction_s_currency() {
        refused(WRONG_CURRENCY,
                english900().judge(bid("x", "B", "880", "USD"), at("12:02:00")));
        refused(WRONG_CURRENCY,
                english900().judge(bid("x", "B", "880", "nonsense"), at("12:02:00")));
    }

    @Test
    void a_currency_without_decimals_takes_none() {
        Terms yen = new Terms(Direction.DESCENDING, Optional.of(Scene.NOON),
                java.util.Currency.getInstance("JPY"),
                Optional.of(org.subhasta.kernel.Money.of("1000", "JPY")), Optional.empty(),
                new Scoring.PriceAlone(), Payment.OWN_BID, 1, List.of(open(english(
                        Scene.percent("1"), Against.LEADER))));
        Scene scene = new Scene(yen, "A");
        refused(TOO_MANY_DECIMALS, scene.judge(bid("x", "A", "900.5", "JPY"), at("12:01:00")));
        Scene.accepted(scene.judge(bid("y", "A", "900", "JPY"), at("12:01:00")));
    }

    @Test
    void an_exact_repeat_gets_the_first_answer_and_changes_nothing() {
        Scene scene = english900();
        Act.PlaceBid good = bid("good", "B", "880", "EUR");
        Act.PlaceBid bad = bid("bad", "B", "895", "EUR");
        Answer first = scene.judge(good, at("12:02:00"));
        Answer refused = scene.judge(bad, at("12:02:00"));
        scene.bids("12:03:00", "A", "800");
        assertEquals(new Answer.Repeated(first), scene.judge(good, at("12:04:00")));
        assertEquals(new Answer.Repeated(refused), scene.judge(bad, at("12:04:00")));
        assertEquals(List.of("A", "B"), scene.order());
        scene.toTheEnd();
        assertEquals(new Answer.Repeated(first), scene.judge(good, scene.auction().now()));
    }

    @Test
    void an_id_stands_for_one_content_of_one_participant() {
        Scene scene = english900();
        scene.judge(bid("id", "B", "880", "EUR"), at("12:02:00"));
        refused(ACT_ID_REUSED, scene.judge(bid("id", "B", "870", "EUR"), at("12:03:00")));
        refused(ACT_ID_REUSED, scene.judge(bid("id", "A", "880", "EUR"), at("12:03:00")));
        refused(ACT_ID_REUSED, scene.judge(new Act.PlaceBid(
                "id", "B", BidKind.BID, "880", "EUR", 7), at("12:03:00")));
        refused(ACT_ID_REUSED, scene.judge(new Act.TakeBack("id", "B"), at("12:03:00")));
    }

    @Test
    void a_stranger_s_id_is_not_kept_so_it_blocks_nobody() {
        Scene scene = english900();
        refused(NOT_ADMITTED, scene.judge(bid("id", "stranger", "880", "EUR"), at("12:02:00")));
        Scene.accepted(scene.judge(bid("id", "B", "880", "EUR"), at("12:02:00")));
    }

    /** Two rules broken at once: a scene, an act that breaks both, and which is told. */
    static Stream<Arguments> pairs() {
        return Stream.of(
                pair(ACT_MALFORMED, NOT_ADMITTED, "12:02:00", "stranger", "x", "EUR"),
                pair(ACT_MALFORMED, NOT_OPEN_YET, "11:59:00", "B", "x", "EUR"),
                pair(NOT_ADMITTED, NOT_OPEN_YET, "11:59:00", "stranger", "5", "EUR"),
                pair(NOT_OPEN_YET, WRONG_CURRENCY, "11:59:00", "B", "5", "USD"),
                pair(AUCTION_CLOSED, WRONG_CURRENCY, "13:00:00", "B", "5", "USD"),
                pair(AUCTION_CLOSED, BEYOND_LIMIT, "13:00:00", "B", "5000", "EUR"),
                pair(WRONG_CURRENCY, TOO_MANY_DECIMALS, "12:02:00", "B", "1.234", "USD"),
                pair(WRONG_CURRENCY, NOT_POSITIVE, "12:02:00", "B", "-1", "USD"),
                pair(TOO_MANY_DECIMALS, NOT_POSITIVE, "12:02:00", "B", "-1.234", "EUR"),
                pair(TOO_MANY_DECIMALS, BEYOND_LIMIT, "12:02:00", "B", "5000.123", "EUR"),
                // Ascending, what is not positive is beyond the limit, too: tried below.
                pair(BEYOND_LIMIT, NO_IMPROVEMENT, "12:02:00", "A", "5000", "EUR"),
                pair(BEYOND_LIMIT, BELOW_MINIMUM_STEP, "12:02:00", "B", "5000", "EUR"),
                pair(NO_IMPROVEMENT, BELOW_MINIMUM_STEP, "12:02:00", "A", "900.00", "EUR"));
    }

    private static Arguments pair(AuctionRefusal told, AuctionRefusal other, String time,
                                  String participant, String amount, String currency) {
        return Arguments.of(told, other, time, participant, amount, currency);
    }

    @ParameterizedTest(name = "{0} before {1}")
    @MethodSource("pairs")
    void of_two_the_first_is_told(AuctionRefusal told, AuctionRefusal other, String time,
                                  String participant, String amount, String currency) {
        assertTrue(told.compareTo(other) < 0);
        Scene scene = time.startsWith("11") ? new Scene(terms(Direction.DESCENDING, "1000",
                open(english(step("10"), Against.LEADER))), "A", "B") : english900();
        refused(told, scene.judge(bid("x", participant, amount, currency), at(time)));
    }

    @Test
    void a_reused_id_is_told_before_the_time() {
        Scene scene = english900();
        scene.judge(bid("id", "B", "880", "EUR"), at("12:02:00"));
        scene.does("12:03:00", new Act.Pause("a question"));
        refused(ACT_ID_REUSED, scene.judge(bid("id", "B", "1", "EUR"), at("12:04:00")));
        refused(AUCTION_PAUSED, scene.judge(bid("other", "B", "1", "EUR"), at("12:04:00")));
    }

    @Test
    void a_repeat_is_told_before_the_time_and_a_stranger_before_a_repeat() {
        Scene scene = english900();
        Act.PlaceBid good = bid("id", "B", "880", "EUR");
        scene.judge(good, at("12:02:00"));
        scene.does("12:03:00", new Act.Pause("a question"));
        assertInstanceOf(Answer.Repeated.class, scene.judge(good, at("12:04:00")));
        scene.does("12:05:00", new Act.Exclude("B", "collusion"));
        refused(NOT_ADMITTED, scene.judge(good, at("12:06:00")));
    }

    @Test
    void not_open_is_told_before_paused() {
        Scene scene = new Scene(terms(Direction.DESCENDING, "1000",
                open(english(step("10"), Against.LEADER))), "A");
        scene.does("11:00:00", new Act.Pause("not ready"));
        refused(NOT_OPEN_YET, scene.bid("11:01:00", "A", "900"));
    }

    @Test
    void paused_is_told_before_between_phases_and_before_not_in_this_phase() {
        Scene scene = new Scene(terms(Direction.DESCENDING, "1000", open(rounds(1, "1"))), "A");
        scene.does("12:00:10", new Act.Pause("in the pause before the round"));
        refused(AUCTION_PAUSED, scene.bid("12:00:20", "A", "900"));
        scene.does("12:00:30", new Act.Resume("go on"));
        refused(BETWEEN_TURNS_OR_PHASES, scene.bid("12:00:40", "A", "900"));
        scene.does("12:02:00", new Act.Pause("in the turn"));
        refused(AUCTION_PAUSED, scene.limit("12:02:10", "A", "900"));
    }

    @Test
    void between_turns_is_told_before_not_in_this_phase_before_not_your_turn() {
        Scene scene =
                new Scene(terms(Direction.DESCENDING, "1000", open(rounds(1, "1"))), "A", "B");
        refused(BETWEEN_TURNS_OR_PHASES, scene.limit("12:00:10", "B", "900"));
        refused(NOT_IN_THIS_PHASE, scene.limit("12:01:10", "B", "900"));
        refused(NOT_YOUR_TURN, scene.bid("12:01:10", "B", "900.123"));
        refused(TOO_MANY_DECIMALS, scene.bid("12:01:10", "A", "900.123"));
    }

    @Test
    void not_in_this_phase_is_told_before_anything_about_the_amount() {
        refused(NOT_IN_THIS_PHASE, english900().judge(new Act.PlaceBid(
                "x", "B", BidKind.CONFIRMATION, "-1.234", "USD", 0), at("12:02:00")));
    }

    @Test
    void not_positive_is_told_before_beyond_the_limit() {
        Scene scene = new Scene(terms(Direction.ASCENDING, "1000",
                open(english(step("10"), Against.LEADER))), "A");
        refused(NOT_POSITIVE, scene.bid("12:01:00", "A", "-5"));
        refused(BEYOND_LIMIT, scene.bid("12:01:00", "A", "999.99"));
    }

    @Test
    void beyond_the_range_of_a_clock_is_told_before_stale() {
        Scene scene = new Scene(terms(Direction.ASCENDING, null,
                open(clock("100", "1", 1, "20"))), "A");
        refused(BEYOND_LIMIT, scene.bid("12:01:30", "A", "100.01"));
        refused(BEYOND_LIMIT, scene.bid("12:01:30", "A", "19.99"));
        refused(STALE_CLOCK_PRICE, scene.bid("12:01:30", "A", "100"));
        refused(STALE_CLOCK_PRICE, scene.bid("12:01:30", "A", "98"));
        scene.bids("12:01:30", "A", "99");
    }

    @Test
    void stale_is_told_before_confirmed_already() {
        Scene scene = new Scene(terms(Direction.DESCENDING, null,
                open(Scene.elimination("100", "1", "50"))), "A", "B");
        scene.confirms("12:00:10", "A", "100").confirms("12:00:20", "B", "100");
        refused(NO_IMPROVEMENT, scene.confirm("12:00:30", "A", "100"));
        refused(STALE_CLOCK_PRICE, scene.confirm("12:01:30", "A", "100"));
    }

    @Test
    void a_refusal_tells_the_best_possible_next_bid() {
        Answer.Refused refused = assertInstanceOf(Answer.Refused.class,
                english900().bid("12:02:00", "B", "895"));
        assertEquals(List.of("890.00"), refused.refusal().details());
    }

    @Test
    void nothing_is_taken_back_where_nothing_was_made_or_it_is_not_one_s_turn() {
        Scene scene =
                new Scene(terms(Direction.DESCENDING, "1000", open(rounds(1, "1"))), "A", "B");
        refused(AuctionRefusal.NOTHING_TO_TAKE_BACK,
                scene.judge(new Act.TakeBack("x", "A"), at("12:01:10")));
        refused(NOT_YOUR_TURN, scene.judge(new Act.TakeBack("y", "B"), at("12:01:10")));
        refused(NOT_IN_THIS_PHASE,
                english900().judge(new Act.TakeBack("z", "A"), at("12:02:00")));
    }
}
