package org.subhasta.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** A small certification authority for the demonstration, for tests and for the platform's key. */
public final class CertificateAuthority {

    private CertificateAuthority() {
    }

    /** A fresh authority (P-256) valid for ten years, named as one of a demonstration. */
    public static CertificateAuthority demonstration(Instant from) {
        throw new UnsupportedOperationException("not yet");
    }

    /** A fresh authority (P-256) valid for ten years. */
    public static CertificateAuthority create(String commonName, Instant from) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The authority's key, to be stored as PKCS#12 and used again by {@link #of}. */
    public SigningKey key() {
        throw new UnsupportedOperationException("not yet");
    }

    /** An authority that was stored. */
    public static CertificateAuthority of(SigningKey key) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The certificate to put among the trusted. */
    public X509Certificate certificate() {
        throw new UnsupportedOperationException("not yet");
    }

    /** A fresh P-256 key and its certificate for signing, valid for two years. */
    public SigningKey issue(String commonName, String organisation, String country, Instant from) {
        throw new UnsupportedOperationException("not yet");
    }

    /** A certificate in the text form (PEM) that a folder of trusted authorities holds. */
    public static String pem(X509Certificate certificate) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Whether a certificate, or who issued it, calls itself one of a demonstration. */
    public static boolean isDemonstration(X509Certificate certificate) {
        throw new UnsupportedOperationException("not yet");
    }
}
