package org.subhasta.bidding.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.subhasta.bidding.model.OpeningRefusal.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Refusal;

class OpeningRuleTest {

    private static final Instant CLOSED = Instant.parse("2026-11-23T12:00:02Z");
    private static final Instant END = CLOSED.plus(Duration.ofDays(7));
    private static final Instant LATER = CLOSED.plusSeconds(3_600);
    private static final String ENTRY = "ab".repeat(32);
    private static final UUID ONE = new UUID(0x4000, 1);
    private static final UUID TWO = new UUID(0x4000, 2);

    /** Two of three, half an hour of grace, seven days. */
    static OpeningTerms terms(boolean twoEnvelopes) {
        return new OpeningTerms(new Committee(2, List.of(opener("p1"), opener("p2"), opener("p3")),
                "cd".repeat(32)), twoEnvelopes, Duration.ofMinutes(30), Duration.ofDays(7));
    }

    private static Opener opener(String id) {
        return new Opener(id, "An Opener", "Alder Bay", "AAAA");
    }

    @Test
    void an_act_of_a_member_on_all_bids_of_a_closed_box_counts() {
        assertEquals(Optional.empty(), judge(act("t", "p1", ENTRY, List.of(TWO, ONE)), false));
    }

    @Test
    void an_act_for_another_tender_is_refused() {
        assertEquals(Optional.of(ACT_FOR_ANOTHER_TENDER),
                judge(act("x", "p1", ENTRY, List.of(ONE, TWO)), false));
    }

    @Test
    void an_act_in_the_name_of_somebody_else_is_refused() {
        assertEquals(Optional.of(ACT_OF_ANOTHER_OPENER),
                judge(act("t", "p2", ENTRY, List.of(ONE, TWO)), false));
    }

    @Test
    void an_act_that_rests_on_another_entry_is_refused() {
        assertEquals(Optional.of(ENTRY_DIFFERS),
                judge(act("t", "p1", "00".repeat(32), List.of(ONE, TWO)), false));
    }

    @Test
    void an_act_that_leaves_a_bid_out_names_a_stranger_or_one_twice_is_refused() {
        for (List<UUID> bids : List.of(List.of(ONE), List.of(ONE, new UUID(0x4000, 9)),
                List.of(ONE, TWO, TWO))) {
            assertEquals(Optional.of(BIDS_DIFFER), judge(act("t", "p1", ENTRY, bids), false));
        }
    }

    @Test
    void a_second_act_is_refused() {
        assertEquals(Optional.of(ACTED_ALREADY),
                judge(act("t", "p1", ENTRY, List.of(ONE, TWO)), true));
    }

    @Test
    void nothing_of_an_open_box_is_opened() {
        assertEquals(Optional.of(BOX_STILL_OPEN), time(new BoxState.Open(), false, Part.BID, LATER));
    }

    @Test
    void a_part_that_bids_do_not_have_is_not_opened() {
        assertEquals(Optional.of(NO_SUCH_PART),
                time(new BoxState.Closed(CLOSED), false, Part.PRICE, LATER));
        assertEquals(Optional.of(NO_SUCH_PART),
                time(new BoxState.Closed(CLOSED), true, Part.BID, LATER));
    }

    @Test
    void prices_wait_for_the_signed_technical_evaluation() {
        for (BoxState state : List.of(
                new BoxState.Closed(CLOSED), new BoxState.TechnicalOpened(CLOSED))) {
            assertEquals(Optional.of(EVALUATION_NOT_SIGNED), time(state, true, Part.PRICE, LATER));
        }
        assertEquals(Optional.empty(),
                time(new BoxState.Released(CLOSED), true, Part.PRICE, LATER));
    }

