package org.subhasta.parties;

import org.subhasta.parties.model.Assurance;

/**
 * A session by which somebody is signed in.
 *
 * @param id what the browser's session remembers
 */
public record OpenSession(String id, SignedIn who, Assurance assurance) {
}
