package org.subhasta.web.eligibility;

import java.util.List;
import java.util.Map;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/** Refusals for a page with several forms, whose inputs need identifiers of their own. */
final class Renamed {

    private Renamed() {
    }

    /** The same, with refusals at the inputs of these names. */
    static <T> Outcome<T> fields(Outcome<T> outcome, Map<String, String> names) {
        return outcome instanceof Outcome.Refused<T>(List<Refusal> refusals)
                ? Outcome.refused(refusals.stream().map(one -> new Refusal(one.code(),
                        names.getOrDefault(one.field(), one.field()), one.details())).toList())
                : outcome;
    }
}
