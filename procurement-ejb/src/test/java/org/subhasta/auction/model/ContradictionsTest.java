package org.subhasta.auction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.auction.model.Direction.ASCENDING;
import static org.subhasta.auction.model.Direction.DESCENDING;
import static org.subhasta.auction.model.Scene.MINUTE;
import static org.subhasta.auction.model.Scene.automatic;
import static org.subhasta.auction.model.Scene.bestOffer;
import static org.subhasta.auction.model.Scene.clock;
import static org.subhasta.auction.model.Scene.elimination;
import static org.subhasta.auction.model.Scene.english;
import static org.subhasta.auction.model.Scene.eur;
import static org.subhasta.auction.model.Scene.open;
import static org.subhasta.auction.model.Scene.percent;
import static org.subhasta.auction.model.Scene.rounds;
import static org.subhasta.auction.model.Scene.sealed;
import static org.subhasta.auction.model.Scene.soft;
import static org.subhasta.auction.model.Scene.step;
import static org.subhasta.auction.model.Scene.terms;
import static org.subhasta.auction.model.Scene.with;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.subhasta.auction.model.Contradiction.Code;
import org.subhasta.auction.model.Mechanism.OpenOutcry;
import org.subhasta.auction.model.Mechanism.Rounds;
import org.subhasta.auction.model.Mechanism.Sealed;
import org.subhasta.auction.model.Visibility.Level;

/** Terms that cannot be kept: each kind is found, and all are told at once. */
class ContradictionsTest {

    private static final Phase ENGLISH = open(english(step("10"), Against.LEADER));

    private static Terms with1(Phase... phases) {
        return terms(DESCENDING, "1000", phases);
    }

    private static Phase seen(Mechanism mechanism, Level participants, Level officer,
                              Level everyone) {
        return Phase.of(mechanism, new Visibility(participants, officer, everyone));
    }

    private static Scoring quality(String... weights) {
        int[] number = {0};
        return new Scoring.Quality(List.of(weights).stream().map(weight ->
                new Scoring.Criterion("q" + number[0]++, new BigDecimal(weight))).toList());
    }

