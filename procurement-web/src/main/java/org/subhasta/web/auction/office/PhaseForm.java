package org.subhasta.web.auction.office;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The inputs of one phase: those that its mechanism asks for. */
public class PhaseForm extends Sheet {

    /** In the order in which they are offered. */
    static final List<String> MECHANISMS = List.of("open-outcry", "rounds", "price-clock",
            "elimination", "sealed", "best-offer");

    private static final long serialVersionUID = 1L;
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "open-outcry", Set.of("length", "step", "against", "soft", "automatic"),
            "rounds", Set.of("rounds", "turn", "roundPause", "step"),
            "price-clock", Set.of("first", "step", "tick", "last"),
            "elimination", Set.of("first", "step", "tick", "last"),
            "sealed", Set.of("length", "who", "mustBeat", "keepsBest"),
            "best-offer", Set.of("length", "who", "mustBeat", "step"));

    private final String mechanism;

    PhaseForm(String mechanism) {
        this.mechanism = mechanism;
    }

    /** As terms write it. */
    public String getMechanism() {
        return mechanism;
    }

    /** Whether the mechanism has such a term. */
    public boolean asks(String field) {
        return FIELDS.get(mechanism).contains(field);
    }

    boolean isClock() {
        return asks("tick");
    }
}
