package org.subhasta.auction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.auction.model.Direction.DESCENDING;
import static org.subhasta.auction.model.Scene.english;
import static org.subhasta.auction.model.Scene.eur;
import static org.subhasta.auction.model.Scene.open;
import static org.subhasta.auction.model.Scene.step;
import static org.subhasta.auction.model.Scene.terms;
import static org.subhasta.auction.model.Scene.with;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.model.Visibility.Level;

/** What each audience is shown. */
class ViewsTest {

    private static Scene seen(Level participants, Level officer, Level everyone) {
        Against against = participants.showsBestPrice() ? Against.LEADER : Against.OWN;
        return new Scene(terms(DESCENDING, "1000", Phase.of(english(step("10"), against),
                new Visibility(participants, officer, everyone))), "ann", "bob", "cid")
                .bids("12:01:00", "ann", "900").bids("12:02:00", "bob", "800");
    }

    private static AudienceView officer(Scene scene) {
        return scene.auction().view(new Audience.Officer());
    }

    private static AudienceView everyone(Scene scene) {
        return scene.auction().view(new Audience.Everyone());
    }

    @Test
    void before_the_end_no_audience_reads_a_name() {
        Scene scene = seen(Level.EVERYTHING_BUT_NAMES, Level.EVERYTHING_BUT_NAMES,
                Level.EVERYTHING_BUT_NAMES);
        for (AudienceView view : List.of(officer(scene), everyone(scene), scene.view("cid"))) {
            String text = view.toString();
            assertFalse(text.contains("ann") || text.contains("bob"), text);
            assertEquals(List.of("number-1", "number-0"),
                    view.standings().stream().map(AudienceView.Line::name).toList());
        }
    }

    @Test
    void at_the_end_all_audiences_read_names_and_everything_else() {
        Scene scene = seen(Level.BLIND, Level.BLIND, Level.BLIND).toTheEnd();
        for (AudienceView view : List.of(officer(scene), everyone(scene), scene.view("cid"))) {
            assertEquals(List.of("bob", "ann"),
                    view.standings().stream().map(AudienceView.Line::name).toList());
            assertEquals(eur("800"), view.best().orElseThrow());
        }
    }

    @Test
    void before_the_opening_nobody_is_shown_anything_of_opening_positions_of_others() {
        for (Level level : List.of(Level.EVERYTHING_BUT_NAMES, Level.BEST_PRICE)) {
            Scene scene = new Scene(terms(DESCENDING, "1000", Phase.of(
                    english(step("10"), Against.LEADER), new Visibility(level, level, level))))
                    .admit("ann", Scoring.Marks.NONE, "900");
            List<AudienceView> before = List.of(
                    officer(scene), everyone(scene), scene.view("ann"));
            scene.admit("bob", Scoring.Marks.NONE, "800");
            assertEquals(before, List.of(officer(scene), everyone(scene), scene.view("ann")),
                    "not even that there is another");
            for (AudienceView view : before) {
                assertEquals(List.of(), view.standings());
                assertEquals(Optional.empty(), view.best());
            }
            assertEquals(Optional.empty(), scene.own("ann").rank());
            assertEquals(Optional.of(eur("900")), scene.own("ann").standing());

            scene.advance("12:00:00");
            assertEquals(eur("800"), everyone(scene).best().orElseThrow());
            assertTrue(everyone(scene).facts() > before.get(1).facts());
        }
    }

    @Test
    void own_bids_are_marked() {
        Scene scene = seen(Level.EVERYTHING_BUT_NAMES, Level.BLIND, Level.BLIND);
        assertEquals(List.of(false, true),
                scene.view("ann").standings().stream().map(AudienceView.Line::own).toList());
        assertEquals(Optional.of(2), scene.own("ann").rank());
    }

    @Test
    void the_best_price_is_shown_without_the_others_and_without_a_rank() {
        Scene scene = seen(Level.BEST_PRICE, Level.BEST_PRICE, Level.BEST_PRICE);
        AudienceView view = scene.view("ann");
        assertEquals(eur("800"), view.best().orElseThrow());
        assertEquals(List.of(), view.standings());
        assertEquals(Optional.empty(), scene.own("ann").rank());
        assertEquals(Optional.of(eur("790")), scene.own("ann").next());
    }

