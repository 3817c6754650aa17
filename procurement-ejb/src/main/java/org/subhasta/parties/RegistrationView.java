package org.subhasta.parties;

import java.time.Instant;

/**
 * How far the registration of an organisation has come, for the organisation and for officers.
 *
 * @param state      {@code registered}, {@code approved} or {@code returned}
 * @param stateAt    since when
 * @param reason     what is to be put right; {@code ""} unless returned
 * @param registered when it first registered
 * @param others     how many other registrations name the same entry of the same register: more
 *                   than none is a reason to look twice
 */
public record RegistrationView(OrganisationView organisation, String state, Instant stateAt,
        String reason, Instant registered, int others) {
}
