package org.subhasta.signing;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs content as detached CMS (RFC 5652) with the attributes of CAdES baseline B-B (ETSI EN
 * 319 122-1, clause 6): content type, message digest, signing certificate v2 (RFC 5035), algorithm
 * protection (RFC 6211) and signing time, which is a claim of the signer and proves nothing.
 *
 * <p>By the key: ECDSA P-256 with SHA-256, P-384 with SHA-384, RSA of 2048 bits and more as PKCS#1
 * v1.5 with SHA-256 (PSS where the certificate is for PSS alone), Ed25519 with SHA-512 (RFC 8419).
 * Other keys are refused.
 */
public final class CadesSigner {

    private CadesSigner() {
    }

    /**
     * Signs.
     *
     * @param claimedTime goes into the signature by the second
     * @return the signature alone, DER; the content is not in it
     * @throws IllegalArgumentException where the key is not of an accepted kind or size
     */
    public static byte[] sign(byte[] content, SigningKey key, Instant claimedTime) {
        return sign(content, key, Scheme.preferred(key.certificate()), claimedTime);
    }

    /** Without a claimed time, which PAdES says in the PDF instead (EN 319 142-1, clause 6.3). */
    static byte[] signForPdf(byte[] content, SigningKey key) {
        return sign(content, key, Scheme.preferred(key.certificate()), null);
    }

    static byte[] sign(byte[] content, SigningKey key, Scheme scheme, Instant claimedTime) {
        return sign(new CMSProcessableByteArray(content), false, key, key.chain(), scheme,
                claimedTime);
    }

    /** With the content inside, as time-stamp tokens have it (RFC 3161, section 2.4.2). */
    static byte[] attach(ASN1ObjectIdentifier type, byte[] content, SigningKey key,
            List<X509Certificate> certificates) {
        return sign(new CMSProcessableByteArray(type, content), true, key, certificates,
                Scheme.preferred(key.certificate()), null);
    }

    private static byte[] sign(CMSProcessableByteArray content, boolean attached, SigningKey key,
            List<X509Certificate> certificates, Scheme scheme, Instant claimedTime) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signerInfo(key, scheme, claimedTime));
            generator.addCertificates(new JcaCertStore(certificates));
            return generator.generate(content, attached).getEncoded("DER");
        } catch (CMSException | OperatorCreationException | CertificateEncodingException
                | IOException e) {
            throw new IllegalStateException("signing with " + scheme.name() + " failed", e);
        }
    }

    private static SignerInfoGenerator signerInfo(SigningKey key, Scheme scheme,
            Instant claimedTime) throws OperatorCreationException, CertificateEncodingException {
        JcaContentSignerBuilder builder = scheme.parameters() == null
                ? new JcaContentSignerBuilder(scheme.name())
                : new JcaContentSignerBuilder(scheme.name(), scheme.parameters());
        ContentSigner signer = builder.setProvider(key.provider()).build(key.privateKey());
        return new JcaSignerInfoGeneratorBuilder(
                new JcaDigestCalculatorProviderBuilder().setProvider(BouncyCastle.PROVIDER).build())
                .setSignedAttributeGenerator(attributes(key.certificate(), claimedTime))
                .build(signer, key.certificate());
    }

    /** Our own table: the library's default would put in the time of the host. */
    private static CMSAttributeTableGenerator attributes(X509Certificate signer, Instant claimed) {
        return parameters -> {
            Hashtable<ASN1ObjectIdentifier, Attribute> table = new Hashtable<>();
            add(table, CMSAttributes.contentType, (ASN1Encodable)
                    parameters.get(CMSAttributeTableGenerator.CONTENT_TYPE));
            add(table, CMSAttributes.messageDigest, new DEROctetString(
                    (byte[]) parameters.get(CMSAttributeTableGenerator.DIGEST)));
            add(table, CMSAttributes.cmsAlgorithmProtect, protection(parameters));
            add(table, PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    signingCertificate(signer));
            if (claimed != null) {
                add(table, CMSAttributes.signingTime, new Time(Date.from(claimed)));
            }
            return new AttributeTable(table);
        };
    }

    private static void add(Map<ASN1ObjectIdentifier, Attribute> table, ASN1ObjectIdentifier type,
            ASN1Encodable value) {
        table.put(type, new Attribute(type, new DERSet(value)));
    }

    private static CMSAlgorithmProtection protection(Map<?, ?> parameters) {
        return new CMSAlgorithmProtection(
                algorithm(parameters, CMSAttributeTableGenerator.DIGEST_ALGORITHM_IDENTIFIER),
                CMSAlgorithmProtection.SIGNATURE,
                algorithm(parameters, CMSAttributeTableGenerator.SIGNATURE_ALGORITHM_IDENTIFIER));
    }

    private static AlgorithmIdentifier algorithm(Map<?, ?> parameters, String which) {
        return (AlgorithmIdentifier) parameters.get(which);
    }

    /** With SHA-256, which is the attribute's default and therefore not written. */
    private static SigningCertificateV2 signingCertificate(X509Certificate signer) {
        try {
            X500Name issuer = X500Name.getInstance(signer.getIssuerX500Principal().getEncoded());
            IssuerSerial issuerSerial = new IssuerSerial(
                    new GeneralNames(new GeneralName(issuer)), signer.getSerialNumber());
            return new SigningCertificateV2(
                    new ESSCertIDv2(Sha256.digest(signer.getEncoded()), issuerSerial));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without an encoding", e);
        }
    }
}
