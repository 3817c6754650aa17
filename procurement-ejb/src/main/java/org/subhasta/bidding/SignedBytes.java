package org.subhasta.bidding;

/**
 * What a bidder signed and the signature, exactly as received:
 * {@code openssl cms -verify -binary -inform DER -in signature -content statement} checks them.
 */
public record SignedBytes(byte[] statement, byte[] signature) {

    public SignedBytes {
        statement = statement.clone();
        signature = signature.clone();
    }
}
