package org.subhasta.signing;

import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SignatureException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * Builds the paths from a signer's certificate to the trusted authorities and has the platform
 * validate them (RFC 5280, section 6; ETSI EN 319 102-1, clause 5.2.6). Paths are built here, not
 * by the platform's builder, because that one says only that there is none and never why.
 */
final class CertificatePath {

    /** Why a certificate is not accepted. */
    record Fault(SubIndication why, String sentence) {
    }

    /** From the signer to below the anchor. */
    private static final int MAXIMUM_LENGTH = 5;

    /** However certificates are crossed, no more paths than these are tried. */
    private static final int MAXIMUM_PATHS = 16;

    private record Path(List<X509Certificate> certificates, X509Certificate anchor) {
    }

    private final List<X509Certificate> supplied;
    private final List<X509Certificate> anchors;
    private final KeyUse use;
    private final List<Path> paths = new ArrayList<>();

    private CertificatePath(List<X509Certificate> supplied, List<X509Certificate> anchors,
            KeyUse use) {
        this.supplied = supplied;
        this.anchors = anchors;
        this.use = use;
    }

    /**
     * What speaks against the signer's certificate at an instant; empty where nothing does.
     *
     * @param supplied further certificates that may lie on the way; they are never its end
     */
    static Optional<Fault> judge(X509Certificate signer, List<X509Certificate> supplied,
            List<X509Certificate> anchors, Instant at) {
        return judge(signer, supplied, anchors, at, KeyUse.SIGNING);
    }

    /** The same of a certificate for that use. */
    static Optional<Fault> judge(X509Certificate signer, List<X509Certificate> supplied,
            List<X509Certificate> anchors, Instant at, KeyUse use) {
        CertificatePath search = new CertificatePath(supplied, anchors, use);
        search.extend(List.of(signer));
        if (search.paths.isEmpty()) {
            return fault(SubIndication.NO_CERTIFICATE_CHAIN_FOUND,
                    "no path leads from the signer's certificate to a trusted authority");
        }
        Optional<Fault> worst = Optional.empty();
        for (Path path : search.paths) {
            Optional<Fault> fault = search.judge(path, at);
            if (fault.isEmpty()) {
                return Optional.empty();
            }
            // A path that is only named like a trusted one says less than one that is signed so.
            if (worst.isEmpty()
                    || worst.get().why() == SubIndication.NO_CERTIFICATE_CHAIN_FOUND) {
                worst = fault;
            }
        }
        return worst;
    }

    private void extend(List<X509Certificate> soFar) {
        X509Certificate last = soFar.getLast();
        for (X509Certificate anchor : anchors) {
            if (paths.size() < MAXIMUM_PATHS && issues(anchor, last)) {
                paths.add(new Path(soFar, anchor));
            }
        }
        if (soFar.size() == MAXIMUM_LENGTH) {
            return;
        }
        for (X509Certificate candidate : supplied) {
            if (paths.size() < MAXIMUM_PATHS && issues(candidate, last)
                    && Trust.isAuthority(candidate) && !soFar.contains(candidate)) {
                List<X509Certificate> longer = new ArrayList<>(soFar);
                longer.add(candidate);
                extend(List.copyOf(longer));
            }
        }
    }

    private static boolean issues(X509Certificate issuer, X509Certificate subject) {
        return issuer.getSubjectX500Principal().equals(subject.getIssuerX500Principal());
    }

    private Optional<Fault> judge(Path path, Instant at) {
        X509Certificate signer = path.certificates().getFirst();
        Optional<Fault> signed = validate(path, at);
        if (signed.isPresent() && signed.get().why() == SubIndication.NO_CERTIFICATE_CHAIN_FOUND) {
            return signed;
        }
        // The signer's own period comes before faults further up: it is what the signer can mend.
        if (at.isAfter(signer.getNotAfter().toInstant())) {
            return fault(SubIndication.EXPIRED,
                    "the signer's certificate expired on " + signer.getNotAfter().toInstant());
        }
        if (at.isBefore(signer.getNotBefore().toInstant())) {
            return fault(SubIndication.NOT_YET_VALID,
                    "the signer's certificate is valid only from "
                            + signer.getNotBefore().toInstant() + " on");
        }
        if (signed.isPresent()) {
            return signed;
        }
        if (at.isAfter(path.anchor().getNotAfter().toInstant())
                || at.isBefore(path.anchor().getNotBefore().toInstant())) {
            // RFC 5280 leaves a trust anchor's period to local policy. Ours is to keep it.
            return fault(SubIndication.CHAIN_CONSTRAINTS_FAILURE,
                    "the trusted authority's own certificate is not valid at that time");
        }
        return algorithms(path).or(() -> purpose(signer));
    }

