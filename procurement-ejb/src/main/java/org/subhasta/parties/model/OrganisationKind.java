package org.subhasta.parties.model;

/** On which side of a contract an organisation stands here. */
public enum OrganisationKind {
    /** Invites and decides: a contracting authority (OCDS: buyer, procuring entity). */
    AUTHORITY,
    /** Bids (OCDS: tenderer, supplier). */
    SUPPLIER
}
