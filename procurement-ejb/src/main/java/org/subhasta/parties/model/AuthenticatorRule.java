package org.subhasta.parties.model;

import java.util.ArrayList;
import java.util.List;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/** How many authenticator apps somebody has, and what they are called. */
public final class AuthenticatorRule {

    /** A few devices. */
    public static final int MOST = 5;

    private static final int LONGEST_NAME = 60;

    private AuthenticatorRule() {
    }

    /** The app's name where the name and the number of apps are admitted. */
    public static Outcome<String> admit(String name, long inUse) {
        var named = new Field("name", name).required(LONGEST_NAME);
        List<Refusal> refusals = new ArrayList<>(Field.refusals(named));
        if (inUse >= MOST) {
            refusals.add(Refusal.of(
                    PartiesRefusal.SECOND_FACTORS_TOO_MANY, String.valueOf(MOST)));
        }
        return refusals.isEmpty() ? named.map(text -> text) : Outcome.refused(refusals);
    }
}
