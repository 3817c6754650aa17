package org.subhasta.parties;

import java.time.Instant;
import org.subhasta.signing.KeyUse;

/**
 * A certificate for its holder and for officers.
 *
 * @param fingerprint SHA-256 of its DER in lower-case hexadecimal
 * @param purpose     signatures, or the encryption of shares to an opener
 * @param subject     distinguished name, RFC 2253
 * @param serial      hexadecimal
 * @param possession  whether a signature at enrolment proved that the person holds the key
 * @param state       {@code enrolled}, {@code approved}, {@code refused} or {@code withdrawn}
 * @param reason      why it was refused; {@code ""} otherwise
 */
public record CertificateView(String id, String person, String personName, String organisation,
        String organisationName, String fingerprint, KeyUse purpose, String subject, String issuer, String serial,
        Instant validFrom, Instant validUntil, boolean possession, String state, Instant stateAt,
        String reason, Instant enrolled) {
}
