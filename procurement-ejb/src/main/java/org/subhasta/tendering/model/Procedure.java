package org.subhasta.tendering.model;

import java.util.Locale;
import java.util.Optional;

/** Who may take part, in the words of OCDS ({@code procurementMethod}). */
public enum Procedure {

    /** Any supplier may bid. The only one that is run here so far. */
    OPEN,
    /** Only those who qualified. */
    SELECTIVE,
    /** Only those who were asked. */
    LIMITED,
    /** One supplier, without competition. */
    DIRECT;

    /** As OCDS writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Procedure> of(String word) {
        for (Procedure procedure : values()) {
            if (procedure.word().equals(word)) {
                return Optional.of(procedure);
            }
        }
        return Optional.empty();
    }
}
