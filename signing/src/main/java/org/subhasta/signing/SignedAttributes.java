package org.subhasta.signing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.subhasta.signing.CmsSignature.Profile;
import org.subhasta.signing.CmsSignature.Unacceptable;

/** The attributes under a CMS signature: each once, and as the profile has them. */
final class SignedAttributes {

    private final Map<ASN1ObjectIdentifier, ASN1Encodable> values = new HashMap<>();

    SignedAttributes(ASN1Set set) throws Unacceptable {
        for (ASN1Encodable element : set) {
            Attribute attribute = Attribute.getInstance(element);
            if (attribute.getAttrValues().size() != 1) {
                throw format("a signed attribute with several values, or none");
            }
            ASN1Encodable value = attribute.getAttrValues().getObjectAt(0);
            if (values.put(attribute.getAttrType(), value) != null) {
                throw format("a signed attribute that is there twice");
            }
        }
    }

    byte[] messageDigest() throws Unacceptable {
        return ASN1OctetString.getInstance(
                required(CMSAttributes.messageDigest, "message digest")).getOctets();
    }

    SigningCertificateV2 signingCertificate() throws Unacceptable {
        return SigningCertificateV2.getInstance(required(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, "signing certificate v2"));
    }

    void requireContentType(ASN1ObjectIdentifier type) throws Unacceptable {
        if (!type.equals(required(CMSAttributes.contentType, "content type"))) {
            throw constraint("another content type was signed");
        }
    }

    /** RFC 6211. Tools in wide use, OpenSSL among them, do not write it: then there is nothing. */
    void requireProtection(SignerInfo info) throws Unacceptable {
        ASN1Encodable value = values.get(CMSAttributes.cmsAlgorithmProtect);
        if (value == null) {
            return;
        }
        CMSAlgorithmProtection said = CMSAlgorithmProtection.getInstance(value);
        if (!said.getDigestAlgorithm().equals(info.getDigestAlgorithm())
                || !info.getDigestEncryptionAlgorithm().equals(said.getSignatureAlgorithm())) {
            throw constraint("other algorithms were signed than are used");
        }
    }

    Optional<Instant> claimedTime(Profile profile) throws Unacceptable {
        ASN1Encodable time = values.get(CMSAttributes.signingTime);
        if (time == null && profile == Profile.CADES) {
            throw constraint("the signing time is missing");
        }
        if (time != null && profile == Profile.PADES) {
            throw constraint("a signing time where the PDF says it");
        }
        return Optional.ofNullable(time)
                .map(there -> Time.getInstance(there).getDate().toInstant());
    }

    private ASN1Encodable required(ASN1ObjectIdentifier type, String name) throws Unacceptable {
        ASN1Encodable value = values.get(type);
        if (value == null) {
            throw constraint("the signed attribute is missing: " + name);
        }
        return value;
    }

    private static Unacceptable constraint(String sentence) {
        return new Unacceptable(SubIndication.SIG_CONSTRAINTS_FAILURE, sentence);
    }

    private static Unacceptable format(String sentence) {
        return new Unacceptable(SubIndication.FORMAT_FAILURE, sentence);
    }
}
