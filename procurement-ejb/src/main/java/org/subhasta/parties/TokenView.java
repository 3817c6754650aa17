package org.subhasta.parties;

import java.time.Instant;
import java.util.Set;

/**
 * A token for its owner, and for who administers the owner's organisation; the secret itself is not kept.
 *
 * @param name        what the owner calls it
 * @param owner       the person's name
 * @param permissions what it may do besides reading
 * @param state       {@code active}, {@code expired} or {@code revoked}
 */
public record TokenView(String id, String name, String owner, Set<TokenPermission> permissions,
        Instant created, Instant expires, String state) {
}
