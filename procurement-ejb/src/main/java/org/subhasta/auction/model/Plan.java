package org.subhasta.auction.model;

import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.model.Mechanism.BestOffer;
import org.subhasta.auction.model.Mechanism.Elimination;
import org.subhasta.auction.model.Mechanism.OpenOutcry;
import org.subhasta.auction.model.Mechanism.PriceClock;
import org.subhasta.auction.model.Mechanism.Rounds;
import org.subhasta.auction.model.Mechanism.Sealed;
import org.subhasta.kernel.Money;

/**
 * What will happen when, as far as terms alone tell it: for whoever decides about them. Officers'
 * acts and interruptions move everything later, and an auction that fails ends at once.
 */
public record Plan(List<OfLot> lots) {

    public Plan {
        lots = List.copyOf(lots);
    }

    /** A time between two instants. @param latest empty where the terms set no bound */
    public record Window(Instant earliest, Optional<Instant> latest) {

        static Window at(Instant instant) {
            return new Window(instant, Optional.of(instant));
        }

        /** Whether only one instant is possible. */
        public boolean isExact() {
            return latest.filter(earliest::equals).isPresent();
        }

        Window plus(Span span) {
            return new Window(earliest.plus(span.least), latest.flatMap(instant ->
                    span.most.map(instant::plus)));
        }
    }

    /** How long something takes. @param most empty where nothing bounds it */
    private record Span(Duration least, Optional<Duration> most) {

        static Span of(Duration duration) {
            return new Span(duration, Optional.of(duration));
        }
    }

    /** A phase. @param place from 0 */
    public record OfPhase(int place, Phase phase, Window begins, Window ends) {
    }

    /** A lot, from its opening to its end. */
    public record OfLot(String lot, Terms terms, Window opens, List<OfPhase> phases) {

        public OfLot {
            phases = List.copyOf(phases);
        }

        public Window ends() {
            return phases.isEmpty() ? opens : phases.getLast().ends();
        }
    }

    /**
     * The plan of lots under one schedule.
     *
     * @param terms of each lot, without contradictions, the first with its opening
     */
    public static Plan of(Lots.Order order, Map<String, Terms> terms) {
        List<OfLot> lots = new ArrayList<>();
        Instant first = terms.values().iterator().next().opensAt().orElseThrow();
        for (Map.Entry<String, Terms> lot : terms.entrySet()) {
            Window opens = switch (order) {
                case Lots.Order.Parallel parallel -> Window.at(first);
                case Lots.Order.Staggered(Duration interval) ->
                        Window.at(first.plus(interval.multipliedBy(lots.size())));
                case Lots.Order.OneAfterAnother(Duration pause) -> lots.isEmpty()
                        ? Window.at(first) : lots.getLast().ends().plus(Span.of(pause));
            };
            lots.add(new OfLot(lot.getKey(), lot.getValue(), opens, phases(lot.getValue(), opens)));
        }
        return new Plan(lots);
    }

    private static List<OfPhase> phases(Terms terms, Window opens) {
        List<OfPhase> phases = new ArrayList<>();
        Window end = opens;
        int fewest = terms.minimumParticipants();
        for (Phase phase : terms.phases()) {
            Window begins = end.plus(Span.of(phase.pause()));
            end = begins.plus(span(phase.mechanism(), fewest));
            phases.add(new OfPhase(phases.size(), phase, begins, end));
            if (leaves(phase.mechanism())) {
                fewest = 1;
            }
        }
        return phases;
    }

    /** Whether participants may be out after it. */
    private static boolean leaves(Mechanism mechanism) {
        return mechanism instanceof Elimination
                || mechanism instanceof Sealed sealed && sealed.keepsBest().isPresent();
    }

    private static Span span(Mechanism mechanism, int fewest) {
        return switch (mechanism) {
            case OpenOutcry outcry -> new Span(outcry.length(), outcry.softClose().isEmpty()
                    ? Optional.of(outcry.length())
                    : outcry.softClose().get().most().map(most -> outcry.length().plus(
                            outcry.softClose().get().extension().multipliedBy(most))));
            // How many take turns is known when admission is over.
            case Rounds rounds -> new Span(rounds.pause().plus(
                            rounds.turn().multipliedBy(fewest)).multipliedBy(rounds.rounds()),
                    Optional.empty());
            case PriceClock clock -> new Span(Duration.ZERO, Optional.of(clock.tick()
                    .multipliedBy(ticks(clock.first(), clock.step(), clock.last()))));
            case Elimination elimination -> new Span(elimination.tick(),
                    Optional.of(elimination.tick().multipliedBy(ticks(elimination.first(),
                            elimination.step(), elimination.last()))));
            case Sealed sealed -> Span.of(sealed.length());
            case BestOffer offer -> Span.of(offer.length());
        };
    }

    /** Prices that a clock shows, the first and the last among them. */
    private static long ticks(Money first, Money step, Money last) {
        return first.amount().subtract(last.amount()).abs()
                .divide(step.amount(), 0, RoundingMode.CEILING).longValueExact() + 1;
    }
}
