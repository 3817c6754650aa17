package org.subhasta.kernel;

import java.util.List;

/**
 * One reason why something was refused.
 *
 * @param code    which rule, e.g. {@code LATE}: a constant of the capability's own enum of refusals
 * @param field   the form field or JSON member it is about, e.g. {@code lots[1].price}; {@code ""}
 *                where it is about the whole
 * @param details values that the sentence shown to people mentions, in the order of its placeholders
 */
public record Refusal(Code code, String field, List<String> details) {

    /** Implemented by each capability's enum of refusals, whose order is their precedence. */
    public interface Code {
        /** The constant's name, as programs and journals know it. */
        String name();

        /**
         * Where the sentence for people stands in the message bundles:
         * {@code refusal.LATE}. Codes are unique across capabilities for that reason.
         */
        default String messageKey() {
            return "refusal." + name();
        }
    }

    public Refusal {
        details = List.copyOf(details);
    }

    public static Refusal of(Code code, String... details) {
        return new Refusal(code, "", List.of(details));
    }

    public static Refusal at(String field, Code code, String... details) {
        return new Refusal(code, field, List.of(details));
    }
}
