package org.subhasta.parties;

import java.time.Instant;
import org.subhasta.parties.model.Assurance;
import org.subhasta.parties.model.SignInMethod;

/**
 * A session of the caller's.
 *
 * @param browser  what it says it is; may be empty
 * @param lastSeen to the minute
 * @param current  whether it is the one that asks
 */
public record SessionView(String id, SignInMethod method, Assurance assurance, String browser,
        Instant began, Instant lastSeen, boolean current) {
}
