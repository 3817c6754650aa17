package org.subhasta.signing;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * A CMS signature (RFC 5652, section 5) taken apart: only what passed every rule about its form
 * comes into being. Nothing in it is verified against a key or trusted yet.
 *
 * @param signer       the certificate the signature names by its hash
 * @param certificates all that came along, the signer's among them
 * @param messageDigest what the signer says the content's digest is
 * @param signedBytes  the DER of the signed attributes, over which the signature value is
 * @param claimedTime  empty in a PDF
 * @param content      only inside a time-stamp token
 * @param timeStamps   the tokens over the signature value, as they are; empty at level B-B
 */
record CmsSignature(Scheme scheme, X509Certificate signer, List<X509Certificate> certificates,
        byte[] messageDigest, byte[] signedBytes, byte[] value, Optional<Instant> claimedTime,
        Optional<byte[]> content, List<byte[]> timeStamps) {

    /** A bidder's own authority and the platform's, and some room. */
    static final int MAXIMUM_TIME_STAMPS = 4;

    /** What content and attributes must be. */
    enum Profile {

        /** Detached, the signing time inside (EN 319 122-1, clause 6.3). */
        CADES(CMSObjectIdentifiers.data),

        /** Detached, the time said by the PDF instead (EN 319 142-1, clause 6.3). */
        PADES(CMSObjectIdentifiers.data),

        /** A time-stamp token, its content inside (RFC 3161, section 2.4.2). */
        TIME_STAMP(PKCSObjectIdentifiers.id_ct_TSTInfo);

        private final ASN1ObjectIdentifier contentType;

        Profile(ASN1ObjectIdentifier contentType) {
            this.contentType = contentType;
        }
    }

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

    static CmsSignature parse(byte[] der, Profile profile) throws Unacceptable {
        Optional<String> problem = Der.problem(der, CadesVerifier.MAXIMUM_BYTES);
        if (problem.isPresent()) {
            throw format("no CMS signature: " + problem.get());
        }
        try {
            return take(signedData(der, profile), profile);
        } catch (IOException | RuntimeException e) {
            // The parsing library tells malformed input by half a dozen unchecked exceptions.
            throw format("no CMS signature: " + e.getMessage());
        }
    }

    private static SignedData signedData(byte[] der, Profile profile)
            throws IOException, Unacceptable {
        ASN1Primitive parsed = ASN1Primitive.fromByteArray(der);
        ContentInfo info = ContentInfo.getInstance(parsed);
        if (!info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
            throw format("CMS, but not signed data");
        }
        SignedData data = SignedData.getInstance(info.getContent());
        if (!data.getEncapContentInfo().getContentType().equals(profile.contentType)) {
            throw format("the content is not of the type expected");
        }
        boolean attached = data.getEncapContentInfo().getContent() != null;
        if (attached != (profile == Profile.TIME_STAMP)) {
            throw format(attached ? "the content is inside the signature, which must be detached"
                    : "the content is missing");
        }
        if (data.getCRLs() != null) {
            throw format("revocation lists inside a signature of level B-B or B-T");
        }
        if (data.getSignerInfos().size() != 1) {
            throw format(data.getSignerInfos().size() + " signers instead of one");
        }
        requireOneEncoding(der, parsed, profile);
        return data;
    }

    /**
     * The one encoding and no other: booleans, sorted sets and the like. Otherwise bytes could
     * change without a change of meaning, and the hash of a certificate read here would not be
     * that of the bytes received. Time-stamp tokens are others' work, and authorities in wide use
     * do not sort the certificates in them: there the order of sets is free, and nothing else.
     */
    private static void requireOneEncoding(byte[] der, ASN1Primitive parsed,
            Profile profile) throws IOException, Unacceptable {
        if (Arrays.equals(der, parsed.getEncoded(ASN1Encoding.DER))) {
            return;
        }
        boolean definite = Arrays.equals(der, parsed.getEncoded(ASN1Encoding.DL));
        if (!definite || profile != Profile.TIME_STAMP && !isSortedBelowTimeStamps(parsed)) {
            throw format("no CMS signature: BER, but not DER");
        }
    }

    private static boolean isSortedBelowTimeStamps(ASN1Primitive parsed) throws IOException {
        ASN1Sequence baseline =
                UnsignedAttributes.without(UnsignedAttributes.signedData(parsed));
        return Arrays.equals(baseline.getEncoded(ASN1Encoding.DL),
                baseline.getEncoded(ASN1Encoding.DER));
    }

    private static CmsSignature take(SignedData data, Profile profile)
            throws IOException, Unacceptable {
        requireTags(data.getSignerInfos().getObjectAt(0));
        SignerInfo info = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        if (info.getAuthenticatedAttributes() == null) {
            throw format("no signed attributes");
        }
        requireVersions(data, info, profile);
        Scheme scheme = scheme(data, info);
        SignedAttributes attributes = new SignedAttributes(info.getAuthenticatedAttributes());
        attributes.requireContentType(profile.contentType);
        attributes.requireProtection(info);
        List<X509Certificate> certificates = SignerCertificate.all(data.getCertificates());
        X509Certificate signer = SignerCertificate.among(certificates, info.getSID());
        SignerCertificate.requireNamed(attributes.signingCertificate(), signer);
        if (!Scheme.family(signer.getPublicKey()).equals(Optional.of(scheme.family()))) {
            throw new Unacceptable(SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                    "the signer's key is of a kind or size that is not accepted");
        }
        Optional<byte[]> content = Optional.ofNullable(data.getEncapContentInfo().getContent())
                .map(inside -> ASN1OctetString.getInstance(inside).getOctets());
        return new CmsSignature(scheme, signer, certificates, attributes.messageDigest(),
                info.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DER),
                info.getEncryptedDigest().getOctets(), attributes.claimedTime(profile), content,
                timeStamps(info.getUnauthenticatedAttributes(), profile));
    }

    /** The library takes whatever tag stands in an attributes' place for theirs. */
    private static void requireTags(ASN1Encodable signerInfo) throws Unacceptable {
        int tag = 0;
        for (ASN1Encodable element : ASN1Sequence.getInstance(signerInfo)) {
            if (element instanceof ASN1OctetString) {
                tag = 1; // the signature value: behind it stand the unsigned attributes
            } else if (element instanceof ASN1TaggedObject tagged && !tagged.hasContextTag(tag)) {
                throw format("an element of the signer that the standard does not have");
            }
        }
    }

    /** RFC 5652, sections 5.1 and 5.3. */
    private static void requireVersions(SignedData data, SignerInfo info, Profile profile)
            throws Unacceptable {
        int version = info.getSID().isTagged() ? 3 : 1;
        int whole = profile == Profile.TIME_STAMP ? 3 : version;
        if (info.getVersion().intValueExact() != version
                || data.getVersion().intValueExact() != whole) {
            throw format("a version that does not fit the contents");
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

    /** EN 319 122-1, clause 5.3: the one unsigned attribute that proves itself. */
    private static List<byte[]> timeStamps(ASN1Set unsigned, Profile profile)
            throws IOException, Unacceptable {
        if (unsigned == null) {
            return List.of();
        }
        if (profile == Profile.TIME_STAMP || unsigned.size() != 1) {
            throw format("unsigned attributes, which anybody could have added");
        }
        Attribute attribute = Attribute.getInstance(unsigned.getObjectAt(0));
        if (!attribute.getAttrType().equals(UnsignedAttributes.TIME_STAMP)) {
            throw format("an unsigned attribute, which anybody could have added");
        }
        int tokens = attribute.getAttrValues().size();
        if (tokens < 1 || tokens > MAXIMUM_TIME_STAMPS) {
            throw format(tokens + " time-stamps instead of one to " + MAXIMUM_TIME_STAMPS);
        }
        List<byte[]> found = new ArrayList<>();
        for (ASN1Encodable token : attribute.getAttrValues()) {
            found.add(token.toASN1Primitive().getEncoded(ASN1Encoding.DL));
        }
        return List.copyOf(found);
    }

    private static Unacceptable format(String sentence) {
        return new Unacceptable(SubIndication.FORMAT_FAILURE, sentence);
    }
}
