package org.subhasta.eligibility;

import java.time.Instant;
import java.util.Optional;
import org.subhasta.eligibility.model.Exclusion;
import org.subhasta.eligibility.model.State;
import org.subhasta.parties.OrganisationView;

/**
 * An exclusion for those who may read it.
 *
 * @param stage {@code waiting}, {@code declined}, {@code future}, {@code in-force}, {@code over}
 *              or {@code lifted}, at the instant it was read
 */
public record ExclusionView(String id, Exclusion exclusion, OrganisationView supplier,
        OrganisationView authority, String stage) {

    static ExclusionView of(ExclusionRow row, OrganisationView supplier,
            OrganisationView authority, Instant now) {
        return new ExclusionView(row.id(), row.exclusion(), supplier, authority,
                stage(row.exclusion(), now));
    }

    private static String stage(Exclusion one, Instant now) {
        return switch (one.state()) {
            case State.Waiting waiting -> "waiting";
            case State.Declined declined -> "declined";
            case State.Lifted lifted -> "lifted";
            case State.Recorded recorded -> one.isInForce(now) ? "in-force"
                    : now.isBefore(one.from()) ? "future" : "over";
        };
    }

    /** Whether it counts at the instant it was read. */
    public boolean inForce() {
        return stage.equals("in-force");
    }

    /** Why it was lifted or declined; empty where it was not. */
    public Optional<String> endedBecause() {
        return switch (exclusion.state()) {
            case State.Lifted lifted -> Optional.of(lifted.reason());
            case State.Declined declined -> Optional.of(declined.reason());
            case State.Waiting waiting -> Optional.empty();
            case State.Recorded recorded -> Optional.empty();
        };
    }
}
