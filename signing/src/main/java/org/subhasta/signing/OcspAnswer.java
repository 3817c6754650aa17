package org.subhasta.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.ResponseData;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * What an online responder says about a certificate (OCSP, RFC 6960): signed by the authority that
 * issued the certificate, or by a responder it delegated to with a certificate of its own for just
 * that ({@code id-kp-OCSPSigning}, and {@code ocsp-nocheck}, since nobody could tell whether the
 * teller was revoked).
 */
public final class OcspAnswer {

    /** An answer with a responder's certificate has 2 KiB. */
    public static final int MAXIMUM_BYTES = 64 * 1024;

    /** How old an answer may be that does not say until when it holds. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final String SIGNS_ANSWERS = KeyPurposeId.id_kp_OCSPSigning.getId();
    private static final String NO_CHECK = OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId();

    private final BasicOCSPResponse response;
    private final ResponseData data;
    private final byte[] encoded;

    private OcspAnswer(BasicOCSPResponse response, byte[] encoded) {
        this.response = response;
        this.data = response.getTbsResponseData();
        this.encoded = encoded;
    }

    /**
     * The question about one certificate.
     *
     * @param nonce 32 random octets (RFC 9654), which an answer made for it repeats
     * @return an OCSPRequest in DER
     */
    public static byte[] question(X509Certificate certificate, X509Certificate issuer,
            byte[] nonce) {
        try {
            Extension extension = new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false,
                    new DEROctetString(nonce).getEncoded());
            return new OCSPRequest(new TBSRequest(null,
                    new DERSequence(new Request(id(certificate, issuer), null)),
                    new Extensions(extension)), null).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
    }

