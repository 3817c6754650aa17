package org.subhasta.parties;

import java.time.Instant;
import org.subhasta.signing.KeyUse;

/**
 * A request for a certificate, for its maker and for officers.
 *
 * @param key         SHA-256 of the public key (SubjectPublicKeyInfo) in lower-case hexadecimal
 * @param state       {@code enrolled} while it waits, {@code approved}, {@code refused} or
 *                    {@code withdrawn}
 * @param reason      why it was refused; {@code ""} otherwise
 * @param certificate the identifier of the certificate that was issued; {@code ""} before
 */
public record KeyRequestView(String id, String person, String personName, String organisation,
        String organisationName, KeyUse use, String key, String state, Instant stateAt,
        String reason, String certificate, Instant requested) {
}