    private static Optional<Fault> algorithms(Path path) {
        for (X509Certificate certificate : path.certificates()) {
            AlgorithmIdentifier algorithm;
            try {
                algorithm =
                        Certificate.getInstance(certificate.getEncoded()).getSignatureAlgorithm();
            } catch (CertificateException e) {
                throw new IllegalArgumentException("a certificate without an encoding", e);
            }
            if (Scheme.of(algorithm).isEmpty()) {
                return fault(SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                        "a certificate is signed with an algorithm that is not accepted: "
                                + certificate.getSigAlgName());
            }
            if (Scheme.family(certificate.getPublicKey()).isEmpty()) {
                return fault(SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                        "a certificate's key is of a kind or size that is not accepted");
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> purpose(X509Certificate signer) {
        if (signer.getBasicConstraints() >= 0) {
            return fault(SubIndication.CHAIN_CONSTRAINTS_FAILURE,
                    "the certificate is an authority's, not a signer's");
        }
        // A certificate that does not say what its key is for could be for anything. EN 319 412-2,
        // clause 4.3.2 has signers' certificates say it, so silence is refused too.
        boolean[] usage = signer.getKeyUsage();
        boolean fits = usage != null && switch (use) {
            case SIGNING -> usage[0] || usage[1];
            case ENCRYPTION -> usage[4];
        };
        return fits ? Optional.empty() : fault(SubIndication.CHAIN_CONSTRAINTS_FAILURE,
                "the certificate's key usage does not include " + switch (use) {
                    case SIGNING -> "signing";
                    case ENCRYPTION -> "key agreement";
                });
    }

    private static Optional<Fault> validate(Path path, Instant at) {
        try {
            CertPath certificates =
                    CertificateFactory.getInstance("X.509").generateCertPath(path.certificates());
            PKIXParameters parameters =
                    new PKIXParameters(Set.of(new TrustAnchor(path.anchor(), null)));
            parameters.setRevocationEnabled(false); // see Trust: another release looks it up
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX").validate(certificates, parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            return Optional.of(fault(e));
        } catch (CertificateException e) {
            return fault(SubIndication.CERTIFICATE_CHAIN_GENERAL_FAILURE,
                    "a certificate of the path cannot be read");
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("the platform cannot validate certificate paths", e);
        }
    }

    private static Fault fault(CertPathValidatorException e) {
        if (e.getReason() == BasicReason.INVALID_SIGNATURE
                || e.getReason() == PKIXReason.NO_TRUST_ANCHOR
                || e.getReason() == PKIXReason.NAME_CHAINING
                || e.getCause() instanceof SignatureException
                || e.getCause() instanceof InvalidKeyException) {
            // Named like a trusted authority, but not signed by it.
            return new Fault(SubIndication.NO_CERTIFICATE_CHAIN_FOUND,
                    "no path leads from the signer's certificate to a trusted authority");
        }
        if (e.getReason() == BasicReason.ALGORITHM_CONSTRAINED) {
            return new Fault(SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                    "a certificate uses an algorithm that is not accepted");
        }
        if (e.getReason() == BasicReason.EXPIRED || e.getReason() == BasicReason.NOT_YET_VALID) {
            return new Fault(SubIndication.CHAIN_CONSTRAINTS_FAILURE,
                    "an authority's certificate on the path is not valid at that time");
        }
        if (e.getReason() == BasicReason.UNSPECIFIED) {
            return new Fault(SubIndication.CERTIFICATE_CHAIN_GENERAL_FAILURE,
                    "the certificate path is not valid: " + e.getMessage());
        }
        return new Fault(SubIndication.CHAIN_CONSTRAINTS_FAILURE,
                "the certificate path breaks its own rules: " + e.getMessage());
    }

    private static Optional<Fault> fault(SubIndication why, String sentence) {
        return Optional.of(new Fault(why, sentence));
    }
}
