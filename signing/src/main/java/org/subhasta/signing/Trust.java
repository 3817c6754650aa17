package org.subhasta.signing;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The certification authorities that are trusted. */
public final class Trust {

    private Trust() {
    }

    /** Trusts these authorities and no others. */
    public static Trust of(Collection<X509Certificate> authorities) {
        return new Trust();
    }

    /**
     * Trusts every CA certificate in the PEM and DER files ({@code .pem, .crt, .cer, .der}) of a
     * folder, read again when the folder changes. A folder that is not there trusts nobody.
     */
    public static Trust folder(Path folder) {
        return new Trust();
    }

    /** The same authorities without those of demonstrations. */
    public Trust withoutDemonstration() {
        return this;
    }

    /** The authorities trusted now. */
    public List<X509Certificate> authorities() {
        return List.of();
    }

    /**
     * Judges a certificate as a signer's at an instant: path, validity, algorithms, key usage.
     * What enrolment asks; verifying a signature asks it too.
     */
    public Validation check(X509Certificate signer, Instant at) {
        throw new UnsupportedOperationException("not yet");
    }
}
