package org.subhasta.parties;

import java.time.Instant;

/**
 * A certificate that an officer approved: signatures by its key are the person's, for the
 * organisation. Whether it is valid and trusted at some instant is asked of the trust anew.
 *
 * @param fingerprint SHA-256 of its DER in lower-case hexadecimal
 * @param subject     distinguished name, RFC 2253
 */
public record AdmittedCertificate(String id, String person, String organisation,
        String fingerprint, String subject, Instant validFrom, Instant validUntil) {
}
