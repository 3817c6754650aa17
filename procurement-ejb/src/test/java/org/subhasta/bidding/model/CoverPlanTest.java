package org.subhasta.bidding.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class CoverPlanTest {

    private static final Instant OPENED = Instant.parse("2027-03-01T09:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int BOXES = 20_000;

    @Test
    void the_number_of_leaves_does_not_tell_none_from_five_bids() {
        assertHardlyTold(counts(MONTH, List::size), 5);
        assertHardlyTold(counts(WEEK, List::size), 5);
    }

    @Test
    void nor_do_the_leaves_of_the_last_day_or_the_last_hour_tell_none_from_two() {
        assertHardlyTold(counts(WEEK, covers -> after(covers, Duration.ofDays(1))), 2);
        assertHardlyTold(counts(WEEK, covers -> after(covers, Duration.ofHours(1))), 2);
    }

    @Test
    void covers_that_came_evenly_would_tell_the_bids() {
        // What the test above would say of a plan that hides nothing: one cover a day.
        assertThrows(AssertionError.class, () -> assertHardlyTold(Map.of(30, BOXES), 5));
    }

    @Test
    void every_box_of_a_week_has_some_covers_and_none_has_very_many() {
        Map<Integer, Integer> counts = counts(WEEK, List::size);
        TreeSet<Integer> seen = new TreeSet<>(counts.keySet());
        assertTrue(seen.first() >= 5, "at least " + seen.first());
        assertTrue(seen.last() <= 200, "at most " + seen.last());
    }

    @Test
    void the_next_cover_is_never_further_than_four_days() {
        Random random = new Random(4);
        CoverPlan plan = CoverPlan.begin(OPENED, OPENED.plus(MONTH), random);
        for (int i = 0; i < 1_000; i++) {
            assertTrue(plan.due().isAfter(OPENED));
            assertTrue(plan.due().isBefore(OPENED.plus(CoverPlan.LONGEST)));
            plan = plan.next(OPENED, OPENED.plus(MONTH), random);
        }
    }

    @Test
    void covers_go_on_while_a_closing_waits_for_an_announced_bid() {
        Random random = new Random(5);
        Instant after = OPENED.plus(Duration.ofMinutes(30));
        CoverPlan plan = CoverPlan.begin(after, OPENED, random);
        assertTrue(plan.due().isAfter(after));
        assertTrue(plan.due().isBefore(after.plus(CoverPlan.SHORTEST)));
    }

    @Test
    void the_pace_changes_now_and_then() {
        Random random = new Random(6);
        CoverPlan plan = CoverPlan.begin(OPENED, OPENED.plus(MONTH), random);
        int changes = 0;
        for (int i = 0; i < 800; i++) {
            CoverPlan next = plan.next(OPENED, OPENED.plus(MONTH), random);
            changes += next.pace() == plan.pace() ? 0 : 1;
            plan = next;
        }
        assertTrue(changes > 60 && changes < 130, changes + " changes");
    }

    @Test
    void a_cover_is_due_at_its_instant_and_missed_ten_seconds_later() {
        CoverPlan plan = new CoverPlan(2, OPENED);
        assertFalse(plan.isDue(OPENED.minusNanos(1_000)));
        assertTrue(plan.isDue(OPENED));
        assertFalse(plan.isMissed(OPENED.plusSeconds(10)));
        assertTrue(plan.isMissed(OPENED.plusSeconds(10).plusNanos(1_000)));
    }

    @Test
    void instants_carry_microseconds() {
        CoverPlan plan = CoverPlan.begin(OPENED, OPENED.plus(MONTH), new Random(7));
        assertEquals(0, plan.due().getNano() % 1_000);
    }

    @Test
    void a_pace_out_of_bounds_is_no_plan() {
        assertThrows(IllegalArgumentException.class, () -> new CoverPlan(1, OPENED));
        assertThrows(IllegalArgumentException.class, () -> new CoverPlan(17, OPENED));
    }

    /**
     * Whoever sees the number of leaves guesses best by what is likelier. Of a hundred guesses
     * between no bids and so many, 50 + 50 × (total variation distance) are right.
     */
    private static void assertHardlyTold(Map<Integer, Integer> covers, int bids) {
        TreeSet<Integer> leaves = new TreeSet<>(covers.keySet());
        covers.keySet().forEach(count -> leaves.add(count + bids));
        int apart = leaves.stream().mapToInt(count -> Math.abs(
                covers.getOrDefault(count, 0) - covers.getOrDefault(count - bids, 0))).sum();
        int right = 50 + 50 * apart / (2 * BOXES);
        assertTrue(right <= 57, right + " of a hundred guesses are right");
    }

    /** How many boxes have how many covers. */
    private static Map<Integer, Integer> counts(
            Duration open, ToIntFunction<List<Duration>> counted) {
        Random random = new Random(3);
        Map<Integer, Integer> boxes = new TreeMap<>();
        for (int i = 0; i < BOXES; i++) {
            boxes.merge(counted.applyAsInt(covers(open, random)), 1, Integer::sum);
        }
        return boxes;
    }

    /** How long before the closing the covers of a box come. */
    private static List<Duration> covers(Duration open, Random random) {
        Instant closesAt = OPENED.plus(open);
        List<Duration> covers = new ArrayList<>();
        CoverPlan plan = CoverPlan.begin(OPENED, closesAt, random);
        while (plan.due().isBefore(closesAt)) {
            covers.add(Duration.between(plan.due(), closesAt));
            plan = plan.next(plan.due(), closesAt, random);
        }
        return covers;
    }

    private static int after(List<Duration> covers, Duration beforeClosing) {
        return (int) covers.stream()
                .filter(left -> left.compareTo(beforeClosing) <= 0).count();
    }
}
