package org.subhasta.eligibility.model;

import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Refusal;

/** Text as somebody typed it. */
final class Words {

    private Words() {
    }

    static String of(String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** Wrong where there is none, or more than so many characters. */
    static Optional<Refusal> needed(
            String field, String typed, int most, Refusal.Code otherwise) {
        return of(typed).isEmpty() ? Optional.of(refusal(field, most, otherwise))
                : atMost(field, typed, most, otherwise);
    }

    /** Lines and tabs are text; other control characters, such as NUL, are none. */
    static Optional<Refusal> atMost(
            String field, String typed, int most, Refusal.Code otherwise) {
        String text = of(typed);
        return text.length() > most || text.chars().anyMatch(
                        c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                ? Optional.of(refusal(field, most, otherwise)) : Optional.empty();
    }

    private static Refusal refusal(String field, int most, Refusal.Code code) {
        return new Refusal(code, field, List.of(Integer.toString(most)));
    }
}
