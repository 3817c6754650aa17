package org.subhasta.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** Where revocation can be looked up. Safe for many threads; bounded in time and memory. */
@FunctionalInterface
public interface RevocationSource {

    /**
     * Looks a certificate up.
     *
     * @param issuer the certificate whose key signed it, found on a path that is trusted
     * @param at     the instant that counts; an answer must be about it or later
     * @return {@link RevocationStatus.NotLookedUp} where this source is not about the certificate
     */
    RevocationStatus lookUp(X509Certificate certificate, X509Certificate issuer, Instant at);
}
