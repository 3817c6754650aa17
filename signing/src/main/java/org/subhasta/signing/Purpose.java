package org.subhasta.signing;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** What a certificate at the beginning of a path must be for. */
enum Purpose {

    /** Documents and bids. */
    SIGNING,

    /** Shares of sealed bids are encrypted to its key; see {@link KeyUse#ENCRYPTION}. */
    ENCRYPTION,

    /** Time-stamps, and nothing else: RFC 3161, section 2.3. */
    TIME_STAMPING;

    private static final int AGREES_ON_KEYS = 4;

    /** What speaks against it, as a sentence. */
    Optional<String> problem(X509Certificate certificate) {
        if (certificate.getBasicConstraints() >= 0) {
            return Optional.of("the certificate is an authority's, not a signer's");
        }
        boolean[] usage = certificate.getKeyUsage();
        boolean signs = usage != null && (usage[0] || usage[1]);
        return switch (this) {
            // A certificate that does not say what its key is for could be for anything. EN 319
            // 412-2, clause 4.3.2 has signers' certificates say it, so silence is refused too.
            case SIGNING -> signs && !isForTimeStampsOnly(certificate) ? Optional.empty()
                    : Optional.of("the certificate's key usage does not include signing");
            case ENCRYPTION -> usage != null && usage[AGREES_ON_KEYS] ? Optional.empty()
                    : Optional.of("the certificate's key usage does not include key agreement");
            case TIME_STAMPING -> (usage == null || signs) && isForTimeStampsOnly(certificate)
                    ? Optional.empty()
                    : Optional.of("the certificate is not for time stamping and nothing else");
        };
    }

    private static boolean isForTimeStampsOnly(X509Certificate certificate) {
        try {
            return List.of(KeyPurposeId.id_kp_timeStamping.getId())
                    .equals(certificate.getExtendedKeyUsage())
                    && certificate.getCriticalExtensionOIDs()
                            .contains(Extension.extendedKeyUsage.getId());
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
