package org.subhasta.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Signatures as our signer would never make them. */
final class Crafted {

    private Crafted() {
    }

    /** Signed with any algorithm, without any signed attributes. */
    static byte[] direct(byte[] content, SigningKey key, String algorithm) {
        return generate(content, key, algorithm, true, false);
    }

    /** With the library's own attributes: no signing certificate among them. */
    static byte[] plain(byte[] content, SigningKey key, String algorithm) {
        return generate(content, key, algorithm, false, false);
    }

    /** With the content inside. */
    static byte[] attached(byte[] content, SigningKey key) {
        return generate(content, key, "SHA256withECDSA", false, true);
    }

    /** A certificate that a mere signer issued, as if it were an authority. */
    static X509Certificate issuedBySigner(SigningKey signer, PublicKey key) {
        try {
            return new JcaX509CertificateConverter().getCertificate(new JcaX509v3CertificateBuilder(
                    X500Name.getInstance(
                            signer.certificate().getSubjectX500Principal().getEncoded()),
                    BigInteger.TEN, Date.from(Keys.BEGAN), Date.from(Keys.ENDS),
                    new X500Name("CN=Eve"), key)
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA")
                            .setProvider(BouncyCastle.PROVIDER).build(signer.privateKey())));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] generate(byte[] content, SigningKey key, String algorithm,
            boolean direct, boolean attached) {
        try {
            PrivateKey privateKey = key.privateKey();
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                    new JcaDigestCalculatorProviderBuilder()
                            .setProvider(BouncyCastle.PROVIDER).build())
                    .setDirectSignature(direct)
                    .build(new JcaContentSignerBuilder(algorithm)
                            .setProvider(BouncyCastle.PROVIDER).build(privateKey),
                            key.certificate()));
            generator.addCertificates(new JcaCertStore(key.chain()));
            return generator.generate(new CMSProcessableByteArray(content), attached)
                    .getEncoded("DER");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The same signature with its signers replaced. */
    static byte[] withSigners(byte[] cms, UnaryOperator<ASN1Set> change) {
        return change(cms, data -> new SignedData(data.getDigestAlgorithms(),
                data.getEncapContentInfo(), data.getCertificates(), data.getCRLs(),
                change.apply(data.getSignerInfos())));
    }

    /** The same signature with its certificates replaced. */
    static byte[] withCertificates(byte[] cms, List<? extends ASN1Encodable> certificates) {
        ASN1EncodableVector vector = new ASN1EncodableVector();
        certificates.forEach(vector::add);
        return change(cms, data -> new SignedData(data.getDigestAlgorithms(),
                data.getEncapContentInfo(), new DERSet(vector), data.getCRLs(),
                data.getSignerInfos()));
    }

    /** The same signature with unsigned attributes put to its signer. */
    static byte[] withUnsigned(byte[] cms, ASN1Set unsigned) {
        return withSigners(cms, signers -> {
            SignerInfo info = SignerInfo.getInstance(signers.getObjectAt(0));
            return new DERSet(new SignerInfo(info.getSID(), info.getDigestAlgorithm(),
                    info.getAuthenticatedAttributes(), info.getDigestEncryptionAlgorithm(),
                    info.getEncryptedDigest(), unsigned));
        });
    }

    static ASN1Set signers(byte[] cms) {
        return SignedData.getInstance(ContentInfo.getInstance(cms).getContent()).getSignerInfos();
    }

    private static byte[] change(byte[] cms, UnaryOperator<SignedData> change) {
        ContentInfo info = ContentInfo.getInstance(cms);
        try {
            return new ContentInfo(info.getContentType(),
                    change.apply(SignedData.getInstance(info.getContent()))).getEncoded("DER");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
