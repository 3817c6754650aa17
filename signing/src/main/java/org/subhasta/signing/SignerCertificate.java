package org.subhasta.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.subhasta.signing.CmsSignature.Unacceptable;

/**
 * Finds the signer's certificate among those that came along with a CMS signature: it is named
 * twice, by the signer's identifier (not signed) and by its hash in the signed attributes, and both
 * must name the same.
 */
final class SignerCertificate {

    private static final int MAXIMUM_CERTIFICATES = 10;

    private SignerCertificate() {
    }

    static List<X509Certificate> all(ASN1Set set) throws Unacceptable, IOException {
        if (set == null || set.size() > MAXIMUM_CERTIFICATES) {
            throw new Unacceptable(SubIndication.NO_SIGNING_CERTIFICATE_FOUND,
                    "no certificates inside, or more than " + MAXIMUM_CERTIFICATES);
        }
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (ASN1Encodable element : set) {
                // As received, where a token is not DER: its hash is over these bytes.
                byte[] der = element.toASN1Primitive().getEncoded(ASN1Encoding.DL);
                certificates.add((X509Certificate)
                        factory.generateCertificate(new ByteArrayInputStream(der)));
            }
        } catch (CertificateException e) {
            throw new Unacceptable(SubIndication.FORMAT_FAILURE,
                    "a certificate inside cannot be read");
        }
        return List.copyOf(certificates);
    }

    static X509Certificate among(List<X509Certificate> certificates, SignerIdentifier sid)
            throws Unacceptable, IOException {
        List<X509Certificate> named = new ArrayList<>();
        for (X509Certificate certificate : certificates) {
            if (names(sid, certificate)) {
                named.add(certificate);
            }
        }
        if (named.size() != 1) {
            throw new Unacceptable(SubIndication.NO_SIGNING_CERTIFICATE_FOUND,
                    "the signer's certificate is not inside, or not the only one of that name");
        }
        return named.getFirst();
    }

    private static boolean names(SignerIdentifier sid, X509Certificate certificate)
            throws IOException {
        if (sid.isTagged()) {
            byte[] extension =
                    certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
            return extension != null && Arrays.equals(
                    ASN1OctetString.getInstance(sid.getId()).getOctets(),
                    SubjectKeyIdentifier.getInstance(
                            ASN1OctetString.getInstance(extension).getOctets()).getKeyIdentifier());
        }
        IssuerAndSerialNumber id = IssuerAndSerialNumber.getInstance(sid.getId());
        return id.getSerialNumber().getValue().equals(certificate.getSerialNumber())
                && isIssuer(id.getName(), certificate);
    }

    /** To the byte, not by the looser rules for comparing names: this name is not signed. */
    private static boolean isIssuer(X500Name name, X509Certificate certificate)
            throws IOException {
        return Arrays.equals(name.getEncoded(ASN1Encoding.DER),
                certificate.getIssuerX500Principal().getEncoded());
    }

    /** RFC 5035, section 3: the first entry is the signer's, by the hash of its certificate. */
    static void requireNamed(SigningCertificateV2 attribute, X509Certificate signer)
            throws Unacceptable, IOException {
        ESSCertIDv2 first = attribute.getCerts()[0];
        String digest = Scheme.digest(first.getHashAlgorithm()).orElseThrow(() ->
                new Unacceptable(SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                        "the signing certificate is named by a hash that is not accepted"));
        if (!Arrays.equals(first.getCertHash(), hash(digest, signer))
                || !agrees(first.getIssuerSerial(), signer)) {
            throw new Unacceptable(SubIndication.NO_SIGNING_CERTIFICATE_FOUND,
                    "another certificate was signed with than the one inside");
        }
    }

    private static byte[] hash(String digest, X509Certificate certificate) {
        try {
            return Scheme.digestOf(digest).digest(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without an encoding", e);
        }
    }

    private static boolean agrees(IssuerSerial said, X509Certificate signer) throws IOException {
        if (said == null) {
            return true; // optional, and the hash already says which
        }
        GeneralName[] names = said.getIssuer().getNames();
        return said.getSerial().getValue().equals(signer.getSerialNumber())
                && names.length == 1 && names[0].getTagNo() == GeneralName.directoryName
                && isIssuer(X500Name.getInstance(names[0].getName()), signer);
    }
}
