package org.subhasta.parties.model;

import java.time.Instant;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/**
 * How far an organisation has come: registered by itself, then approved by an officer, or returned
 * with a reason, corrected and registered again. What was approved stays approved.
 */
public sealed interface Registration {

    /** Waits for an officer. */
    record Registered(Instant at) implements Registration {
    }

    /** May bid. */
    record Approved(Instant at, String by) implements Registration {
    }

    /** Has something to put right; the organisation reads the reason. */
    record Returned(Instant at, String by, String reason) implements Registration {
        public Returned {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("returned without a reason");
            }
        }
    }

    /** The officer's yes. */
    default Outcome<Registration> approve(Instant at, String by) {
        return switch (this) {
            case Registered r -> Outcome.done(new Approved(at, by));
            case Approved a -> notIn("approved");
            case Returned r -> notIn("returned");
        };
    }

    /** The officer's "not yet", with what to put right. */
    default Outcome<Registration> giveBack(Instant at, String by, String reason) {
        return switch (this) {
            case Registered r -> new Field("reason", reason).required(Field.LONG)
                    .map(said -> new Returned(at, by, said));
            case Approved a -> notIn("approved");
            case Returned r -> notIn("returned");
        };
    }

    /** The organisation's corrected details, while nothing is approved yet. */
    default Outcome<Registration> again(Instant at) {
        return switch (this) {
            case Registered r -> Outcome.done(new Registered(at));
            case Approved a -> notIn("approved");
            case Returned r -> Outcome.done(new Registered(at));
        };
    }

    private static Outcome<Registration> notIn(String state) {
        return Outcome.refused(Refusal.of(PartiesRefusal.PARTY_STATE, state));
    }
}