    @Test
    void the_own_rank_is_shown_without_any_price_of_others() {
        Scene scene = seen(Level.OWN_RANK, Level.EVERYTHING_BUT_NAMES, Level.BLIND);
        AudienceView view = scene.view("ann");
        assertEquals(Optional.of(2), scene.own("ann").rank());
        assertEquals(Optional.empty(), view.best());
        assertEquals(List.of(), view.standings());
        assertEquals(Optional.of(eur("890")), scene.own("ann").next());
        assertEquals(List.of(), everyone(scene).standings());
        assertEquals(2, officer(scene).standings().size());
    }

    @Test
    void a_change_of_the_own_rank_is_counted_and_a_bid_that_changes_none_is_not() {
        Scene scene = seen(Level.OWN_RANK, Level.BLIND, Level.BLIND);
        long ann = scene.view("ann").facts();
        long bob = scene.view("bob").facts();
        scene.bids("12:03:00", "bob", "700");
        assertEquals(ann, scene.view("ann").facts());
        assertTrue(scene.view("bob").facts() > bob);
        scene.bids("12:04:00", "cid", "750");
        assertEquals(ann + 1, scene.view("ann").facts());
        assertEquals(everyone(seen(Level.OWN_RANK, Level.BLIND, Level.BLIND)).facts(),
                everyone(scene).facts());
    }

    @Test
    void blind_is_blind() {
        Scene scene = seen(Level.BLIND, Level.BLIND, Level.BLIND);
        AudienceView before = scene.view("cid");
        scene.bids("12:03:00", "ann", "500");
        assertEquals(before, scene.view("cid"));
        assertEquals(Optional.empty(), scene.own("ann").rank());
        assertEquals(Optional.of(eur("500")), scene.own("ann").standing());
        assertEquals(2, scene.own("ann").bids().size());
    }

    @Test
    void a_hidden_reserve_is_shown_at_the_end_with_what_it_was_committed_to() {
        Reserve.Hidden reserve = new Reserve.Hidden(eur("850"), "ab".repeat(32));
        Scene scene = new Scene(with(terms(DESCENDING, "1000",
                open(english(step("10"), Against.LEADER))), reserve), "ann");
        assertEquals(Optional.empty(), officer(scene).reserve());
        assertEquals(Optional.empty(), scene.view("ann").reserve());
        scene.toTheEnd();
        assertEquals(Optional.of(reserve), everyone(scene).reserve());
        assertEquals(64, reserve.commitment().length());
        assertFalse(reserve.commitment().equals(
                new Reserve.Hidden(eur("850.01"), "ab".repeat(32)).commitment()));
    }

    @Test
    void a_turn_is_shown_to_its_participant_and_where_everything_is() {
        Phase ranked = Phase.of(Scene.rounds(1, "1"), Visibility.RANKED);
        Scene scene = new Scene(terms(DESCENDING, "1000", ranked), "ann", "bob")
                .advance("12:01:00");
        assertEquals(Optional.of("number-0"), scene.view("ann").turn());
        assertTrue(scene.own("ann").mayAct());
        assertEquals(Optional.empty(), scene.view("bob").turn());
        assertFalse(scene.own("bob").mayAct());
        assertEquals(Optional.of("number-0"), officer(scene).turn());
    }

    @Test
    void while_paused_nobody_may_act_and_the_time_is_that_of_the_pause() {
        Scene scene = seen(Level.EVERYTHING_BUT_NAMES, Level.BLIND, Level.BLIND)
                .does("12:10:00", new Act.Pause("a question"));
        assertEquals(Optional.of(Scene.at("12:10:00")), scene.view("ann").pausedAt());
        assertFalse(scene.own("ann").mayAct());
    }

    @Test
    void there_is_no_view_for_a_stranger() {
        assertThrows(IllegalArgumentException.class,
                () -> seen(Level.BLIND, Level.BLIND, Level.BLIND).view("stranger"));
    }
}
