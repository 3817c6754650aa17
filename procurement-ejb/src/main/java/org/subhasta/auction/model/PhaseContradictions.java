package org.subhasta.auction.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import org.subhasta.auction.model.Contradiction.Code;
import org.subhasta.auction.model.Mechanism.BestOffer;
import org.subhasta.auction.model.Mechanism.Elimination;
import org.subhasta.auction.model.Mechanism.OpenOutcry;
import org.subhasta.auction.model.Mechanism.PriceClock;
import org.subhasta.auction.model.Mechanism.Rounds;
import org.subhasta.auction.model.Mechanism.Sealed;
import org.subhasta.auction.model.Mechanism.SoftClose;
import org.subhasta.kernel.Money;

/** What one phase's terms cannot mean. */
final class PhaseContradictions {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Contradictions found;
    private final Terms terms;
    private final int index;
    private final String place;

    private PhaseContradictions(Contradictions found, int index, String place) {
        this.found = found;
        this.terms = found.terms();
        this.index = index;
        this.place = place;
    }

    static void judge(Contradictions found, int index, String place) {
        PhaseContradictions phase = new PhaseContradictions(found, index, place);
        switch (found.terms().phases().get(index).mechanism()) {
            case OpenOutcry outcry -> phase.judge(outcry);
            case Rounds rounds -> phase.judge(rounds);
            case PriceClock clock -> phase.judge(clock);
            case Elimination elimination -> phase.judge(elimination);
            case Sealed sealed -> phase.judge(sealed);
            case BestOffer offer -> phase.judge(offer);
        }
    }

    private void add(Code code, String member, Object... details) {
        found.add(code, place + "." + member, details);
    }

    private void duration(Duration duration, String member) {
        found.duration(duration, false, place + "." + member);
    }

    private void judge(OpenOutcry outcry) {
        duration(outcry.length(), "length");
        step(outcry.step());
        outcry.softClose().ifPresent(close -> judge(close, outcry.length()));
        if (!outcry.automatic()) {
            return;
        }
        Visibility visibility = terms.phases().get(index).visibility();
        if (outcry.against() == Against.OWN) {
            add(Code.AUTOMATIC_AGAINST_OWN, "automatic");
        }
        if (!visibility.participants().showsBestPrice()) {
            add(Code.AUTOMATIC_HIDDEN, "automatic");
        }
        if (outcry.step().isNone()) {
            add(Code.AUTOMATIC_WITHOUT_STEP, "automatic");
        }
    }

    private void judge(SoftClose close, Duration length) {
        duration(close.window(), "softClose.window");
        duration(close.extension(), "softClose.extension");
        if (close.window().compareTo(length) > 0) {
            add(Code.WINDOW_LONGER_THAN_PHASE, "softClose.window");
        }
        close.most().ifPresent(most -> count(most, "softClose.most"));
    }

    private void judge(Rounds rounds) {
        duration(rounds.turn(), "turn");
        found.duration(rounds.pause(), true, place + ".roundPause");
        step(rounds.step());
        count(rounds.rounds(), "rounds");
        if (rounds.rounds() > Rounds.MOST) {
            add(Code.TOO_MANY_ROUNDS, "rounds", Rounds.MOST);
        }
    }

    private void judge(PriceClock clock) {
        range(clock.first(), clock.step(), clock.tick(), clock.last(),
                terms.direction().better(clock.first(), clock.last()));
        reserveOfClock(clock.last());
        if (terms.payment() == Payment.SECOND_PRICE) {
            found.add(Code.SECOND_PRICE_OF_A_CLOCK, "payment");
        }
    }

    private void judge(Elimination elimination) {
        range(elimination.first(), elimination.step(), elimination.tick(), elimination.last(),
                terms.direction().better(elimination.last(), elimination.first()));
        reserveOfElimination(elimination.last());
        terms.openingPrice().filter(opening ->
                        terms.direction().better(opening, elimination.first()))
                .ifPresent(opening -> add(Code.OPENING_PRICE_BEYOND_THE_CLOCK, "first",
                        elimination.first().decimal(), opening.decimal()));
        if (!(terms.scoring() instanceof Scoring.PriceAlone)) {
            found.add(Code.ELIMINATION_WITH_SCORES, place);
        }
    }

