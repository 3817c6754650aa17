package org.subhasta.parties;

import java.time.Instant;

/**
 * An approved certificate of an opener.
 *
 * @param certificate its identifier
 * @param fingerprint SHA-256 of its DER in lower-case hexadecimal
 * @param der         the certificate itself (X.509)
 */
public record OpenerKey(String certificate, String fingerprint, byte[] der, Instant validFrom,
        Instant validUntil) {

    /** Whether it is valid at that instant; the whole last second counts (RFC 5280, 4.1.2.5). */
    public boolean isValidAt(Instant at) {
        return !at.isBefore(validFrom) && at.isBefore(validUntil.plusSeconds(1));
    }
}
