package org.subhasta.demonstration;

import java.util.Map;
import java.util.concurrent.Callable;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Callers;
import org.subhasta.signing.SigningKey;

/**
 * The people of the demonstration as the platform knows them.
 *
 * @param known      by their account
 * @param keys       what suppliers and openers sign with
 * @param encryption what shares are encrypted to, of the openers
 */
record Participants(Map<DemonstrationAccount, Participant> known,
        Map<DemonstrationAccount, SigningKey> keys,
        Map<DemonstrationAccount, SigningKey> encryption) {

    /** Identifiers of a person and, for all but the administrator, of the organisation. */
    record Participant(String person, String organisation) {
    }

    Participants {
        known = Map.copyOf(known);
        keys = Map.copyOf(keys);
        encryption = Map.copyOf(encryption);
    }

    Participant participant(DemonstrationAccount account) {
        Participant participant = known.get(account);
        if (participant == null) {
            throw new IllegalStateException(account.email() + " takes no part");
        }
        return participant;
    }

    /** Does what the person would do. */
    <T> T as(DemonstrationAccount account, Callers callers, Callable<T> work) throws Exception {
        return callers.as(participant(account).person(), account.role(), work);
    }

    /** What came of it; a refusal is a mistake in the demonstration itself. */
    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T> refused -> throw new IllegalStateException(
                    "the demonstration was refused: " + refused.refusals());
        };
    }
}
