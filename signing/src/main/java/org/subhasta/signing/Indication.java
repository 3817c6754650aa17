package org.subhasta.signing;

/** The outcome of validating a signature, in the words of ETSI EN 319 102-1, clause 5.1.3. */
public enum Indication {

    /** The signature is valid, its signer identified and trusted. */
    TOTAL_PASSED,

    /** What is there does not suffice to say the one or the other. It never counts as passed. */
    INDETERMINATE,

    /** The signature is not valid, or nothing that deserves the name. */
    TOTAL_FAILED
}
