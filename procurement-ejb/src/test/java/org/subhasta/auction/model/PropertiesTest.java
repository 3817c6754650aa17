package org.subhasta.auction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.subhasta.auction.model.Histories.Shape;
import org.subhasta.kernel.Money;

/** What holds in every auction, over seeded random histories of every shape and direction. */
class PropertiesTest {

    private static final int SEEDS = 40;
    private static final int ACTS = 80;

    static Stream<Arguments> everything() {
        return Stream.of(Direction.values()).flatMap(direction -> Stream.of(Shape.values())
                .map(shape -> Arguments.of(direction, shape)));
    }

    private static void everySeed(Direction direction, Shape shape, boolean officers,
                                  Histories.Watcher watcher) {
        for (long seed = 0; seed < SEEDS; seed++) {
            new Histories(seed, direction, shape, officers).play(ACTS, watcher);
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void the_leading_price_only_improves_and_nobody_s_standing_gets_worse(
            Direction direction, Shape shape) {
        everySeed(direction, shape, true, (before, act, after) -> {
            boolean recomputed = act.filter(one -> one.act() instanceof Act.Annul
                    || one.act() instanceof Act.Exclude).isPresent();
            if (recomputed) {
                return;
            }
            Map<String, Bid> stands = new HashMap<>();
            after.ranking().forEach(bid -> stands.put(bid.participant(), bid));
            for (Bid bid : before.ranking()) {
                Bid now = stands.get(bid.participant());
                assertFalse(direction.better(bid.amount(), now.amount()));
            }
            if (!before.ranking().isEmpty()) {
                assertFalse(direction.better(before.ranking().getFirst().ranking(),
                        after.ranking().getFirst().ranking()));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("everything")
    void standing_bids_are_in_one_total_order(Direction direction, Shape shape) {
        everySeed(direction, shape, true, (before, act, after) -> {
            List<Bid> ranking = after.ranking();
            for (int i = 1; i < ranking.size(); i++) {
                assertTrue(ranking.get(i - 1).place(direction)
                        .compareTo(ranking.get(i).place(direction)) < 0);
            }
            assertEquals(ranking.size(), ranking.stream().map(Bid::sequence).distinct().count());
        });
    }

    @ParameterizedTest
    @MethodSource("everything")
    void the_winner_is_the_first_of_the_ranking_that_meets_the_reserve(
            Direction direction, Shape shape) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = new Histories(seed, direction, shape, seed % 2 == 0)
                    .play(ACTS, (before, act, after) -> { });
            Result result = scene.auction().result().orElseThrow();
            Optional<Bid> first = scene.auction().ranking().stream()
                    .filter(bid -> scene.terms().meetsReserve(bid.amount())).findFirst();
            if (result instanceof Result.Won won) {
                assertEquals(first.orElseThrow().id(), won.bid());
                assertEquals(first.get().amount(), won.amount());
                assertPaid(scene.terms(), won);
            } else if (result instanceof Result.Unsuccessful(Result.Why why)
                    && why != Result.Why.CLOCK_NOT_TAKEN) {
                assertEquals(Optional.empty(), first);
            }
        }
    }

    private static void assertPaid(Terms terms, Result.Won won) {
        Direction direction = terms.direction();
        if (terms.payment() == Payment.OWN_BID) {
            assertEquals(won.amount(), won.paid());
            return;
        }
        assertFalse(direction.better(won.paid(), won.amount()), "never better than the own bid");
        assertFalse(direction.better(terms.openingPrice().orElseThrow(), won.paid()));
        assertTrue(terms.meetsReserve(won.paid()));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void a_replay_of_the_recorded_acts_equals_the_auction_as_it_was(
            Direction direction, Shape shape) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene live = new Histories(seed, direction, shape, true)
                    .play(ACTS, (before, act, after) -> { });
            // Not one advance in between: each act brings its own instant.
            Auction replayed = Auction.begin(live.terms());
            List<Fact> facts = new ArrayList<>();
            for (Scene.Judged judged : live.acts()) {
                Auction.Judgement judgement = replayed.judge(judged.act(), judged.at());
                replayed = judgement.auction();
                facts.addAll(judgement.passed());
                if (judgement.answer() instanceof Answer.Accepted(List<Fact> happened)) {
                    facts.addAll(happened);
                }
            }
            Auction.Advance end = replayed.advance(live.auction().now());
            facts.addAll(end.facts());
            assertEquals(Histories.told(live.auction()), Histories.told(end.auction()));
            assertEquals(live.facts(), facts);
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void an_auction_in_which_no_bid_counts_is_unsuccessful(Direction direction, Shape shape) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Terms terms = new Histories(seed, direction, shape, false).terms();
            Scene scene = new Scene(with(terms), "p0", "p1").toTheEnd();
            assertTrue(scene.auction().result().orElseThrow() instanceof Result.Unsuccessful);
        }
    }

    private static Terms with(Terms terms) {
        return Scene.with(terms, new Scoring.PriceAlone());
    }

    @ParameterizedTest
    @MethodSource("everything")
    void nothing_changes_anything_after_the_end(Direction direction, Shape shape) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Histories histories = new Histories(seed, direction, shape, true);
            Scene scene = histories.play(ACTS, (before, act, after) -> { });
            String told = Histories.told(scene.auction());
            List<Act> acts = new ArrayList<>(
                    scene.acts().stream().map(Scene.Judged::act).toList());
            acts.addAll(List.of(new Act.Pause("no"), new Act.Resume("no"), new Act.Cancel("no"),
                    new Act.Exclude("p0", "no"), new Act.Extend(Duration.ofHours(1), "no"),
                    scene.placing("p1", BidKind.BID, "900"),
                    new Act.Interrupted(scene.auction().now(), scene.auction().now(),
                            Act.Interrupted.Cause.ABSENCE)));
            scene.auction().ranking().forEach(bid -> acts.add(new Act.Annul(bid.id(), "no")));
            for (Act act : acts) {
                Answer answer = scene.judge(act, scene.auction().now());
                assertFalse(answer instanceof Answer.Accepted, () -> act + " was accepted");
            }
            scene.advance(scene.auction().now().plus(Duration.ofDays(1)));
            assertEquals(told, Histories.told(scene.auction()));
        }
    }

    /** A state is never changed, so both can be tried from every state on the way. */
    @ParameterizedTest
    @MethodSource("everything")
    void what_is_told_to_be_possible_is_accepted_and_a_unit_worse_is_refused(
            Direction direction, Shape shape) {
        everySeed(direction, shape, false, (before, act, after) -> {
            for (int i = 0; i < 5; i++) {
                String participant = "p" + i;
                AudienceView.Own own =
                        after.view(new Audience.OneParticipant(participant)).own().orElseThrow();
                if (!own.mayAct() || own.next().isEmpty()) {
                    continue;
                }
                Money next = own.next().get();
                assertTrue(tried(after, participant, next) instanceof Answer.Accepted,
                        () -> participant + " is told " + next + ", and it is refused");
                BigDecimal unit = new BigDecimal("0.01");
                Money worse = Scene.eur((direction == Direction.DESCENDING
                        ? next.amount().add(unit) : next.amount().subtract(unit)).toPlainString());
                assertTrue(tried(after, participant, worse) instanceof Answer.Refused,
                        () -> participant + " is told " + next + ", and worse is accepted");
            }
        });
    }

    private static Answer tried(Auction auction, String participant, Money amount) {
        BidKind kind = auction.stage() instanceof Stage.Running running
                ? running.course().kind() : BidKind.BID;
        return auction.judge(new Act.PlaceBid("try", participant, kind, amount.decimal(), "EUR", 0),
                auction.now()).answer();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void what_an_audience_sees_changes_only_with_a_fact_counted_for_it(
            Direction direction, Shape shape) {
        everySeed(direction, shape, true, (before, act, after) -> {
            for (Audience audience : audiences()) {
                AudienceView one = before.view(audience);
                AudienceView other = after.view(audience);
                assertTrue(other.facts() >= one.facts());
                if (one.facts() == other.facts()) {
                    assertEquals(one, other, () -> audience + " was not told of " + act);
                }
            }
        });
    }

    /** Refused acts, hidden bids and limits are no news to the others. */
    @ParameterizedTest
    @MethodSource("everything")
    void nobody_else_is_told_anything_of_a_hidden_act(Direction direction, Shape shape) {
        everySeed(direction, shape, false, (before, act, after) -> {
            if (act.isEmpty() || !(act.get().act() instanceof Act.OfParticipant bid)) {
                return;
            }
            boolean hidden = switch (act.get().answer()) {
                case Answer.Accepted accepted -> accepted.facts().stream()
                        .allMatch(fact -> fact.concerns().equals(List.of(bid.participant()))
                                && !fact.visible(Visibility.Level.EVERYTHING_BUT_NAMES));
                case Answer.Refused refused -> true;
                case Answer.Repeated repeated -> true;
            };
            for (Audience audience : audiences()) {
                if (hidden && !audience.equals(new Audience.OneParticipant(bid.participant()))) {
                    assertEquals(before.view(audience), after.view(audience));
                }
            }
        });
    }

    private static List<Audience> audiences() {
        List<Audience> audiences =
                new ArrayList<>(List.of(new Audience.Officer(), new Audience.Everyone()));
        for (int i = 0; i < 5; i++) {
            audiences.add(new Audience.OneParticipant("p" + i));
        }
        return audiences;
    }
}
