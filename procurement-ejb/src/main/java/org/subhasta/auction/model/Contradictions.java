package org.subhasta.auction.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.subhasta.auction.model.Contradiction.Code;
import org.subhasta.auction.model.Scoring.Criterion;
import org.subhasta.kernel.Money;

/** Finds all contradictions of terms at once: who wrote them can put them right in one go. */
public final class Contradictions {

    static final int MOST_PHASES = 20;

    private final Terms terms;
    private final List<Contradiction> found = new ArrayList<>();

    private Contradictions(Terms terms) {
        this.terms = terms;
    }

    /** All contradictions, in the order of the terms; none where an auction can be begun. */
    public static List<Contradiction> of(Terms terms) {
        Contradictions contradictions = new Contradictions(terms);
        contradictions.judgePrices();
        contradictions.judgeScoring();
        contradictions.judgePhases();
        return List.copyOf(contradictions.found);
    }

    void add(Code code, String place, Object... details) {
        found.add(new Contradiction(code, place,
                List.of(details).stream().map(Object::toString).toList()));
    }

    Terms terms() {
        return terms;
    }

    private void judgePrices() {
        positive(terms.openingPrice(), "openingPrice");
        positive(terms.reserve().map(Reserve::price), "reserve");
        if (terms.openingPrice().isPresent() && terms.reserve().isPresent()) {
            Money opening = terms.openingPrice().get();
            Money reserve = terms.reserve().get().price();
            if (terms.direction().better(opening, reserve)) {
                add(Code.RESERVE_BEYOND_OPENING_PRICE, "reserve",
                        reserve.decimal(), opening.decimal());
            }
        }
        boolean limited = terms.openingPrice().isPresent() || terms.reserve().isPresent();
        if (terms.payment() == Payment.SECOND_PRICE && !limited) {
            add(Code.SECOND_PRICE_WITHOUT_A_LIMIT, "payment");
        }
        if (terms.minimumParticipants() < 1
                || terms.minimumParticipants() > Terms.MOST_PARTICIPANTS) {
            add(Code.MINIMUM_PARTICIPANTS_OUT_OF_RANGE, "minimumParticipants",
                    Terms.MOST_PARTICIPANTS);
        }
    }

    private void positive(Optional<Money> price, String place) {
        if (price.filter(amount -> !amount.isPositive()).isPresent()) {
            add(Code.PRICE_NOT_POSITIVE, place);
        }
    }

    private void judgeScoring() {
        if (terms.scoring().costs() && terms.direction() == Direction.ASCENDING) {
            add(Code.COST_WHEN_ASCENDING, "scoring");
        }
        boolean marked = switch (terms.scoring()) {
            case Scoring.Quality quality -> true;
            case Scoring.Mixed mixed -> true;
            case Scoring.PriceAlone price -> false;
            case Scoring.LifeCycleCost cost -> false;
        };
        List<Criterion> criteria = terms.scoring().criteria();
        if (marked && criteria.isEmpty()) {
            add(Code.CRITERIA_MISSING, "scoring");
        }
        Set<String> names = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Criterion criterion : criteria) {
            if (!names.add(criterion.name())) {
                add(Code.CRITERION_REPEATED, "scoring", criterion.name());
            }
            if (criterion.largest().signum() <= 0) {
                add(Code.WEIGHT_NOT_POSITIVE, "scoring", criterion.name());
            }
            sum = sum.add(criterion.largest());
        }
        if (sum.compareTo(BigDecimal.ONE) >= 0) {
            add(Code.WEIGHTS_REACH_ONE, "scoring", sum.toPlainString());
        }
    }

    private void judgePhases() {
        List<Phase> phases = terms.phases();
        if (phases.isEmpty()) {
            add(Code.NO_PHASE, "phases");
        }
        if (phases.size() > MOST_PHASES) {
            add(Code.TOO_MANY_PHASES, "phases", MOST_PHASES);
            return;
        }
        for (int i = 0; i < phases.size(); i++) {
            String place = "phases[" + i + "]";
            Phase phase = phases.get(i);
            if (i == 0 && !phase.pause().isZero()) {
                add(Code.PAUSE_BEFORE_THE_FIRST_PHASE, place + ".pause");
            }
            duration(phase.pause(), true, place + ".pause");
            judgeVisibility(phase, place + ".visibility");
            PhaseContradictions.judge(this, i, place);
        }
        boolean priced = phases.isEmpty() || phases.getFirst().mechanism().isClock();
        if (!priced && terms.openingPrice().isEmpty()) {
            add(Code.OPENING_PRICE_MISSING, "openingPrice");
        }
    }

    private void judgeVisibility(Phase phase, String place) {
        Visibility visibility = phase.visibility();
        if (phase.mechanism().measuresLeader() && !visibility.participants().showsBestPrice()) {
            add(Code.LEADER_HIDDEN, place);
        }
        if (visibility.everyone().compareTo(visibility.participants()) < 0) {
            add(Code.PUBLIC_SEES_MORE, place);
        }
        if (visibility.everyone() == Visibility.Level.OWN_RANK
                || visibility.officer() == Visibility.Level.OWN_RANK) {
            add(Code.RANK_OF_NOBODY, place);
        }
        if (phase.mechanism() instanceof Mechanism.Rounds
                && visibility.participants() == Visibility.Level.BLIND) {
            add(Code.TURNS_TELL_THE_RANK, place);
        }
    }

    void duration(Duration duration, boolean mayBeZero, String place) {
        if (duration.isNegative() || duration.isZero() && !mayBeZero) {
            add(Code.DURATION_NOT_POSITIVE, place);
        } else if (duration.compareTo(Mechanism.LONGEST) > 0) {
            add(Code.DURATION_TOO_LONG, place, Mechanism.LONGEST.toDays());
        } else if (duration.getNano() % 1_000 != 0) {
            add(Code.DURATION_TOO_FINE, place);
        }
    }
}
