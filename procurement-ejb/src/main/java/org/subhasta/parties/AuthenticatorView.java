package org.subhasta.parties;

import java.time.Instant;

/** An authenticator app of the caller's, under the name that its owner gave it. */
public record AuthenticatorView(String id, String name, Instant added) {
}
