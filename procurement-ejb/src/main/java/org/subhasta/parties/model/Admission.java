package org.subhasta.parties.model;

import java.time.Instant;
import java.util.Optional;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/**
 * How far a certificate, or a request for one, has come: enrolled by its holder, then approved or refused by an officer,
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

    /** When it came so far. */
    Instant at();

    /** The state as it is stored and shown. */
    default String word() {
        return switch (this) {
            case Enrolled e -> "enrolled";
            case Approved a -> "approved";
            case Refused r -> "refused";
            case Withdrawn w -> "withdrawn";
        };
    }

    /** Who decided; nobody while it waits. */
    default Optional<String> decidedBy() {
        return switch (this) {
            case Enrolled e -> Optional.empty();
            case Approved a -> Optional.of(a.by());
            case Refused r -> Optional.of(r.by());
            case Withdrawn w -> Optional.of(w.by());
        };
    }

    /** The reason given with a refusal. */
    default Optional<String> given() {
        return this instanceof Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    /** From what was stored: the pair of {@link #word}, {@link #decidedBy} and {@link #given}. */
    static Admission of(String word, Instant at, String by, String reason) {
        return switch (word) {
            case "enrolled" -> new Enrolled(at);
            case "approved" -> new Approved(at, by);
            case "refused" -> new Refused(at, by, reason);
            case "withdrawn" -> new Withdrawn(at, by);
            default -> throw new IllegalStateException("no admission is " + word);
        };
    }

    default Outcome<Admission> approve(Instant at, String by) {
        return switch (this) {
            case Enrolled e -> Outcome.done(new Approved(at, by));
            case Approved a -> notIn(a);
            case Refused r -> notIn(r);
            case Withdrawn w -> notIn(w);
        };
    }

    default Outcome<Admission> refuse(Instant at, String by, String reason) {
        return switch (this) {
            case Enrolled e -> new Field("reason", reason).required(Field.LONG)
                    .map(said -> new Refused(at, by, said));
            case Approved a -> notIn(a);
            case Refused r -> notIn(r);
            case Withdrawn w -> notIn(w);
        };
    }

    default Outcome<Admission> withdraw(Instant at, String by) {
        return switch (this) {
            case Enrolled e -> Outcome.done(new Withdrawn(at, by));
            case Approved a -> Outcome.done(new Withdrawn(at, by));
            case Refused r -> notIn(r);
            case Withdrawn w -> notIn(w);
        };
    }

    private static Outcome<Admission> notIn(Admission state) {
        return Outcome.refused(Refusal.of(PartiesRefusal.PARTY_STATE, state.word()));
    }
}
