package org.subhasta.eligibility.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/**
 * What a qualified list is for.
 *
 * @param categories CPV codes or words, as typed; {@code ""} for none
 * @param from       its first day, where the authority is
 * @param until      its last day; empty for no end
 */
public record ListTerms(
        String name, String categories, LocalDate from, Optional<LocalDate> until) {

    /** Characters of the longest name. */
    public static final int LONGEST_NAME = 200;
    /** Characters of the longest text. */
    public static final int LONGEST_TEXT = 2_000;

    /** Reads what was typed. */
    public static Outcome<ListTerms> of(
            String name, String categories, LocalDate from, Optional<LocalDate> until) {
        List<Refusal> wrong = new ArrayList<>();
        Words.needed("name", name, LONGEST_NAME, EligibilityRefusal.LIST_NAME)
                .ifPresent(wrong::add);
        Words.atMost("categories", categories, LONGEST_TEXT, EligibilityRefusal.LIST_CATEGORIES)
                .ifPresent(wrong::add);
        if (from == null) {
            wrong.add(Refusal.at("from", EligibilityRefusal.LIST_PERIOD));
        } else if (until.filter(last -> last.isBefore(from)).isPresent()) {
            wrong.add(Refusal.at("until", EligibilityRefusal.LIST_PERIOD));
        }
        return wrong.isEmpty() ? Outcome.done(new ListTerms(Words.of(name), Words.of(categories),
                from, until)) : Outcome.refused(wrong);
    }

    /** Why nobody is admitted or removed for this reason; empty: it is one. */
    public static Optional<Refusal> unreasoned(String reason) {
        return Words.needed("reason", reason, LONGEST_TEXT, EligibilityRefusal.LIST_REASON);
    }

    /** Whether that is one of its days. */
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }
}
