package org.subhasta.parties;

import java.time.Instant;
import java.util.Set;

/**
 * A person, for that person, colleagues and administrators.
 *
 * @param organisation  {@code ""} for those who belong to the platform itself
 * @param active        whether a password was chosen; before that an invitation is open
 * @param demonstration known to everybody, works on loopback only
 */
public record PersonView(String id, String name, String email, String organisation,
        Set<Role> roles, Instant since, boolean active, boolean demonstration) {
}
