package org.subhasta.bidding.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Period;

class OutageRuleTest {

    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant HALF_PAST = TEN.plus(Duration.ofMinutes(30));
    private static final Period OUTAGE = new Period(TEN, HALF_PAST);

    @Test
    void a_gap_of_exactly_the_grace_is_no_outage() {
        assertEquals(Optional.empty(), OutageRule.outage(TEN, TEN.plus(OutageRule.GRACE)));
    }

    @Test
    void a_gap_of_a_microsecond_more_is_one() {
        Instant until = TEN.plus(OutageRule.GRACE).plusNanos(1_000);
        assertEquals(Optional.of(new Period(TEN, until)), OutageRule.outage(TEN, until));
    }

    @Test
    void a_clock_that_steps_back_is_no_outage() {
        assertEquals(Optional.empty(), OutageRule.outage(HALF_PAST, TEN));
    }

    @Test
    void a_heartbeat_is_current_up_to_and_with_the_grace() {
        assertTrue(OutageRule.isCurrent(TEN, TEN));
        assertTrue(OutageRule.isCurrent(TEN, TEN.plus(OutageRule.GRACE)));
        assertFalse(OutageRule.isCurrent(TEN, TEN.plus(OutageRule.GRACE).plusNanos(1_000)));
    }

    @Test
    void a_heartbeat_far_ahead_of_the_clock_is_not_current() {
        assertFalse(OutageRule.isCurrent(HALF_PAST, TEN));
    }

    @Test
    void a_closing_within_the_outage_moves_to_two_hours_after_its_end() {
        assertMoves(TEN.plus(Duration.ofMinutes(15)), "2026-11-23T12:30:00Z");
    }

    @Test
    void a_closing_at_the_first_instant_of_the_outage_moves() {
        assertMoves(TEN, "2026-11-23T12:30:00Z");
    }

    @Test
    void a_closing_just_before_the_outage_stays() {
        assertStays(TEN.minusNanos(1_000));
    }

    @Test
    void a_closing_at_the_end_of_the_outage_moves() {
        assertMoves(HALF_PAST, "2026-11-23T12:30:00Z");
    }

    @Test
    void a_closing_less_than_two_hours_after_the_outage_moves() {
        assertMoves(HALF_PAST.plus(OutageRule.AFTERMATH).minusNanos(1_000),
                "2026-11-23T12:30:00Z");
    }

    @Test
    void a_closing_two_hours_after_the_outage_stays() {
        assertStays(HALF_PAST.plus(OutageRule.AFTERMATH));
    }

    @Test
    void a_moved_closing_is_rounded_up_to_full_five_minutes() {
        Period outage = new Period(TEN, TEN.plusSeconds(61));
        ClosingMove move = OutageRule.move(TEN.plusSeconds(30), outage).orElseThrow();
        assertEquals(Instant.parse("2026-11-23T12:05:00Z"), move.to());
        assertEquals(outage, move.outage());
    }

    @Test
    void a_full_five_minutes_is_not_rounded_further() {
        Period outage = new Period(TEN, Instant.parse("2026-11-23T10:05:00Z"));
        assertEquals(Instant.parse("2026-11-23T12:05:00Z"),
                OutageRule.move(TEN, outage).orElseThrow().to());
    }

    @Test
    void a_closing_already_moved_is_moved_again_by_a_second_outage() {
        Instant once = OutageRule.move(TEN.plusSeconds(60), OUTAGE).orElseThrow().to();
        Period second = new Period(once.minusSeconds(120), once.plusSeconds(240));
        ClosingMove again = OutageRule.move(once, second).orElseThrow();
        assertEquals(once, again.from());
        assertEquals(Instant.parse("2026-11-23T14:35:00Z"), again.to());
    }

    @Test
    void a_second_outage_long_before_a_moved_closing_leaves_it() {
        Instant once = OutageRule.move(TEN.plusSeconds(60), OUTAGE).orElseThrow().to();
        Period second = new Period(HALF_PAST, once.minus(OutageRule.AFTERMATH));
        assertEquals(Optional.empty(), OutageRule.move(once, second));
    }

    @Test
    void a_move_never_shortens_and_always_leaves_the_aftermath() {
        Random random = new Random(20261122);
        int moved = 0;
        for (int i = 0; i < 20_000; i++) {
            Instant from = TEN.plusSeconds(random.nextInt(86_400)).plusNanos(random.nextInt(1_000_000) * 1_000L);
            Instant until = from.plusSeconds(61 + random.nextInt(20_000));
            Instant closing = TEN.plusSeconds(random.nextInt(120_000));
            Optional<ClosingMove> move = OutageRule.move(closing, new Period(from, until));
            if (move.isPresent()) {
                moved++;
                Instant to = move.get().to();
                assertTrue(to.isAfter(closing));
                assertFalse(to.isBefore(until.plus(OutageRule.AFTERMATH)));
                assertTrue(to.isBefore(until.plus(OutageRule.AFTERMATH).plus(OutageRule.ROUNDING)));
                assertEquals(0, to.getEpochSecond() % OutageRule.ROUNDING.toSeconds());
            } else {
                assertTrue(closing.isBefore(from)
                        || !closing.isBefore(until.plus(OutageRule.AFTERMATH)));
            }
        }
        assertTrue(moved > 1_000, "the generator makes both kinds");
    }

    @Test
    void an_opening_that_ends_within_an_outage_or_a_day_after_it_gives_the_openers_a_day() {
        Instant day = OUTAGE.until().plus(OutageRule.RELEASE);
        for (Instant end : List.of(OUTAGE.from(), OUTAGE.until(), day.minusSeconds(1))) {
            Instant moved = OutageRule.openingEnd(end, OUTAGE).orElseThrow();
            assertFalse(moved.isBefore(day), end::toString);
            assertTrue(moved.isBefore(day.plus(OutageRule.ROUNDING)), end::toString);
        }
        assertEquals(Optional.empty(), OutageRule.openingEnd(day, OUTAGE));
        assertEquals(Optional.empty(),
                OutageRule.openingEnd(OUTAGE.from().minusSeconds(1), OUTAGE));
    }

    @Test
    void the_end_of_a_grace_moves_by_an_outage_that_begins_after_the_closing() {
        Instant closing = OUTAGE.from().minusSeconds(1);
        Instant end = closing.plusSeconds(1_800);
        assertEquals(OutageRule.move(end, OUTAGE), OutageRule.graceMove(closing, end, OUTAGE));
        assertTrue(OutageRule.move(end, OUTAGE).isPresent());
        assertEquals(Optional.empty(), OutageRule.graceMove(OUTAGE.from(), end, OUTAGE),
                "it moves with the closing");
        assertEquals(Optional.empty(), OutageRule.graceMove(closing, closing, OUTAGE),
                "without a grace there is nothing to move");
    }

    private static void assertMoves(Instant closing, String to) {
        assertEquals(Optional.of(new ClosingMove(closing, Instant.parse(to), OUTAGE)),
                OutageRule.move(closing, OUTAGE));
    }

    private static void assertStays(Instant closing) {
        assertEquals(Optional.empty(), OutageRule.move(closing, OUTAGE));
    }
}