    /** One or more terms for each code; the code is among what is found. */
    private static Map<Code, List<Terms>> examples() {
        Map<Code, List<Terms>> map = new EnumMap<>(Code.class);
        Level all = Level.EVERYTHING_BUT_NAMES;
        Duration hour = Duration.ofHours(1);
        Phase sealed = open(sealed(new Who.Everyone(), null));
        map.put(Code.NO_PHASE, List.of(with1()));
        map.put(Code.TOO_MANY_PHASES,
                List.of(with1(Collections.nCopies(21, sealed).toArray(new Phase[0]))));
        map.put(Code.PAUSE_BEFORE_THE_FIRST_PHASE,
                List.of(with1(new Phase(ENGLISH.mechanism(), Visibility.OPEN, MINUTE))));
        map.put(Code.DURATION_NOT_POSITIVE, List.of(
                with1(open(new Sealed(Duration.ZERO, new Who.Everyone(), Against.OWN,
                        Optional.empty()))),
                with1(open(new Rounds(1, MINUTE, MINUTE.negated(), step("1")))),
                with1(open(soft(hour, Duration.ZERO, MINUTE, 1)))));
        map.put(Code.DURATION_TOO_LONG, List.of(with1(open(new Sealed(Duration.ofDays(401),
                new Who.Everyone(), Against.OWN, Optional.empty())))));
        map.put(Code.DURATION_TOO_FINE, List.of(with1(open(new Sealed(Duration.ofNanos(1_001),
                new Who.Everyone(), Against.OWN, Optional.empty())))));
        map.put(Code.PRICE_NOT_POSITIVE, List.of(terms(DESCENDING, "0", ENGLISH),
                with(with1(ENGLISH), new Reserve.Published(eur("-1"))),
                terms(ASCENDING, null, open(clock("100", "1", 1, "0")))));
        map.put(Code.OPENING_PRICE_MISSING, List.of(terms(DESCENDING, null, ENGLISH),
                terms(DESCENDING, null, sealed), terms(DESCENDING, null, open(rounds(1, "1")))));
        map.put(Code.RESERVE_BEYOND_OPENING_PRICE, List.of(
                with(with1(ENGLISH), new Reserve.Published(eur("1000.01"))),
                with(terms(ASCENDING, "1000", ENGLISH), new Reserve.Published(eur("999.99")))));
        map.put(Code.RESERVE_BEYOND_THE_CLOCK, List.of(
                with(terms(ASCENDING, null, open(clock("100", "1", 1, "20"))),
                        new Reserve.Published(eur("20.01"))),
                with(terms(DESCENDING, null, open(elimination("100", "1", "50"))),
                        new Reserve.Hidden(eur("49.99"), "00".repeat(32)))));
        map.put(Code.SECOND_PRICE_WITHOUT_A_LIMIT, List.of(
                with(terms(DESCENDING, null, open(elimination("100", "1", "50"))),
                        Payment.SECOND_PRICE)));
        map.put(Code.SECOND_PRICE_OF_A_CLOCK, List.of(
                with(terms(ASCENDING, "20", open(clock("100", "1", 1, "20"))),
                        Payment.SECOND_PRICE)));
        map.put(Code.OPENING_PRICE_BEYOND_THE_CLOCK,
                List.of(terms(ASCENDING, "101", open(elimination("100", "1", "150")))));
        map.put(Code.MINIMUM_PARTICIPANTS_OUT_OF_RANGE,
                List.of(with(with1(ENGLISH), 0), with(with1(ENGLISH), 10_001)));
        map.put(Code.CRITERIA_MISSING, List.of(with(with1(ENGLISH), quality())));
        map.put(Code.CRITERION_REPEATED, List.of(with(with1(ENGLISH), new Scoring.Quality(
                Collections.nCopies(2, new Scoring.Criterion("q", new BigDecimal("0.1")))))));
        map.put(Code.WEIGHT_NOT_POSITIVE, List.of(with(with1(ENGLISH), quality("0"))));
        map.put(Code.WEIGHTS_REACH_ONE, List.of(with(with1(ENGLISH), quality("0.5", "0.5"))));
        map.put(Code.COST_WHEN_ASCENDING,
                List.of(with(terms(ASCENDING, "1000", ENGLISH), new Scoring.LifeCycleCost())));
        map.put(Code.STEP_NEGATIVE, List.of(with1(open(english(step("-1"), Against.LEADER))),
                with1(open(english(percent("-1"), Against.LEADER)))));
        map.put(Code.STEP_TOO_LARGE, List.of(with1(open(english(percent("100"), Against.OWN))),
                with1(open(english(step("1000"), Against.OWN)))));
        map.put(Code.LEADER_HIDDEN, List.of(
                with1(seen(ENGLISH.mechanism(), Level.OWN_RANK, all, Level.BLIND)),
                with1(seen(ENGLISH.mechanism(), Level.BLIND, all, Level.BLIND)),
                with1(seen(bestOffer(new Who.Everyone(), Against.LEADER, "1"), Level.BLIND, all,
                        Level.BLIND)),
                with1(seen(new Sealed(hour, new Who.Everyone(), Against.LEADER,
                        Optional.empty()), Level.BLIND, all, Level.BLIND))));
        map.put(Code.PUBLIC_SEES_MORE, List.of(with1(seen(english(step("1"), Against.OWN),
                Level.OWN_RANK, all, Level.BEST_PRICE))));
        map.put(Code.RANK_OF_NOBODY, List.of(with1(seen(english(step("1"), Against.OWN),
                Level.OWN_RANK, Level.OWN_RANK, Level.BLIND))));
        map.put(Code.TURNS_TELL_THE_RANK,
                List.of(with1(seen(rounds(1, "1"), Level.BLIND, all, Level.BLIND))));
        OpenOutcry own = new OpenOutcry(step("1"), Against.OWN, hour, Optional.empty(), true);
        map.put(Code.AUTOMATIC_AGAINST_OWN, List.of(with1(open(own))));
        map.put(Code.AUTOMATIC_HIDDEN,
                List.of(with1(seen(own, Level.OWN_RANK, all, Level.BLIND))));
        map.put(Code.AUTOMATIC_WITHOUT_STEP, List.of(with1(open(automatic("0")))));
        map.put(Code.WINDOW_LONGER_THAN_PHASE,
                List.of(with1(open(soft(MINUTE, MINUTE.multipliedBy(2), MINUTE, 1)))));
        map.put(Code.COUNT_NOT_POSITIVE, List.of(with1(open(rounds(0, "1"))),
                with1(open(soft(hour, MINUTE, MINUTE, 0))),
                with1(open(bestOffer(new Who.Best(0), Against.OWN, "1"))),
                with1(open(bestOffer(new Who.Named(Set.of()), Against.OWN, "1"))),
                with1(open(sealed(new Who.Everyone(), 0)), ENGLISH)));
        map.put(Code.TOO_MANY_ROUNDS, List.of(with1(open(rounds(101, "1")))));
        map.put(Code.TOO_MANY_TICKS,
                List.of(terms(ASCENDING, null, open(clock("100000", "0.01", 1, "1")))));
        map.put(Code.CLOCK_STEP_NOT_POSITIVE,
                List.of(terms(ASCENDING, null, open(clock("100", "0", 1, "20")))));
        map.put(Code.CLOCK_RUNS_THE_WRONG_WAY, List.of(
                terms(ASCENDING, null, open(clock("20", "1", 1, "100"))),
                terms(DESCENDING, null, open(clock("100", "1", 1, "20"))),
                terms(DESCENDING, null, open(elimination("20", "1", "100"))),
                terms(ASCENDING, null, open(elimination("100", "1", "100")))));
        map.put(Code.CLOCK_NOT_FIRST,
                List.of(terms(ASCENDING, "10", sealed, open(clock("100", "1", 1, "20")))));
        map.put(Code.ELIMINATION_WITH_SCORES, List.of(with(
                terms(DESCENDING, null, open(elimination("100", "1", "50"))), quality("0.2"))));
        map.put(Code.NO_CLOCK_WAS_TAKEN, List.of(
                with1(open(sealed(new Who.EveryoneElse(), null))),
                with1(sealed, open(bestOffer(new Who.ClockTaker(), Against.OWN, "1")))));
        map.put(Code.KEEPS_FOR_NOTHING, List.of(with1(open(sealed(new Who.Everyone(), 3)))));
        return map;
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void each_contradiction_is_found(Code code) {
        for (Terms terms : examples().get(code)) {
            Set<Code> found = Contradictions.of(terms).stream().map(Contradiction::code)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertTrue(found.contains(code), () -> "found only " + found);
            assertThrows(IllegalArgumentException.class, () -> Auction.begin(terms));
        }
    }

    @Test
    void all_are_told_at_once_with_their_places() {
        Terms terms = with(with(terms(ASCENDING, "1000",
                open(english(percent("120"), Against.LEADER)),
                seen(english(step("1"), Against.LEADER), Level.BLIND, Level.BLIND, Level.BLIND)),
                new Scoring.LifeCycleCost()), 0);
        assertEquals(List.of("MINIMUM_PARTICIPANTS_OUT_OF_RANGE minimumParticipants",
                "COST_WHEN_ASCENDING scoring", "STEP_TOO_LARGE phases[0].step",
                "LEADER_HIDDEN phases[1].visibility"),
                Contradictions.of(terms).stream()
                        .map(one -> one.code() + " " + one.place()).toList());
    }

    @Test
    void amounts_in_another_currency_are_no_terms_at_all() {
        assertThrows(IllegalArgumentException.class, () -> with(with1(ENGLISH),
                new Reserve.Published(org.subhasta.kernel.Money.of("5", "USD"))));
    }

    @ParameterizedTest
    @EnumSource(NamedFormat.class)
    void every_format_makes_sense_in_both_directions_without_another_word(NamedFormat format) {
        for (Direction direction : Direction.values()) {
            Terms terms = with(terms(direction, "1000",
                    format.phases(direction, eur("1000"), Optional.empty())
                            .toArray(new Phase[0])), format.payment());
            assertEquals(List.of(), Contradictions.of(terms), direction::toString);
            assertEquals(Optional.of(format), NamedFormat.of(format.word()));
        }
    }

    @Test
    void a_format_survives_the_smallest_and_the_largest_price() {
        for (String price : List.of("0.01", "9999999999999999.99")) {
            for (NamedFormat format : NamedFormat.values()) {
                for (Direction direction : Direction.values()) {
                    assertFalse(format.phases(direction, eur(price), Optional.empty()).isEmpty());
                }
            }
        }
    }
}
