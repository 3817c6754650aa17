package org.subhasta.architecture.planted.parties;

import org.subhasta.parties.Assured;

/** A door that binds and could not say why it is closed. */
public class UnansweredDoor {

    @Assured
    public String sign() {
        return "";
    }
}
