package org.subhasta.auction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.subhasta.auction.model.Scene.at;
import static org.subhasta.auction.model.Scene.english;
import static org.subhasta.auction.model.Scene.open;
import static org.subhasta.auction.model.Scene.step;
import static org.subhasta.auction.model.Scene.terms;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.model.Act.Interrupted;
import org.subhasta.auction.model.Act.Interrupted.Cause;

class InterruptionRuleTest {

    /** Runs from noon to one. */
    private static Auction auction(String now) {
        return new Scene(terms(Direction.DESCENDING, "1000",
                open(english(step("10"), Against.LEADER))), "A").advance(now).auction();
    }

    private static Optional<Interrupted> after(String recorded, String beat, String now) {
        return InterruptionRule.after(auction(recorded), at(beat), at(now),
                InterruptionRule.GRACE);
    }

    @Test
    void a_plain_restart_that_crossed_nothing_changes_nothing() {
        assertEquals(Optional.empty(), after("12:10:00", "12:10:05", "12:11:05"));
    }

    @Test
    void a_microsecond_more_than_the_grace_is_an_absence() {
        assertEquals(Optional.of(new Interrupted(at("12:10:05"), at("12:11:05.000001"),
                Cause.ABSENCE)), after("12:10:00", "12:10:05", "12:11:05.000001"));
    }

    @Test
    void it_begins_with_the_later_of_the_last_beat_and_the_last_recorded_instant() {
        assertEquals(at("12:10:07"),
                after("12:10:07", "12:10:05", "12:20:00").orElseThrow().from());
    }

    @Test
    void any_time_without_a_server_across_an_end_counts() {
        assertEquals(Optional.of(new Interrupted(at("12:59:58"), at("13:00:00"),
                Cause.CROSSED_AN_END)), after("12:50:00", "12:59:58", "13:00:00"));
        assertEquals(Optional.empty(), after("12:50:00", "12:59:58", "12:59:59.999999"));
    }

    @Test
    void what_was_due_at_the_last_sign_of_life_had_been_served_to_its_end() {
        assertEquals(Optional.empty(), after("12:50:00", "13:00:00", "13:00:30"));
    }

    @Test
    void a_night_without_a_server_before_the_opening_is_no_loss_unless_the_opening_is_crossed() {
        assertEquals(Optional.empty(), after("01:00:00", "01:00:00", "11:59:59"));
        assertEquals(Cause.CROSSED_AN_END,
                after("01:00:00", "01:00:00", "12:00:00").orElseThrow().cause());
    }

    @Test
    void where_time_stands_still_or_all_is_over_nothing_is_lost() {
        Auction paused = auction("12:10:00").judge(new Act.Pause("x"), at("12:10:00")).auction();
        assertEquals(Optional.empty(), InterruptionRule.after(paused, at("12:10:00"),
                at("14:00:00"), Duration.ofSeconds(60)));
        assertEquals(Optional.empty(), after("13:00:00", "13:00:00", "14:00:00"));
    }

    @Test
    void a_clock_that_stepped_by_more_than_two_seconds_either_way_is_an_interruption() {
        Auction auction = auction("12:10:00");
        assertEquals(Optional.empty(),
                InterruptionRule.step(auction, at("12:10:10"), at("12:10:12")));
        assertEquals(Optional.of(new Interrupted(at("12:10:10"), at("12:10:12.000001"),
                Cause.CLOCK_JUMPED)),
                InterruptionRule.step(auction, at("12:10:10"), at("12:10:12.000001")));
        Interrupted back =
                InterruptionRule.step(auction, at("12:10:10"), at("12:09:00")).orElseThrow();
        Scene.accepted(auction.judge(back, at("12:10:00")).answer());
    }
}
