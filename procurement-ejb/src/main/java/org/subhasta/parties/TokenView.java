package org.subhasta.parties;

import java.time.Instant;

/**
 * A token for its owner; the secret itself is not kept.
 *
 * @param name  what the owner calls it
 * @param state {@code active}, {@code expired} or {@code revoked}
 */
public record TokenView(String id, String name, Instant created, Instant expires, String state) {
}
