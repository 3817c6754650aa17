package org.subhasta.parties;

/**
 * What somebody does for the supplier they belong to. Whoever has none reads all that the
 * organisation may read, and changes nothing for it.
 */
public enum Duty {

    /** Keeps the organisation's data, invites colleagues and says what each of them does. */
    ADMINISTER,
    /** Bids and signs for the organisation. */
    BID,
    /** Sees to what is paid: the organisation's bank account. */
    FINANCE
}
