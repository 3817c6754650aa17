package org.subhasta.parties.model;

import java.util.ArrayList;
import java.util.List;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/** Limits of tokens: none works for ever, and nobody has more than can be kept in view. */
public final class TokenRule {

    /** Longest life in days. */
    public static final int LONGEST_DAYS = 365;
    /** How many tokens in use a person may have. */
    public static final int MOST = 20;

    private TokenRule() {
    }

    /** The token's name where name, life and number of tokens are admitted. */
    public static Outcome<String> admit(String name, int days, long inUse) {
        var named = new Field("name", name).required(80);
        List<Refusal> refusals = new ArrayList<>(Field.refusals(named));
        if (days < 1 || days > LONGEST_DAYS) {
            refusals.add(Refusal.at(
                    "days", PartiesRefusal.TOKEN_LIFE, String.valueOf(LONGEST_DAYS)));
        }
        if (inUse >= MOST) {
            refusals.add(Refusal.of(PartiesRefusal.TOKENS_TOO_MANY, String.valueOf(MOST)));
        }
        return refusals.isEmpty() ? named.map(text -> text) : Outcome.refused(refusals);
    }
}
