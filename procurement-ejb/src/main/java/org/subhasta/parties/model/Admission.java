package org.subhasta.parties.model;

import java.time.Instant;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/**
 * How far a certificate has come: enrolled by its holder, then approved or refused by an officer,
 * and withdrawn by the holder or an officer at any time. Only an approved one is admitted to sign
 * bids; approval is what binds key, person and organisation.
 */
public sealed interface Admission {

    /** Waits for an officer. */
    record Enrolled(Instant at) implements Admission {
    }

    /** Signatures by its key count as the person's, for the organisation. */
    record Approved(Instant at, String by) implements Admission {
    }

    /** Not accepted, and why. */
    record Refused(Instant at, String by, String reason) implements Admission {
        public Refused {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("refused without a reason");
            }
        }
    }

    /** No longer to be used: lost, replaced, or its holder left. */
    record Withdrawn(Instant at, String by) implements Admission {
    }

    default Outcome<Admission> approve(Instant at, String by) {
        return switch (this) {
            case Enrolled e -> Outcome.done(new Approved(at, by));
            case Approved a -> notIn("approved");
            case Refused r -> notIn("refused");
            case Withdrawn w -> notIn("withdrawn");
        };
    }

    default Outcome<Admission> refuse(Instant at, String by, String reason) {
        return switch (this) {
            case Enrolled e -> new Field("reason", reason).required(Field.LONG)
                    .map(said -> new Refused(at, by, said));
            case Approved a -> notIn("approved");
            case Refused r -> notIn("refused");
            case Withdrawn w -> notIn("withdrawn");
        };
    }

    default Outcome<Admission> withdraw(Instant at, String by) {
        return switch (this) {
            case Enrolled e -> Outcome.done(new Withdrawn(at, by));
            case Approved a -> Outcome.done(new Withdrawn(at, by));
            case Refused r -> notIn("refused");
            case Withdrawn w -> notIn("withdrawn");
        };
    }

    private static Outcome<Admission> notIn(String state) {
        return Outcome.refused(Refusal.of(PartiesRefusal.PARTY_STATE, state));
    }
}
