package org.subhasta.parties;

import java.util.Optional;
import java.util.Set;
import org.subhasta.journal.Actor;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.model.Assurance;
import org.subhasta.parties.model.PartiesRefusal;

/**
 * The person on whose behalf a use case runs.
 *
 * @param person       the person's identifier
 * @param organisation the identifier of the organisation the person acts for; {@code ""} for those
 *                     who belong to the platform itself (administrators, auditors), which equals
 *                     no organisation's identifier, so that a comparison fails closed
 * @param roles        what the person may do now, read from the database with each call
 * @param duties       what the person does for the supplier, read in the same way
 * @param assurance    how sure it is that this is the person
 * @param session      the session that called; {@code ""} where a program did, or the platform
 */
public record Caller(String person, String organisation, Set<Role> roles, Set<Duty> duties,
        Assurance assurance, String session) {

    public Caller {
        roles = Set.copyOf(roles);
        duties = Set.copyOf(duties);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the person acts for this organisation. */
    public boolean actsFor(String organisation) {
        return !this.organisation.isEmpty() && this.organisation.equals(organisation);
    }

    /** Why it is not sure enough who calls; empty where it is. */
    public Optional<Refusal> doubt(Assurance needed) {
        return assurance.isAtLeast(needed) ? Optional.empty()
                : Optional.of(Refusal.of(PartiesRefusal.ASSURANCE_NEEDED));
    }

    /** Why the person may not do this for the organisation; empty where it is theirs to do. */
    public Optional<Refusal> lacks(Duty duty) {
        return duties.contains(duty) ? Optional.empty()
                : Optional.of(Refusal.of(PartiesRefusal.DUTY_NEEDED, duty.name()));
    }

    /** The same for signing: of a supplier those who bid do, of others whoever comes to it. */
    public Optional<Refusal> lacksToSign() {
        return is(Role.SUPPLIER) ? lacks(Duty.BID) : Optional.empty();
    }

    /** The person as the journal names it. */
    public Actor actor() {
        return Actor.person(person);
    }
}
