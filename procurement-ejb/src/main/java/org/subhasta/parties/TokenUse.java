package org.subhasta.parties;

import java.util.List;

/**
 * A token and what was done with it.
 *
 * @param calls the latest first, at most a hundred; those of live auctions are not among them
 */
public record TokenUse(TokenView token, List<TokenCall> calls) {

    public TokenUse {
        calls = List.copyOf(calls);
    }
}
