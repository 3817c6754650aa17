package org.subhasta.signing;

/** What a certified key is for. A certificate says one of them (RFC 5280, clause 4.2.1.3). */
public enum KeyUse {

    /** Signatures: {@code digitalSignature} and {@code nonRepudiation}. */
    SIGNING,
    /** Shares of sealed bids are encrypted to it: {@code keyAgreement}, on P-256 (RFC 9180). */
    ENCRYPTION
}
