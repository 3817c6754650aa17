package org.subhasta.parties.model;

/**
 * How sure the platform is of who calls: the levels of Regulation (EU) 910/2014 (eIDAS), article 8,
 * as they come of how somebody signed in, the least first.
 */
public enum Assurance {

    /** A password alone. */
    LOW,
    /** Two factors, one of which is held and not known; or a token that was made so. */
    SUBSTANTIAL,
    /** As an identity gateway vouches for it. */
    HIGH;

    public boolean isAtLeast(Assurance other) {
        return compareTo(other) >= 0;
    }
}
