package org.subhasta.eligibility.model;

/** Where an exclusion counts. */
public enum Scope {
    /** In procedures of the authority that recorded it. */
    AUTHORITY,
    /** In everybody's; two people decide it. */
    PLATFORM
}
