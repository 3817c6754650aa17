package org.subhasta.signing;

import java.time.Instant;

/** Compact JSON web signatures (RFC 7515) with the certificate in the header ({@code x5c}). */
public final class Jws {

    /**
     * What verifying gave.
     *
     * @param payload the signed bytes; empty unless the signature passed
     */
    public record Verified(Validation validation, byte[] payload) {
    }

    private Jws() {
    }

    /** Signs a payload: header, payload and signature, joined by dots. */
    public static String sign(byte[] payload, SigningKey key) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Verifies a compact signature and gives its payload. */
    public static Verified verify(String compact, Trust trust, Instant at) {
        throw new UnsupportedOperationException("not yet");
    }
}
