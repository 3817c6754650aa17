package org.subhasta.auction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.format.AuctionFile;
import org.subhasta.auction.format.TermsReader;
import org.subhasta.auction.model.Plan.OfPhase;
import org.subhasta.auction.model.Plan.Window;

/** When things happen at the earliest and at the latest, by the terms alone. */
class PlanTest {

    private static Plan plan(String further) {
        AuctionFile file = TermsReader.read("""
                {"currency": "EUR", "openingPrice": "100.00", "opensAt": "2027-03-01T12:00:00Z",
                 %s}""".formatted(further)).value().orElseThrow();
        return Plan.of(file.order(), file.lots());
    }

    private static Window window(String earliest, String latest) {
        return new Window(at(earliest), latest.isEmpty()
                ? Optional.empty() : Optional.of(at(latest)));
    }

    private static Instant at(String time) {
        return Instant.parse("2027-03-01T" + time + ":00Z");
    }

    private static List<Window> ends(Plan plan) {
        return plan.lots().getFirst().phases().stream().map(OfPhase::ends).toList();
    }

    @Test
    void a_soft_close_without_a_limit_has_no_latest_end() {
        assertEquals(List.of(window("12:30", "")), ends(plan("\"format\": \"english-reverse\"")));
    }

    @Test
    void a_soft_close_of_at_most_two_extensions_ends_at_most_two_extensions_later() {
        assertEquals(List.of(window("12:30", "12:40")), ends(plan("""
                "format": "english-reverse", "phases": [
                  {"softClose": {"window": "PT2M", "extension": "PT5M", "most": 2}}]""")));
    }

    @Test
    void without_a_soft_close_the_end_is_exact() {
        Window end = ends(plan("""
                "format": "english-reverse", "phases": [{"softClose": "none"}]""")).getFirst();
        assertEquals(window("12:30", "12:30"), end);
        assertTrue(end.isExact());
    }

    @Test
    void rounds_take_at_least_the_turns_of_the_fewest_participants() {
        assertEquals(List.of(window("12:24", "")), ends(plan(
                "\"format\": \"prozorro\", \"minimumParticipants\": 3")));
    }

    @Test
    void a_clock_may_be_taken_at_once_or_in_the_tick_of_its_last_price() {
        List<Window> ends = ends(plan("""
                "format": "hybrid-dutch", "phases": [
                  {"first": "100.00", "step": "30.00", "tick": "PT5M", "last": "20.00"},
                  {"pause": "PT1M"}]"""));
        // 100, 70, 40, 20: four prices.
        assertEquals(window("12:00", "12:20"), ends.getFirst());
        assertEquals(window("12:11", "12:31"), ends.get(1));
        assertEquals(window("12:16", "12:36"), ends.get(2));
        assertFalse(ends.getLast().isExact());
    }

    @Test
    void an_elimination_takes_at_least_one_tick() {
        assertEquals(List.of(window("12:01", "12:11")), ends(plan("""
                "format": "japanese", "direction": "descending", "phases": [
                  {"step": "1.00", "last": "90.00"}]""")));
    }

    @Test
    void after_a_phase_that_keeps_the_best_one_may_be_left_for_rounds() {
        assertEquals(window("12:34", ""), ends(plan("""
                "direction": "descending", "minimumParticipants": 5, "phases": [
                  {"mechanism": "sealed", "keepsBest": 3},
                  {"mechanism": "rounds", "rounds": 1}]""")).getLast());
    }

    @Test
    void lots_open_as_their_order_says() {
        String sealed = "\"format\": \"vickrey\", \"lots\": [\"a\", \"b\"], \"lotOrder\": ";
        assertEquals(window("12:00", "12:00"),
                plan(sealed + "\"parallel\"").lots().getLast().opens());
        assertEquals(window("12:10", "12:10"),
                plan(sealed + "{\"staggered\": \"PT10M\"}").lots().getLast().opens());
        assertEquals(window("12:31", "12:31"),
                plan(sealed + "{\"oneAfterAnother\": \"PT1M\"}").lots().getLast().opens());
    }
}
