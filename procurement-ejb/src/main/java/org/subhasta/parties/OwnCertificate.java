package org.subhasta.parties;

import org.subhasta.signing.KeyUse;

/**
 * An approved certificate, for its holder.
 *
 * @param der the certificate itself (X.509)
 */
public record OwnCertificate(String id, KeyUse use, byte[] der) {
}
