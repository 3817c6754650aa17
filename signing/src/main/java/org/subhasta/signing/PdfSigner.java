package org.subhasta.signing;

import java.time.Instant;

/** Signs PDF files as PAdES baseline B-B (ETSI EN 319 142-1). */
public final class PdfSigner {

    private PdfSigner() {
    }

    /**
     * Signs by an incremental update, so that the bytes given stay a prefix of the bytes returned.
     * The signature is invisible; the whole file is under it.
     *
     * @param reason   shown by readers, e.g. "Award notice"
     * @param location shown by readers, e.g. the authority's seat
     * @throws IllegalArgumentException where it is no PDF, is encrypted or is signed already
     */
    public static byte[] sign(byte[] pdf, SigningKey key, String reason, String location,
            Instant claimedTime) {
        throw new UnsupportedOperationException("not yet");
    }
}
