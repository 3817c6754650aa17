package org.subhasta.parties;

import java.util.Set;

/**
 * A token that somebody called with, and works.
 *
 * @param id          the token's identifier, which is no secret
 * @param owner       who calls by it
 * @param permissions what it may do besides reading
 */
public record TokenInUse(String id, SignedIn owner, Set<TokenPermission> permissions) {

    public TokenInUse {
        permissions = Set.copyOf(permissions);
    }
}
