package org.subhasta.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/**
 * A CMS signature (RFC 5652, section 5) taken apart: only what passed every rule about its form
 * comes into being. Nothing in it is verified against a key or trusted yet.
 *
 * @param signer       the certificate the signature names by its hash
 * @param certificates all that came along, the signer's among them
 * @param messageDigest what the signer says the content's digest is
 * @param signedBytes  the DER of the signed attributes, over which the signature value is
 * @param claimedTime  empty in a PDF
 */
record CmsSignature(Scheme scheme, X509Certificate signer, List<X509Certificate> certificates,
        byte[] messageDigest, byte[] signedBytes, byte[] value, Optional<Instant> claimedTime) {

    /** What the attributes must be: PAdES says the time in the PDF (EN 319 142-1, clause 6.3). */
    enum Profile { CADES, PADES }

    /** Says why a signature is not even verified. */
    static final class Unacceptable extends Exception {

        private static final long serialVersionUID = 1L;

        private final SubIndication why;

        Unacceptable(SubIndication why, String sentence) {
            super(sentence);
            this.why = why;
        }

        SubIndication why() {
            return why;
        }
    }

    private static final int MAXIMUM_CERTIFICATES = 10;

    static CmsSignature parse(byte[] der, Profile profile) throws Unacceptable {
        Optional<String> problem = Der.problem(der, CadesVerifier.MAXIMUM_BYTES);
        if (problem.isPresent()) {
            throw format("no CMS signature: " + problem.get());
        }
        try {
            return take(signedData(der), profile);
        } catch (IOException | RuntimeException e) {
            // The parsing library tells malformed input by half a dozen unchecked exceptions.
            throw format("no CMS signature: " + e.getMessage());
        }
    }

    private static SignedData signedData(byte[] der) throws IOException, Unacceptable {
        ASN1Primitive parsed = ASN1Primitive.fromByteArray(der);
        // The one encoding and no other: booleans, sorted sets and the like. Otherwise bytes could
        // change without a change of meaning, and the hash of a certificate read here would not
        // be that of the bytes received.
        if (!Arrays.equals(der, parsed.getEncoded(ASN1Encoding.DER))) {
            throw format("no CMS signature: BER, but not DER");
        }
        ContentInfo info = ContentInfo.getInstance(parsed);
        if (!info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
            throw format("CMS, but not signed data");
        }
        SignedData data = SignedData.getInstance(info.getContent());
        if (!data.getEncapContentInfo().getContentType().equals(CMSObjectIdentifiers.data)) {
            throw format("the content is not of the type data");
        }
        if (data.getEncapContentInfo().getContent() != null) {
            throw format("the content is inside the signature, which must be detached");
        }
        if (data.getCRLs() != null) {
            throw format("revocation lists inside a baseline B-B signature");
        }
        if (data.getSignerInfos().size() != 1) {
            throw format(data.getSignerInfos().size() + " signers instead of one");
        }
        return data;
    }

    private static CmsSignature take(SignedData data, Profile profile)
            throws IOException, Unacceptable {
        requireAttributesTag(data.getSignerInfos().getObjectAt(0));
        SignerInfo info = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        if (info.getUnauthenticatedAttributes() != null) {
            throw format("unsigned attributes, which anybody could have added");
        }
        if (info.getAuthenticatedAttributes() == null) {
            throw format("no signed attributes");
        }
        boolean byKeyIdentifier = info.getSID().isTagged();
        int version = byKeyIdentifier ? 3 : 1;
        if (info.getVersion().intValueExact() != version
                || data.getVersion().intValueExact() != version) {
            throw format("a version that does not fit the contents");
        }
        Scheme scheme = scheme(data, info);
        Map<ASN1ObjectIdentifier, ASN1Encodable> attributes =
                attributes(info.getAuthenticatedAttributes());
        requireContentType(attributes);
        requireProtection(attributes, info);
        List<X509Certificate> certificates = certificates(data.getCertificates());
        X509Certificate signer = signer(info.getSID(), certificates);
        requireSigningCertificate(attributes, signer);
        if (!Scheme.family(signer.getPublicKey()).equals(Optional.of(scheme.family()))) {
            throw new Unacceptable(SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                    "the signer's key is of a kind or size that is not accepted");
        }
        byte[] digest = ASN1OctetString.getInstance(
                required(attributes, CMSAttributes.messageDigest, "message digest")).getOctets();
        return new CmsSignature(scheme, signer, certificates, digest,
                info.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DER),
                info.getEncryptedDigest().getOctets(), claimedTime(attributes, profile));
    }

    /** The library takes whatever tag stands before the signature algorithm for the attributes'. */
    private static void requireAttributesTag(ASN1Encodable signerInfo) throws Unacceptable {
        for (ASN1Encodable element : ASN1Sequence.getInstance(signerInfo)) {
            if (element instanceof ASN1OctetString) {
                return; // the signature value: behind it only unsigned attributes can stand
            }
            if (element instanceof ASN1TaggedObject tagged && !tagged.hasContextTag(0)) {
                throw format("an element of the signer that the standard does not have");
            }
        }
    }

    private static Scheme scheme(SignedData data, SignerInfo info) throws Unacceptable {
        ASN1Set digests = data.getDigestAlgorithms();
        if (digests.size() != 1 || !AlgorithmIdentifier.getInstance(digests.getObjectAt(0))
                .equals(info.getDigestAlgorithm())) {
            throw format("the digest algorithm is not the one announced");
        }
        return Scheme.of(info.getDigestEncryptionAlgorithm(), info.getDigestAlgorithm())
                .orElseThrow(() -> new Unacceptable(SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                        "an algorithm that is not accepted: digest "
                                + info.getDigestAlgorithm().getAlgorithm() + ", signature "
                                + info.getDigestEncryptionAlgorithm().getAlgorithm()));
    }

    private static Map<ASN1ObjectIdentifier, ASN1Encodable> attributes(ASN1Set set)
            throws Unacceptable {
        Map<ASN1ObjectIdentifier, ASN1Encodable> attributes = new HashMap<>();
        for (ASN1Encodable element : set) {
            Attribute attribute = Attribute.getInstance(element);
            if (attribute.getAttrValues().size() != 1) {
                throw format("a signed attribute with several values, or none");
            }
            ASN1Encodable value = attribute.getAttrValues().getObjectAt(0);
            if (attributes.put(attribute.getAttrType(), value) != null) {
                throw format("a signed attribute that is there twice");
            }
        }
        return attributes;
    }

    private static ASN1Encodable required(Map<ASN1ObjectIdentifier, ASN1Encodable> attributes,
            ASN1ObjectIdentifier type, String name) throws Unacceptable {
        ASN1Encodable value = attributes.get(type);
        if (value == null) {
            throw new Unacceptable(SubIndication.SIG_CONSTRAINTS_FAILURE,
                    "the signed attribute is missing: " + name);
        }
        return value;
    }

    private static void requireContentType(Map<ASN1ObjectIdentifier, ASN1Encodable> attributes)
            throws Unacceptable {
        ASN1Encodable type = required(attributes, CMSAttributes.contentType, "content type");
        if (!CMSObjectIdentifiers.data.equals(type)) {
            throw new Unacceptable(SubIndication.SIG_CONSTRAINTS_FAILURE,
                    "another content type was signed");
        }
    }

    /** RFC 6211. Tools in wide use, OpenSSL among them, do not write it: then there is nothing. */
    private static void requireProtection(Map<ASN1ObjectIdentifier, ASN1Encodable> attributes,
            SignerInfo info) throws Unacceptable {
        ASN1Encodable value = attributes.get(CMSAttributes.cmsAlgorithmProtect);
        if (value == null) {
            return;
        }
        CMSAlgorithmProtection said = CMSAlgorithmProtection.getInstance(value);
        if (!said.getDigestAlgorithm().equals(info.getDigestAlgorithm())
                || !info.getDigestEncryptionAlgorithm().equals(said.getSignatureAlgorithm())) {
            throw new Unacceptable(SubIndication.SIG_CONSTRAINTS_FAILURE,
                    "other algorithms were signed than are used");
        }
    }

    private static Optional<Instant> claimedTime(
            Map<ASN1ObjectIdentifier, ASN1Encodable> attributes, Profile profile)
            throws Unacceptable {
        boolean there = attributes.containsKey(CMSAttributes.signingTime);
        if (there != (profile == Profile.CADES)) {
            throw new Unacceptable(SubIndication.SIG_CONSTRAINTS_FAILURE, there
                    ? "a signing time where the PDF says it" : "the signing time is missing");
        }
        if (!there) {
            return Optional.empty();
        }
        Time time = Time.getInstance(attributes.get(CMSAttributes.signingTime));
        return Optional.of(time.getDate().toInstant());
    }

    private static List<X509Certificate> certificates(ASN1Set set)
            throws Unacceptable, IOException {
        if (set == null || set.size() > MAXIMUM_CERTIFICATES) {
            throw new Unacceptable(SubIndication.NO_SIGNING_CERTIFICATE_FOUND,
                    "no certificates inside, or more than " + MAXIMUM_CERTIFICATES);
        }
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (ASN1Encodable element : set) {
                byte[] der = element.toASN1Primitive().getEncoded(ASN1Encoding.DER);
                certificates.add((X509Certificate)
                        factory.generateCertificate(new ByteArrayInputStream(der)));
            }
        } catch (CertificateException e) {
            throw format("a certificate inside cannot be read");
        }
        return List.copyOf(certificates);
    }

    private static X509Certificate signer(SignerIdentifier sid, List<X509Certificate> certificates)
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
    private static void requireSigningCertificate(
            Map<ASN1ObjectIdentifier, ASN1Encodable> attributes, X509Certificate signer)
            throws Unacceptable, IOException {
        SigningCertificateV2 attribute = SigningCertificateV2.getInstance(required(attributes,
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, "signing certificate v2"));
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
            return java.security.MessageDigest.getInstance(digest).digest(certificate.getEncoded());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException("the platform lacks " + digest, e);
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

    private static Unacceptable format(String sentence) {
        return new Unacceptable(SubIndication.FORMAT_FAILURE, sentence);
    }
}
