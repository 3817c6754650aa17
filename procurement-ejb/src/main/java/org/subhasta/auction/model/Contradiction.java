package org.subhasta.auction.model;

import java.util.List;

/**
 * Terms that cannot be kept together, or not at all.
 *
 * @param code    which rule
 * @param place   the member of the terms it is about, e.g. {@code phases[0].step}
 * @param details values its sentence mentions, in the order of the sentence's placeholders
 */
public record Contradiction(Code code, String place, List<String> details) {

    /** Each has a sentence in {@code contradictions.properties}. */
    public enum Code {
        NO_PHASE,
        TOO_MANY_PHASES,
        PAUSE_BEFORE_THE_FIRST_PHASE,
        DURATION_NOT_POSITIVE,
        DURATION_TOO_LONG,
        DURATION_TOO_FINE,
        PRICE_NOT_POSITIVE,
        OPENING_PRICE_MISSING,
        RESERVE_BEYOND_OPENING_PRICE,
        RESERVE_BEYOND_THE_CLOCK,
        SECOND_PRICE_WITHOUT_A_LIMIT,
        SECOND_PRICE_OF_A_CLOCK,
        OPENING_PRICE_BEYOND_THE_CLOCK,
        MINIMUM_PARTICIPANTS_OUT_OF_RANGE,
        CRITERIA_MISSING,
        CRITERION_REPEATED,
        WEIGHT_NOT_POSITIVE,
        WEIGHTS_REACH_ONE,
        COST_WHEN_ASCENDING,
        STEP_NEGATIVE,
        STEP_TOO_LARGE,
        LEADER_HIDDEN,
        PUBLIC_SEES_MORE,
        RANK_OF_NOBODY,
        TURNS_TELL_THE_RANK,
        AUTOMATIC_AGAINST_OWN,
        AUTOMATIC_HIDDEN,
        AUTOMATIC_WITHOUT_STEP,
        WINDOW_LONGER_THAN_PHASE,
        COUNT_NOT_POSITIVE,
        TOO_MANY_ROUNDS,
        TOO_MANY_TICKS,
        CLOCK_STEP_NOT_POSITIVE,
        CLOCK_RUNS_THE_WRONG_WAY,
        CLOCK_NOT_FIRST,
        ELIMINATION_WITH_SCORES,
        NO_CLOCK_WAS_TAKEN,
        KEEPS_FOR_NOTHING
    }

    public Contradiction {
        details = List.copyOf(details);
    }
}
