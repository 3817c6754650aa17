package org.subhasta.parties;

import org.subhasta.signing.KeyUse;

/**
 * A request for a certificate for a key that somebody made and keeps.
 *
 * @param use       what the key is to be for
 * @param pkcs10    DER (RFC 2986), whose challenge is the SHA-256 of the statement in lower-case
 *                  hexadecimal
 * @param statement of {@link Certificates#statement()}, exactly as it was given
 */
public record KeyRequest(KeyUse use, byte[] pkcs10, String statement) {
}
