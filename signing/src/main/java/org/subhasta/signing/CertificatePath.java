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
import org.subhasta.signing.Judgement.Fault;

/**
 * A path from a signer's certificate to a trusted authority, validated by the platform (RFC 5280,
 * section 6; ETSI EN 319 102-1, clause 5.2.6) but for revocation. Paths are built here, not by the
 * platform's builder, because that one says only that there is none and never why.
 *
 * @param certificates from the signer's to below the authority
 * @param anchor       the authority
 */
record CertificatePath(List<X509Certificate> certificates, X509Certificate anchor) {

    /** From the signer to below the anchor. */
    private static final int MAXIMUM_LENGTH = 5;

    /** However certificates are crossed, no more paths than these are tried. */
    private static final int MAXIMUM_PATHS = 16;

    /**
     * All paths that might lead from a certificate to one of the anchors, by names alone.
     *
     * @param supplied further certificates that may lie on the way; they are never its end
     */
    static List<CertificatePath> candidates(X509Certificate signer, List<X509Certificate> supplied,
            List<X509Certificate> anchors) {
        List<CertificatePath> paths = new ArrayList<>();
        extend(List.of(signer), supplied, anchors, paths);
        return paths;
    }

    private static void extend(List<X509Certificate> soFar, List<X509Certificate> supplied,
            List<X509Certificate> anchors, List<CertificatePath> paths) {
        X509Certificate last = soFar.getLast();
        for (X509Certificate anchor : anchors) {
            if (paths.size() < MAXIMUM_PATHS && issues(anchor, last)) {
                paths.add(new CertificatePath(soFar, anchor));
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
                extend(List.copyOf(longer), supplied, anchors, paths);
            }
        }
    }

    private static boolean issues(X509Certificate issuer, X509Certificate subject) {
        return issuer.getSubjectX500Principal().equals(subject.getIssuerX500Principal());
    }

    /** Which certificate issued the one at a place of the path. */
    X509Certificate issuerOf(int place) {
        return place + 1 < certificates.size() ? certificates.get(place + 1) : anchor;
    }

    /** Whether all certificates, the authority's own too, are within their periods. */
    boolean isWithinPeriods(Instant at) {
        return isWithinPeriod(anchor, at)
                && certificates.stream().allMatch(certificate -> isWithinPeriod(certificate, at));
    }

    private static boolean isWithinPeriod(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    /** What speaks against the path at an instant; empty where nothing does. */
    Optional<Fault> judge(Purpose purpose, Instant at) {
        X509Certificate signer = certificates.getFirst();
        Optional<Fault> signed = validate(at);
        if (signed.isPresent() && signed.get().why() == SubIndication.NO_CERTIFICATE_CHAIN_FOUND) {
            return signed;
        }
        // The signer's own period comes before faults further up: it is what the signer can mend.
        if (at.isAfter(signer.getNotAfter().toInstant())) {
            return Fault.of(SubIndication.EXPIRED,
                    "the signer's certificate expired on " + signer.getNotAfter().toInstant());
        }
        if (at.isBefore(signer.getNotBefore().toInstant())) {
            return Fault.of(SubIndication.NOT_YET_VALID,
                    "the signer's certificate is valid only from "
                            + signer.getNotBefore().toInstant() + " on");
        }
        if (signed.isPresent()) {
            return signed;
        }
        if (!isWithinPeriod(anchor, at)) {
            // RFC 5280 leaves a trust anchor's period to local policy. Ours is to keep it.
            return Fault.of(SubIndication.CHAIN_CONSTRAINTS_FAILURE,
                    "the trusted authority's own certificate is not valid at that time");
        }
        return algorithms().or(() -> purpose.problem(signer)
                .map(sentence -> new Fault(SubIndication.CHAIN_CONSTRAINTS_FAILURE, sentence)));
    }

    private Optional<Fault> algorithms() {
        for (X509Certificate certificate : certificates) {
            AlgorithmIdentifier algorithm;
            try {
                algorithm =
                        Certificate.getInstance(certificate.getEncoded()).getSignatureAlgorithm();
            } catch (CertificateException e) {
                throw new IllegalArgumentException("a certificate without an encoding", e);
            }
            if (Scheme.of(algorithm).isEmpty()) {
                return Fault.of(SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                        "a certificate is signed with an algorithm that is not accepted: "
                                + certificate.getSigAlgName());
            }
            if (Scheme.family(certificate.getPublicKey()).isEmpty()) {
                return Fault.of(SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                        "a certificate's key is of a kind or size that is not accepted");
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> validate(Instant at) {
        try {
            CertPath path =
                    CertificateFactory.getInstance("X.509").generateCertPath(certificates);
            PKIXParameters parameters =
                    new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
            parameters.setRevocationEnabled(false); // see Revocation, which asks afterwards
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            return Optional.of(fault(e));
        } catch (CertificateException e) {
            return Fault.of(SubIndication.CERTIFICATE_CHAIN_GENERAL_FAILURE,
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
}
