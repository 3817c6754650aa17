package org.subhasta.signing;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A time-stamp that was verified (RFC 3161): its authority says that something existed then. Only
 * {@link TimeStampVerifier} and whoever asks it make one.
 *
 * @param encoded      the token, to be stored exactly as it is
 * @param time         when, as precisely as the authority says
 * @param serial       unique with that authority
 * @param policy       the authority's rules, an object identifier in dots
 * @param authority    the certificate of who stamped
 * @param certificates all that came along, {@code authority} among them
 */
public record TimeStamp(byte[] encoded, Instant time, BigInteger serial, String policy,
        X509Certificate authority, List<X509Certificate> certificates) {

    public TimeStamp {
        encoded = encoded.clone();
        certificates = List.copyOf(certificates);
    }
}