    @Test
    void an_opening_is_over_when_its_period_is_or_all_is_opened() {
        BoxState closed = new BoxState.Closed(CLOSED);
        assertEquals(Optional.empty(), time(closed, false, Part.BID, END.minusNanos(1_000)));
        assertEquals(Optional.of(OPENING_OVER), time(closed, false, Part.BID, END));
        assertEquals(Optional.of(OPENING_OVER),
                time(new BoxState.Opened(CLOSED), false, Part.BID, LATER));
        assertEquals(Optional.of(OPENING_OVER),
                time(new BoxState.Released(CLOSED), true, Part.TECHNICAL, LATER));
    }

    @Test
    void nothing_of_a_cancelled_tender_is_opened_whether_it_was_closed_or_not() {
        assertEquals(Optional.of(OPENING_GIVEN_UP),
                time(new BoxState.Abandoned(CLOSED), false, Part.BID, LATER));
        for (BoxState state : List.of(new BoxState.Closed(CLOSED),
                new BoxState.TechnicalOpened(CLOSED), new BoxState.Released(CLOSED))) {
            for (Part part : List.of(Part.TECHNICAL, Part.PRICE)) {
                assertEquals(Optional.of(OPENING_GIVEN_UP), OpeningRule.time(state, terms(true),
                        part, Optional.of(END), true, LATER).map(Refusal::code));
            }
        }
    }

    @Test
    void a_quorum_is_reached_by_shares_that_match_and_missed_when_nobody_is_left() {
        Committee committee = terms(false).committee();
        assertEquals(Quorum.REACHED, Quorum.of(committee, 2, 2, false));
        assertEquals(Quorum.REACHED, Quorum.of(committee, 2, 3, true));
        assertEquals(Quorum.AWAITED, Quorum.of(committee, 1, 2, false));
        assertEquals(Quorum.MISSED, Quorum.of(committee, 1, 3, false));
        assertEquals(Quorum.MISSED, Quorum.of(committee, 1, 2, true));
    }

    @Test
    void a_box_goes_from_part_to_part() {
        assertEquals(new BoxState.Opened(LATER),
                new BoxState.Closed(CLOSED).next(terms(false), LATER));
        assertEquals(new BoxState.TechnicalOpened(LATER),
                new BoxState.Closed(CLOSED).next(terms(true), LATER));
        assertEquals(new BoxState.Opened(LATER),
                new BoxState.Released(CLOSED).next(terms(true), LATER));
        for (BoxState state : List.of(new BoxState.Open(), new BoxState.TechnicalOpened(CLOSED),
                new BoxState.Opened(CLOSED), new BoxState.Abandoned(CLOSED))) {
            assertThrows(IllegalStateException.class, () -> state.next(terms(true), LATER));
            assertEquals(Optional.empty(), state.opening(terms(true)));
        }
    }

    @Test
    void a_committee_of_one_of_too_many_or_of_somebody_twice_is_none() {
        List<Opener> three = List.of(opener("p1"), opener("p2"), opener("p3"));
        assertThrows(IllegalArgumentException.class, () -> new Committee(1, three, ENTRY));
        assertThrows(IllegalArgumentException.class, () -> new Committee(4, three, ENTRY));
        assertThrows(IllegalArgumentException.class,
                () -> new Committee(2, List.of(opener("p1"), opener("p1")), ENTRY));
        assertThrows(IllegalArgumentException.class, () -> new Committee(2, three, "x"));
    }

    private static OpeningRule.Act act(
            String tender, String opener, String entry, List<UUID> bids) {
        return new OpeningRule.Act(tender, Part.BID, opener, entry, bids);
    }

    private static Optional<Refusal.Code> judge(OpeningRule.Act act, boolean acted) {
        return OpeningRule.judge(new OpeningRule.Facts("t", new BoxState.Closed(CLOSED),
                terms(false), Optional.of(ENTRY), Optional.of(END), false,
                List.of(ONE, TWO), acted), act, "p1", LATER).map(Refusal::code);
    }

    private static Optional<Refusal.Code> time(
            BoxState state, boolean twoEnvelopes, Part part, Instant now) {
        return OpeningRule.time(state, terms(twoEnvelopes), part, Optional.of(END), false, now)
                .map(Refusal::code);
    }
}
