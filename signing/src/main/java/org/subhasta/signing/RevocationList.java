package org.subhasta.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CRLException;
import java.security.cert.CRLReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;

/**
 * A list of revoked certificates (CRL, RFC 5280, section 5) of the authority that issued them:
 * complete ones only, neither differences nor lists that speak for other authorities.
 */
public final class RevocationList {

    /** Some 300 000 entries. */
    public static final int MAXIMUM_BYTES = 16 * 1024 * 1024;

    /** RFC 5280 does not know it; X.509, clause 9.5.2.8: expired certificates stay listed. */
    private static final String EXPIRED_STAY = "2.5.29.60";

    private static final int MAY_SIGN_LISTS = 6;

    private final X509CRL list;
    private final byte[] encoded;
    private final Optional<IssuingDistributionPoint> scope;
    private volatile X509Certificate signedBy;

    private RevocationList(X509CRL list, byte[] encoded) {
        this.list = list;
        this.encoded = encoded;
        byte[] extension = list.getExtensionValue(Extension.issuingDistributionPoint.getId());
        this.scope = Optional.ofNullable(extension).map(value -> IssuingDistributionPoint
                .getInstance(ASN1OctetString.getInstance(value).getOctets()));
    }

    /**
     * Reads a list; its signature is looked at when it is asked.
     *
     * @param encoded DER or PEM, at most {@value #MAXIMUM_BYTES} bytes
     * @throws IOException where it is no such list
     */
    public static RevocationList read(byte[] encoded) throws IOException {
        if (encoded.length > MAXIMUM_BYTES) {
            throw new IOException("larger than " + MAXIMUM_BYTES + " bytes");
        }
        try {
            X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509")
                    .generateCRL(new ByteArrayInputStream(encoded));
            byte[] der = list == null ? new byte[0] : list.getEncoded();
            Optional<String> problem = Der.problem(der, MAXIMUM_BYTES);
            if (problem.isPresent()) {
                throw new IOException("no revocation list: " + problem.get());
            }
            return new RevocationList(list, der);
        } catch (CertificateException | CRLException | RuntimeException e) {
            // The parsers meet hostile input with unchecked exceptions too.
            throw new IOException("no revocation list that can be read: " + e.getMessage(), e);
        }
    }

    /** When the next one is due; empty where it does not say. */
    public Optional<Instant> nextUpdate() {
        return Optional.ofNullable(list.getNextUpdate()).map(Date::toInstant);
    }

    /**
     * What it says about a certificate (RFC 5280, section 6.3.3; freshness after ETSI EN 319 102-1,
     * clause 5.2.5).
     */
    public RevocationStatus lookUp(X509Certificate certificate, X509Certificate issuer,
            Instant at) {
        if (!isAbout(certificate, issuer)) {
            return new RevocationStatus.NotLookedUp();
        }
        Instant issued = list.getThisUpdate().toInstant();
        X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
        if (entry != null) {
            return new RevocationStatus.Revoked(
                    entry.getRevocationDate().toInstant(), reason(entry));
        }
        if (nextUpdate().isEmpty() || nextUpdate().get().isBefore(at)) {
            return new RevocationStatus.Unknown(SubIndication.TRY_LATER,
                    "the revocation list of " + issued + " is too old to tell");
        }
        if (issued.isAfter(certificate.getNotAfter().toInstant())
                && list.getExtensionValue(EXPIRED_STAY) == null) {
            return new RevocationStatus.Unknown(SubIndication.OUT_OF_BOUNDS_NO_POE,
                    "the revocation list of " + issued
                            + " no longer tells of certificates expired before");
        }
        return new RevocationStatus.Good(
                issued, RevocationStatus.Kind.REVOCATION_LIST, encoded);
    }

    private boolean isAbout(X509Certificate certificate, X509Certificate issuer) {
        return list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                && certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                && !list.hasUnsupportedCriticalExtension()
                && list.getExtensionValue(Extension.deltaCRLIndicator.getId()) == null
                && scope.map(point -> covers(point, certificate)).orElse(true)
                && isSignedBy(issuer);
    }

    /** Lists may be cut in parts: silence of another part than the certificate's says nothing. */
    private static boolean covers(IssuingDistributionPoint point, X509Certificate certificate) {
        boolean authority = certificate.getBasicConstraints() >= 0;
        if (point.isIndirectCRL() || point.getOnlySomeReasons() != null
                || point.onlyContainsAttributeCerts()
                || point.onlyContainsUserCerts() && authority
                || point.onlyContainsCACerts() && !authority) {
            return false;
        }
        if (point.getDistributionPoint() == null) {
            return true;
        }
        byte[] extension =
                certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
        if (extension == null) {
            return false;
        }
        Set<GeneralName> own = names(point.getDistributionPoint()).collect(Collectors.toSet());
        return Arrays.stream(CRLDistPoint.getInstance(ASN1OctetString.getInstance(extension)
                        .getOctets()).getDistributionPoints())
                .filter(named -> named.getDistributionPoint() != null)
                .flatMap(named -> names(named.getDistributionPoint()))
                .anyMatch(own::contains);
    }

    private static Stream<GeneralName> names(DistributionPointName name) {
        return name.getType() == DistributionPointName.FULL_NAME
                ? Arrays.stream(GeneralNames.getInstance(name.getName()).getNames())
                : Stream.empty();
    }

    /** Remembers for whom it was found to be so: a list is asked often. */
    private boolean isSignedBy(X509Certificate issuer) {
        if (issuer.equals(signedBy)) {
            return true;
        }
        boolean[] usage = issuer.getKeyUsage();
        if (usage != null && !usage[MAY_SIGN_LISTS]) {
            return false;
        }
        try {
            AlgorithmIdentifier algorithm =
                    CertificateList.getInstance(encoded).getSignatureAlgorithm();
            boolean signed = Scheme.verifies(algorithm, issuer.getPublicKey(),
                    list.getTBSCertList(), list.getSignature());
            if (signed) {
                signedBy = issuer;
            }
            return signed;
        } catch (CRLException | IllegalArgumentException e) {
            return false; // our parser is stricter than the platform's
        }
    }

    private static String reason(X509CRLEntry entry) {
        CRLReason reason = entry.getRevocationReason();
        return RevocationReason.name(reason == null ? 0 : reason.ordinal());
    }
}
