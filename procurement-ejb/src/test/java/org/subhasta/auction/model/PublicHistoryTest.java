package org.subhasta.auction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.subhasta.auction.model.Direction.ASCENDING;
import static org.subhasta.auction.model.Direction.DESCENDING;
import static org.subhasta.auction.model.Scene.NOON;
import static org.subhasta.auction.model.Scene.eur;
import static org.subhasta.auction.model.Scene.step;
import static org.subhasta.auction.model.Scene.terms;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.model.Visibility.Level;

/** What everybody could see, as it came. */
class PublicHistoryTest {

    private static List<String> of(Scene scene, Duration until) {
        return history(scene, until).prices().stream().map(point ->
                Duration.between(NOON, point.at()) + " " + point.price().decimal()).toList();
    }

    private static PublicHistory history(Scene scene, Duration until) {
        PublicHistory history = new PublicHistory(Auction.begin(scene.terms()));
        scene.acts().forEach(act -> history.judged(act.act(), act.at()));
        history.until(NOON.plus(until));
        return history;
    }

    private static Scene english(Level everyone) {
        return new Scene(terms(DESCENDING, "1000", Phase.of(
                Scene.english(step("10"), Against.LEADER), new Visibility(
                        Level.EVERYTHING_BUT_NAMES, Level.EVERYTHING_BUT_NAMES, everyone))),
                "ann", "bob").bids("12:01:00", "ann", "900").bids("12:02:00", "bob", "800");
    }

    @Test
    void each_leading_price_stands_at_the_instant_of_its_bid() {
        assertEquals(List.of("PT1M 900.00", "PT2M 800.00"),
                of(english(Level.BEST_PRICE), Duration.ofMinutes(3)));
    }

    @Test
    void what_was_hidden_is_told_when_it_is_shown_and_not_when_it_was_bid() {
        Scene hidden = english(Level.BLIND);
        assertEquals(List.of(), of(hidden, Duration.ofMinutes(3)));
        assertEquals(List.of("PT1H 800.00"), of(hidden, Duration.ofHours(2)));
    }

    @Test
    void a_clock_moves_though_nobody_acts() {
        Scene clock = new Scene(terms(ASCENDING, null, Scene.open(new Mechanism.PriceClock(
                eur("100"), eur("10"), Duration.ofMinutes(1), eur("20")))), "ann");
        assertEquals(List.of("PT0S 100.00", "PT1M 90.00", "PT2M 80.00"),
                of(clock, Duration.ofSeconds(150)));
    }

    @Test
    void the_time_of_an_interruption_did_not_pass() {
        Scene clock = new Scene(terms(ASCENDING, null, Scene.open(new Mechanism.PriceClock(
                eur("100"), eur("10"), Duration.ofMinutes(1), eur("20")))), "ann");
        clock.does("12:05:00", new Act.Interrupted(NOON.plusSeconds(90), NOON.plusSeconds(300),
                Act.Interrupted.Cause.ABSENCE));
        assertEquals(List.of("PT0S 100.00", "PT1M 90.00"), of(clock, Duration.ofMinutes(9)));
    }

    @Test
    void what_officers_do_is_told_with_its_reason_and_without_a_name() {
        Scene scene = english(Level.BLIND)
                .does("12:03:00", new Act.Pause("fire")).does("12:04:00", new Act.Resume("out"))
                .does("12:05:00", new Act.Extend(Duration.ofMinutes(5), "lost time"))
                .does("12:06:00", new Act.Exclude("bob", "left"))
                .does("12:07:00", new Act.Cancel("burnt"));
        List<PublicHistory.Notice> notices = history(scene, Duration.ofMinutes(8)).notices();
        assertEquals(List.of("PAUSED fire", "RESUMED out", "END_MOVED lost time",
                        "PARTICIPANT_EXCLUDED left", "CANCELLED burnt"),
                notices.stream().map(one -> one.what() + " " + one.reason().orElse("")).toList());
        assertFalse(notices.toString().contains("bob"));
    }
}
