package org.subhasta.bidding;

/**
 * What somebody signed and the signature, exactly as received:
 * {@code openssl cms -verify -binary -inform DER -in signature -content content} checks them.
 */
public record SignedBytes(byte[] content, byte[] signature) {

    public SignedBytes {
        content = content.clone();
        signature = signature.clone();
    }
}
