package org.subhasta.parties;

/**
 * A token that was just made.
 *
 * @param secret what the program sends as {@code Authorization: Bearer …}; shown this once
 */
public record IssuedToken(TokenView token, String secret) {

    @Override
    public String toString() {
        return "IssuedToken " + token.id();
    }
}
