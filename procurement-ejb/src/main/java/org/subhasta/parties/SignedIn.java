package org.subhasta.parties;

import java.util.Set;

/**
 * What the sign-in mechanism needs to know of a person whose password or token was right.
 *
 * @param person        the caller principal's name
 * @param name          how pages address the person
 * @param roles         the caller's groups
 * @param demonstration works on loopback only
 */
public record SignedIn(String person, String name, Set<Role> roles, boolean demonstration) {
}
