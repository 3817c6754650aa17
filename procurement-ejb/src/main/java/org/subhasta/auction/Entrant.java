package org.subhasta.auction;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * Whose a certificate is in an auction.
 *
 * @param fingerprint SHA-256 of its DER, hexadecimal
 */
record Entrant(String organisation, String person, String fingerprint, byte[] der) {

    X509Certificate certificate() {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate was kept that cannot be read", e);
        }
    }
}
