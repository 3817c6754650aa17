package org.subhasta.auction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.subhasta.auction.model.Direction.ASCENDING;
import static org.subhasta.auction.model.Direction.DESCENDING;
import static org.subhasta.auction.model.Scene.automatic;
import static org.subhasta.auction.model.Scene.english;
import static org.subhasta.auction.model.Scene.eur;
import static org.subhasta.auction.model.Scene.open;
import static org.subhasta.auction.model.Scene.refused;
import static org.subhasta.auction.model.Scene.step;
import static org.subhasta.auction.model.Scene.terms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AutomaticBidsTest {

    private static Scene scene() {
        return new Scene(terms(DESCENDING, "1000", open(automatic("100"))), "A", "B", "C");
    }

    @Test
    void without_a_rival_a_limit_stands_at_the_phase_s_limit() {
        Scene scene = scene().limits("12:01:00", "A", "500");
        assertEquals(eur("1000"), scene.standing("A"));
        assertEquals(Optional.of(eur("499.99")), scene.own("A").next());
        assertEquals(Optional.of(eur("900")), scene.own("B").next());
    }

    @Test
    void a_limit_is_itself_a_valid_bid() {
        Scene scene = scene().limits("12:01:00", "A", "500");
        refused(AuctionRefusal.BELOW_MINIMUM_STEP, scene.limit("12:02:00", "B", "900.01"));
        refused(AuctionRefusal.BEYOND_LIMIT, scene.limit("12:02:00", "B", "1000.01"));
    }

    @Test
    void a_limit_is_improved_by_any_amount_and_never_worsened() {
        Scene scene = scene().limits("12:01:00", "A", "500");
        refused(AuctionRefusal.NO_IMPROVEMENT, scene.limit("12:02:00", "A", "500"));
        refused(AuctionRefusal.NO_IMPROVEMENT, scene.limit("12:02:00", "A", "600"));
        scene.limits("12:02:00", "A", "499.99");
        assertEquals(eur("1000"), scene.standing("A"));
    }

    @Test
    void a_bid_by_hand_is_a_limit_at_its_own_amount() {
        Scene scene = scene().limits("12:01:00", "A", "500").bids("12:02:00", "B", "300");
        assertEquals(eur("400"), scene.standing("B"));
        assertEquals(List.of("B", "A"), scene.order());
    }

    @Test
    void of_equal_limits_the_earlier_leads_at_its_own() {
        Scene scene = scene().limits("12:01:00", "A", "500").limits("12:02:00", "B", "500");
        assertEquals(List.of("A", "B"), scene.order());
        assertEquals(eur("500"), scene.standing("A"));
        assertEquals(eur("500"), scene.standing("B"));
    }

    @Test
    void a_leader_who_stood_better_stays_there() {
        Scene scene = new Scene(terms(DESCENDING, "1000", open(automatic("100"))))
                .admit("A", Scoring.Marks.NONE, "400").admit("B", Scoring.Marks.NONE, "900");
        scene.limits("12:01:00", "A", "300");
        assertEquals(eur("400"), scene.standing("A"));
        scene.limits("12:02:00", "B", "300");
        assertEquals(eur("300"), scene.standing("A"));
    }

    @Test
    void limits_end_with_their_phase() {
        Scene scene = new Scene(terms(DESCENDING, "1000", open(automatic("100")),
                open(english(step("10"), Against.LEADER))), "A", "B")
                .limits("12:01:00", "A", "500").limits("12:02:00", "B", "800");
        scene.bids("13:01:00", "B", "690");
        assertEquals(eur("700"), scene.standing("A"));
        assertEquals(List.of("B", "A"), scene.order());
    }

    @Test
    void where_bids_are_not_automatic_there_are_no_limits() {
        Scene scene = new Scene(
                terms(DESCENDING, "1000", open(english(step("10"), Against.LEADER))), "A");
        refused(AuctionRefusal.NOT_IN_THIS_PHASE, scene.limit("12:01:00", "A", "500"));
    }

    @Test
    void an_accepted_limit_is_told_to_nobody_else() {
        Scene scene = scene().limits("12:01:00", "A", "500");
        AudienceView before = scene.view("B");
        scene.limits("12:02:00", "A", "450");
        assertEquals(before, scene.view("B"));
    }

    /** The closed form against a slow one that looks at all limits each time. */
    @ParameterizedTest
    @EnumSource(Direction.class)
    void the_closed_form_holds_over_random_limits(Direction direction) {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String opening = direction == DESCENDING ? "1000" : "100";
            Scene scene = new Scene(terms(direction, opening, open(automatic("7"))),
                    "A", "B", "C", "D").advance("12:00:00");
            Naive naive = new Naive(direction, new BigDecimal(opening), new BigDecimal("7"));
            for (int i = 0; i < 40; i++) {
                String who = List.of("A", "B", "C", "D").get(random.nextInt(4));
                BigDecimal amount = BigDecimal.valueOf(
                        (direction == DESCENDING ? 10_000 : 10_000) + random.nextInt(90_000), 2);
                Answer answer = scene.judge(scene.placing(who,
                        random.nextBoolean() ? BidKind.BID : BidKind.LIMIT,
                        amount.toPlainString()), scene.auction().now().plusSeconds(1));
                if (answer instanceof Answer.Accepted) {
                    naive.accept(who, amount);
                }
                assertEquals(naive.order(), scene.order(), "seed " + seed);
                naive.stands.forEach((id, price) -> assertEquals(
                        0, price.compareTo(scene.standing(id).amount()), id));
            }
        }
    }

    /** As the design says it, sentence by sentence. */
    private static final class Naive {

        private final Direction direction;
        private final BigDecimal opening;
        private final BigDecimal step;
        private final Map<String, BigDecimal> limits = new HashMap<>();
        private final Map<String, Integer> order = new HashMap<>();
        private final Map<String, BigDecimal> stands = new HashMap<>();
        private int count;

        Naive(Direction direction, BigDecimal opening, BigDecimal step) {
            this.direction = direction;
            this.opening = opening;
            this.step = step;
        }

        void accept(String who, BigDecimal limit) {
            limits.put(who, limit);
            order.put(who, count++);
            List<String> best = byLimit();
            String leader = best.getFirst();
            BigDecimal stood = stands.get(leader);
            best.forEach(id -> stands.put(id, limits.get(id)));
            BigDecimal lead = opening;
            if (best.size() > 1) {
                BigDecimal rival = limits.get(best.get(1));
                lead = direction == DESCENDING ? rival.subtract(step) : rival.add(step);
            }
            // Never beyond the own limit, never worse than it stood.
            lead = direction.better(lead, limits.get(leader)) ? limits.get(leader) : lead;
            lead = stood != null && direction.better(stood, lead) ? stood : lead;
            stands.put(leader, lead);
        }

        private List<String> byLimit() {
            List<String> ids = new ArrayList<>(limits.keySet());
            Comparator<String> price = Comparator.comparing(limits::get);
            ids.sort((direction == ASCENDING ? price.reversed() : price)
                    .thenComparing(order::get));
            return ids;
        }

        List<String> order() {
            return byLimit();
        }
    }
}
