package org.subhasta.parties.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** When people are reminded that something is over soon: 30, 7 and 1 days before, each once. */
public final class Reminder {

    /** Days before the end, the last reminder first. */
    public static final List<Integer> DAYS = List.of(1, 7, 30);

    private Reminder() {
    }

    /**
     * Which reminder is due.
     *
     * @param begun when the thing came to be: one that lives for a week is not told of at once
     * @return how many days it is before the end at most; nothing where none is due, or it is over
     */
    public static OptionalInt due(Instant begun, Instant end, Instant now) {
        if (!now.isBefore(end)) {
            return OptionalInt.empty();
        }
        return DAYS.stream().mapToInt(Integer::intValue)
                .filter(days -> !now.isBefore(end.minus(Duration.ofDays(days))))
                .limit(1)
                .filter(days -> begun.isBefore(end.minus(Duration.ofDays(days))))
                .findFirst();
    }
}
