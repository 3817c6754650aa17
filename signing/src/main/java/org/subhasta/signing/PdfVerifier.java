package org.subhasta.signing;

import java.time.Instant;

/** Verifies the signature of a PDF file, and that nothing was added after it. */
public final class PdfVerifier {

    private PdfVerifier() {
    }

    /** Validates the one signature of a PDF file. */
    public static Validation verify(byte[] pdf, Trust trust, Instant at) {
        throw new UnsupportedOperationException("not yet");
    }
}
