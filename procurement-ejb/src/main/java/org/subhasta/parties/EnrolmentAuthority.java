package org.subhasta.parties;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.CertificateRequest;
import org.subhasta.signing.KeyUse;
import org.subhasta.signing.SigningKey;

/**
 * Issues certificates for keys that people made themselves. Its own key is in the data folder; the
 * launcher made it, and put its certificate among the trusted.
 */
@ApplicationScoped
class EnrolmentAuthority {

    /** Clocks differ a little: a certificate made now is valid for whoever is behind. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    private volatile CertificateAuthority authority;

    /** Issues, with the names on record: what a request says of its maker counts for nothing. */
    X509Certificate issue(CertificateRequest request, PersonRow person, OrganisationRow organisation,
            KeyUse use, Instant now) {
        CertificateRequest.Holder holder = new CertificateRequest.Holder(person.name(),
                person.id(), organisation.details().name(), organisation.details().country());
        return request.certify(authority(), holder, use, now.minus(BEFORE));
    }

    private CertificateAuthority authority() {
        if (authority == null) {
            Path keys = Path.of(System.getProperty("subhasta.data"), "keys");
            try {
                authority = CertificateAuthority.of(SigningKey.open(
                        keys.resolve("enrolment-authority.p12"),
                        Files.readString(keys.resolve("enrolment-authority.password")).strip()
                                .toCharArray()));
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException("the enrolment authority's key cannot be used", e);
            }
        }
        return authority;
    }
}
