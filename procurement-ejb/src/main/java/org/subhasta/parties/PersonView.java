package org.subhasta.parties;

import java.time.Instant;
import java.util.Set;

/**
 * A person, for that person, colleagues and administrators.
 *
 * @param organisation  {@code ""} for those who belong to the platform itself
 * @param duties        what the person does for a supplier; empty for those who only read, and for
 *                      all who belong to no supplier
 * @param active        whether a password was chosen; before that an invitation is open
 * @param left          acts for nobody any longer
 * @param confirmed     whether the e-mail address was shown to be the person's
 * @param demonstration known to everybody, works on loopback only
 */
public record PersonView(String id, String name, String email, String organisation,
        Set<Role> roles, Set<Duty> duties, Instant since, boolean active, boolean left,
        boolean confirmed, boolean demonstration) {
}