    private void range(Money first, Money step, Duration tick, Money last, boolean rightWay) {
        duration(tick, "tick");
        if (index > 0) {
            found.add(Code.CLOCK_NOT_FIRST, place);
        }
        if (!first.isPositive()) {
            add(Code.PRICE_NOT_POSITIVE, "first");
        }
        if (!last.isPositive()) {
            add(Code.PRICE_NOT_POSITIVE, "last");
        }
        if (!rightWay) {
            add(Code.CLOCK_RUNS_THE_WRONG_WAY, "last");
        }
        if (!step.isPositive()) {
            add(Code.CLOCK_STEP_NOT_POSITIVE, "step");
        } else if (first.amount().subtract(last.amount()).abs()
                .divide(step.amount(), 0, RoundingMode.CEILING)
                .compareTo(BigDecimal.valueOf(PriceClock.MOST_TICKS)) > 0) {
            add(Code.TOO_MANY_TICKS, "step", PriceClock.MOST_TICKS);
        }
    }

    /** A clock does not offer what cannot win; a hidden reserve would be told by that. */
    private void reserveOfClock(Money last) {
        if (terms.reserve().orElse(null) instanceof Reserve.Published(Money reserve)
                && terms.direction().better(reserve, last)) {
            add(Code.RESERVE_BEYOND_THE_CLOCK, "last", last.decimal(), reserve.decimal());
        }
    }

    /** An elimination that never comes to the reserve can have no winner. */
    private void reserveOfElimination(Money last) {
        terms.reserve().map(Reserve::price)
                .filter(reserve -> terms.direction().better(reserve, last))
                .ifPresent(reserve -> add(Code.RESERVE_BEYOND_THE_CLOCK, "last",
                        last.decimal(), reserve.decimal()));
    }

    private void judge(Sealed sealed) {
        duration(sealed.length(), "length");
        who(sealed.who());
        sealed.keepsBest().ifPresent(count -> {
            count(count, "keepsBest");
            if (index == terms.phases().size() - 1) {
                add(Code.KEEPS_FOR_NOTHING, "keepsBest");
            }
        });
    }

    private void judge(BestOffer offer) {
        duration(offer.length(), "length");
        who(offer.who());
        step(offer.step());
    }

    private void who(Who who) {
        boolean taken = terms.phases().subList(0, index).stream()
                .anyMatch(phase -> phase.mechanism() instanceof PriceClock);
        switch (who) {
            case Who.Everyone everyone -> { }
            case Who.ClockTaker clock -> needs(taken);
            case Who.EveryoneElse others -> needs(taken);
            case Who.Best(int count) -> count(count, "who");
            case Who.Named named -> {
                if (named.participants().isEmpty()) {
                    count(0, "who");
                }
            }
        }
    }

    private void needs(boolean taken) {
        if (!taken) {
            add(Code.NO_CLOCK_WAS_TAKEN, "who");
        }
    }

    private void count(int count, String member) {
        if (count < 1) {
            add(Code.COUNT_NOT_POSITIVE, member);
        }
    }

    private void step(Step step) {
        BigDecimal size = switch (step) {
            case Step.Amount amount -> amount.amount().amount();
            case Step.Percent percent -> percent.percent();
        };
        if (size.signum() < 0) {
            add(Code.STEP_NEGATIVE, "step");
        }
        Optional<BigDecimal> largest = switch (step) {
            case Step.Percent percent -> Optional.of(HUNDRED);
            // An amount as large as the ceiling leaves nothing below it.
            case Step.Amount amount -> terms.openingPrice().map(Money::amount)
                    .filter(ceiling -> terms.direction() == Direction.DESCENDING);
        };
        if (largest.filter(limit -> size.compareTo(limit) >= 0).isPresent()) {
            add(Code.STEP_TOO_LARGE, "step", largest.get().toPlainString());
        }
    }
}
