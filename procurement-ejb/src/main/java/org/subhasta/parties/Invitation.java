package org.subhasta.parties;

import java.time.Instant;

/**
 * A link with which a person chooses the first, or another, password. Shown once to whoever
 * invites, who hands it on; it works once.
 *
 * @param path    to be put after the platform's address
 * @param expires after this instant it no longer works
 */
public record Invitation(PersonView person, String path, Instant expires) {

    /** The secret in the link, for programs that accept at once. */
    public String token() {
        return path.substring(path.indexOf('=') + 1);
    }

    @Override
    public String toString() {
        return "Invitation of " + person.id();
    }
}
