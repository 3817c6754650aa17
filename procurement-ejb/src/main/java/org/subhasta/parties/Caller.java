package org.subhasta.parties;

import java.util.Set;
import org.subhasta.journal.Actor;

/**
 * The person on whose behalf a use case runs.
 *
 * @param person       the person's identifier
 * @param organisation the identifier of the organisation the person acts for; {@code ""} for those
 *                     who belong to the platform itself (administrators, auditors), which equals
 *                     no organisation's identifier, so that a comparison fails closed
 * @param roles        what the person may do now, read from the database with each call
 */
public record Caller(String person, String organisation, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the person acts for this organisation. */
    public boolean actsFor(String organisation) {
        return !this.organisation.isEmpty() && this.organisation.equals(organisation);
    }

    /** The person as the journal names it. */
    public Actor actor() {
        return Actor.person(person);
    }
}