    /**
     * Reads an answer; who signed it is looked at when it is asked.
     *
     * @throws IOException where it is none, or the responder says that it cannot answer
     */
    public static OcspAnswer read(byte[] der) throws IOException {
        Optional<String> problem = Der.problem(der, MAXIMUM_BYTES);
        if (problem.isPresent()) {
            throw new IOException("no OCSP answer: " + problem.get());
        }
        try {
            OCSPResponse response = OCSPResponse.getInstance(der);
            int status = response.getResponseStatus().getIntValue();
            if (status != OCSPResponseStatus.SUCCESSFUL) {
                throw new IOException("the responder does not answer: status " + status);
            }
            if (!response.getResponseBytes().getResponseType()
                    .equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic)) {
                throw new IOException("an OCSP answer of an unknown type");
            }
            return new OcspAnswer(BasicOCSPResponse.getInstance(
                    response.getResponseBytes().getResponse().getOctets()), der);
        } catch (RuntimeException e) {
            // The parsing library tells malformed input by half a dozen unchecked exceptions.
            throw new IOException("no OCSP answer: " + e.getMessage(), e);
        }
    }

    /** Whether it repeats the nonce, or, as those made in advance do, has none at all. */
    public boolean isFor(byte[] nonce) {
        Extension said = data.getResponseExtensions() == null ? null
                : data.getResponseExtensions().getExtension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        return said == null || Arrays.equals(nonce,
                ASN1OctetString.getInstance(said.getExtnValue().getOctets()).getOctets());
    }

    /** What it says about a certificate (RFC 6960, section 3.2). */
    public RevocationStatus lookUp(X509Certificate certificate, X509Certificate issuer,
            Instant at) {
        try {
            Optional<SingleResponse> about = about(certificate, issuer);
            return about.isPresent() && isSigned(issuer)
                    ? status(about.get(), certificate, at) : new RevocationStatus.NotLookedUp();
        } catch (IOException | CertificateException | RuntimeException e) {
            return unknown("the responder's answer cannot be read: " + e.getMessage());
        }
    }

    private Optional<SingleResponse> about(X509Certificate certificate, X509Certificate issuer) {
        CertID id = id(certificate, issuer);
        for (ASN1Encodable element : data.getResponses()) {
            SingleResponse one = SingleResponse.getInstance(element);
            CertID said = one.getCertID();
            if (said.getHashAlgorithm().getAlgorithm()
                            .equals(id.getHashAlgorithm().getAlgorithm())
                    && said.getIssuerNameHash().equals(id.getIssuerNameHash())
                    && said.getIssuerKeyHash().equals(id.getIssuerKeyHash())
                    && said.getSerialNumber().equals(id.getSerialNumber())) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private RevocationStatus status(SingleResponse one, X509Certificate certificate, Instant at)
            throws IOException {
        Instant issued = instant(one.getThisUpdate());
        int tag = one.getCertStatus().getTagNo();
        if (tag == 1) {
            RevokedInfo revoked = RevokedInfo.getInstance(one.getCertStatus().getStatus());
            return new RevocationStatus.Revoked(instant(revoked.getRevocationTime()),
                    RevocationReason.name(revoked.getRevocationReason()));
        }
        if (tag != 0) {
            return unknown("the responder does not know the certificate");
        }
        Instant until = one.getNextUpdate() == null ? issued.plus(FRESH)
                : instant(one.getNextUpdate());
        if (until.isBefore(at)) {
            return unknown("the responder's answer of " + issued + " is too old to tell");
        }
        boolean covers = !issued.isAfter(certificate.getNotAfter().toInstant())
                || one.getSingleExtensions() != null && one.getSingleExtensions()
                        .getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff) != null;
        return covers
                ? new RevocationStatus.Good(issued, RevocationStatus.Kind.OCSP_RESPONSE, encoded)
                : new RevocationStatus.Unknown(SubIndication.OUT_OF_BOUNDS_NO_POE,
                        "the responder no longer tells of certificates expired before " + issued);
    }

    /** RFC 6960, section 4.2.2.2. */
    private boolean isSigned(X509Certificate issuer) throws IOException, CertificateException {
        if (isSignedWith(issuer)) {
            return true;
        }
        if (response.getCerts() == null) {
            return false;
        }
        for (ASN1Encodable element : response.getCerts()) {
            X509Certificate delegate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(
                            element.toASN1Primitive().getEncoded()));
            if (isDelegate(delegate, issuer) && isSignedWith(delegate)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDelegate(X509Certificate delegate, X509Certificate issuer)
            throws CertificateException, IOException {
        List<String> purposes = delegate.getExtendedKeyUsage();
        Instant produced = instant(data.getProducedAt());
        Certificate parsed = Certificate.getInstance(delegate.getEncoded());
        return purposes != null && purposes.contains(SIGNS_ANSWERS)
                && delegate.getExtensionValue(NO_CHECK) != null
                && delegate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                && !produced.isBefore(delegate.getNotBefore().toInstant())
                && !produced.isAfter(delegate.getNotAfter().toInstant())
                && Scheme.verifies(parsed.getSignatureAlgorithm(), issuer.getPublicKey(),
                        delegate.getTBSCertificate(), delegate.getSignature());
    }

    private boolean isSignedWith(X509Certificate signer) throws IOException {
        return Scheme.verifies(response.getSignatureAlgorithm(), signer.getPublicKey(),
                data.getEncoded(ASN1Encoding.DER), response.getSignature().getOctets());
    }

    /** SHA-1 only names the issuer here, as all responders expect (RFC 5019, section 2.1.1). */
    private static CertID id(X509Certificate certificate, X509Certificate issuer) {
        byte[] key = SubjectPublicKeyInfo.getInstance(issuer.getPublicKey().getEncoded())
                .getPublicKeyData().getOctets();
        return new CertID(
                new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1, DERNull.INSTANCE),
                new DEROctetString(Scheme.digestOf("SHA-1")
                        .digest(issuer.getSubjectX500Principal().getEncoded())),
                new DEROctetString(Scheme.digestOf("SHA-1").digest(key)),
                new ASN1Integer(certificate.getSerialNumber()));
    }

    private static Instant instant(ASN1GeneralizedTime time) throws IOException {
        try {
            return time.getDate().toInstant();
        } catch (ParseException e) {
            throw new IOException("an OCSP answer with a time that is none", e);
        }
    }

    private static RevocationStatus unknown(String sentence) {
        return new RevocationStatus.Unknown(SubIndication.TRY_LATER, sentence);
    }
}
