package org.subhasta.parties;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may be chosen into an opening committee.
 *
 * @param person           identifier
 * @param organisationName of the organisation they belong to, which need not be the buyer
 * @param signing          what the opening act is signed with; of several the latest approved
 * @param encryption       what shares are encrypted to; of several the latest approved
 */
public record OpenerView(String person, String name, String organisation, String organisationName,
        Optional<OpenerKey> signing, Optional<OpenerKey> encryption) {

    /** Whether both keys are there and valid at that instant, such as the end of an opening. */
    public boolean isReadyAt(Instant at) {
        return signing.filter(key -> key.isValidAt(at)).isPresent()
                && encryption.filter(key -> key.isValidAt(at)).isPresent();
    }
}
