package org.subhasta.web.eligibility;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/** Days as a browser's date field sends them. */
final class Days {

    private Days() {
    }

    /** The day; empty where nothing was typed; refused where it is none. */
    static Outcome<Optional<LocalDate>> read(String field, String typed, Refusal.Code otherwise) {
        if (typed == null || typed.isBlank()) {
            return Outcome.done(Optional.empty());
        }
        try {
            return Outcome.done(Optional.of(LocalDate.parse(typed.strip())));
        } catch (DateTimeParseException e) {
            return Outcome.refused(Refusal.at(field, otherwise));
        }
    }
}
