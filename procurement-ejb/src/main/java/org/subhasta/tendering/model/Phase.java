package org.subhasta.tendering.model;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a published tender stands, as people ask for it. OCDS's {@code active} covers two of them:
 * bids are still taken, or they are being evaluated.
 */
public enum Phase {

    PLANNED, OPEN, EVALUATION, COMPLETE, UNSUCCESSFUL, CANCELLED, WITHDRAWN;

    /** As addresses and interfaces write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Phase> of(String word) {
        for (Phase phase : values()) {
            if (phase.word().equals(word)) {
                return Optional.of(phase);
            }
        }
        return Optional.empty();
    }

    /**
     * The phase of a tender.
     *
     * @param status   as OCDS has it ({@code tender.status})
     * @param closesAt the deadline, where there is one
     */
    public static Phase at(Instant now, String status, Optional<Instant> closesAt) {
        return switch (status) {
            case "planning", "planned" -> PLANNED;
            case "complete" -> COMPLETE;
            case "unsuccessful" -> UNSUCCESSFUL;
            case "cancelled" -> CANCELLED;
            case "withdrawn" -> WITHDRAWN;
            default -> closesAt.isPresent() && now.isBefore(closesAt.get()) ? OPEN : EVALUATION;
        };
    }
}
