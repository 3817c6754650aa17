package org.subhasta.signing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** Verifies detached CMS signatures with CAdES baseline B-B attributes. */
public final class CadesVerifier {

    private CadesVerifier() {
    }

    /**
     * Validates a detached signature.
     *
     * @param at the instant at which the signer's certificate must have been valid: when the
     *           signature was received, not when its maker claims to have signed
     */
    public static Validation verify(byte[] content, byte[] signature, Trust trust, Instant at) {
        throw new UnsupportedOperationException("not yet");
    }

    /** As above for content that is read once from a stream; the caller closes it. */
    public static Validation verify(InputStream content, byte[] signature, Trust trust, Instant at)
            throws IOException {
        throw new UnsupportedOperationException("not yet");
    }
}
