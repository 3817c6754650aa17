package org.subhasta.tendering.model;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a published tender stands, as people ask for it. OCDS's {@code active} covers three of them:
 * bids are still taken, here or at the publisher's whose record it is, or they are being evaluated.
 */
public enum Phase {

    PLANNED, OPEN, ELSEWHERE, EVALUATION, COMPLETE, UNSUCCESSFUL, CANCELLED, WITHDRAWN;

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
     * The phase of a tender. An imported one is never {@link #OPEN}: nobody can bid on it here.
     *
     * @param status   as OCDS has it ({@code tender.status})
     * @param closesAt the deadline, where there is one
     */
    public static Phase at(Instant now, Origin origin, String status,
            Optional<Instant> closesAt) {
        return switch (status) {
            case "planning", "planned" -> PLANNED;
            case "complete" -> COMPLETE;
            case "unsuccessful" -> UNSUCCESSFUL;
            case "cancelled" -> CANCELLED;
            case "withdrawn" -> WITHDRAWN;
            default -> closesAt.isEmpty() || !now.isBefore(closesAt.get()) ? EVALUATION
                    : switch (origin) {
                        case HERE -> OPEN;
                        case IMPORTED -> ELSEWHERE;
                    };
        };
    }
}
