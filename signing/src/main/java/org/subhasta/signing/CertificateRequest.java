package org.subhasta.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * A request for a certificate (PKCS#10, RFC 2986): a public key, signed by its own private key. The
 * name and the extensions a request asks for count for nothing: what is certified comes from
 * whoever has the holder on record. A request for an encryption key is signed with it this once
 * too, as NIST SP 800-56A r3, clause 5.6.3.2 allows.
 */
public final class CertificateRequest {

    private static final int LONGEST_BYTES = 16 * 1024;
    private static final int YEARS = 2;

    private final PKCS10CertificationRequest request;
    private final PublicKey key;

    private CertificateRequest(PKCS10CertificationRequest request, PublicKey key) {
        this.request = request;
        this.key = key;
    }

    /**
     * Whose key it is, from a register and never from the request.
     *
     * @param serial the holder's number there: two people of one name are told apart by it
     * @param country ISO 3166-1 alpha-2
     */
    public record Holder(String name, String serial, String organisation, String country) {
    }

    /**
     * Makes a request for a key of one's own, signed with it. It names nobody: the name of the
     * holder is the register's to say.
     *
     * @throws IllegalArgumentException where the key is of a kind that is not accepted
     */
    public static byte[] make(KeyPair pair, String challenge) {
        String algorithm = switch (pair.getPublic()) {
            case ECPublicKey ec -> "SHA256withECDSA";
            case RSAPublicKey rsa -> "SHA256withRSA";
            default -> throw new IllegalArgumentException("neither an EC nor an RSA key");
        };
        try {
            return new JcaPKCS10CertificationRequestBuilder(
                    new X500Name(new RDN[0]), pair.getPublic())
                    .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_challengePassword,
                            new DERPrintableString(challenge))
                    .build(new JcaContentSignerBuilder(algorithm)
                            .setProvider(BouncyCastle.PROVIDER)
                            .build(BouncyCastle.privateKey(pair.getPrivate().getEncoded())
                                    .orElseThrow()))
                    .getEncoded();
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalArgumentException("a key that cannot sign", e);
        }
    }

    /** Reads a request in DER; empty where the bytes are anything else or the key is unknown. */
    public static Optional<CertificateRequest> read(byte[] bytes) {
        if (bytes == null || bytes.length == 0 || bytes.length > LONGEST_BYTES) {
            return Optional.empty();
        }
        try {
            PKCS10CertificationRequest request = new PKCS10CertificationRequest(bytes);
            PublicKey key = BouncyCastleProvider.getPublicKey(request.getSubjectPublicKeyInfo());
            // What is signed is the DER (RFC 2986, clause 4.2), not whatever is read the same.
            boolean isDer = Arrays.equals(bytes, request.toASN1Structure().getEncoded("DER"));
            return key == null || !isDer ? Optional.empty()
                    : Optional.of(new CertificateRequest(request, key));
        } catch (IOException | RuntimeException e) {
            // The parser also throws unchecked exceptions on hostile input.
            return Optional.empty();
        }
    }

    /** The challenge that stands for a statement: its SHA-256, since such fields are short. */
    public static String challengeOf(String statement) {
        return Sha256.hex(statement.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether the request is signed by the key it is for, in an accepted algorithm, and carries
     * this challenge (PKCS#9 {@code challengePassword}), which ties the proof to the person it was
     * given to, as in RFC 7030, clause 3.5: a request seen elsewhere is of no use.
     */
    public boolean isProved(String challenge) {
        if (Scheme.of(request.getSignatureAlgorithm()).isEmpty() || !challenge.equals(challenge())) {
            return false;
        }
        try {
            return request.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(BouncyCastle.PROVIDER).build(key));
        } catch (PKCSException | OperatorCreationException | RuntimeException e) {
            return false; // a malformed signature is as good as none
        }
    }

    /** Whether its key is of a kind and size accepted for that use. */
    public boolean isFor(KeyUse use) {
        return switch (use) {
            case SIGNING -> Scheme.family(key).isPresent();
            case ENCRYPTION -> key instanceof ECPublicKey ec
                    && Scheme.family(key).isPresent()
                    && ec.getParams().getOrder().bitLength() == 256;
        };
    }

    /** SHA-256 of the public key (SubjectPublicKeyInfo, RFC 5280), lower-case hexadecimal. */
    public String keyFingerprint() {
        try {
            return Sha256.hex(request.getSubjectPublicKeyInfo().getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("a key that was read has an encoding", e);
        }
    }

    /**
     * Certifies the key for two years.
     *
     * @throws IllegalArgumentException where the key is not {@link #isFor for that use}
     */
    public X509Certificate certify(CertificateAuthority by, Holder holder, KeyUse use, Instant from) {
        if (!isFor(use)) {
            throw new IllegalArgumentException("a key that is not for " + use);
        }
        X500NameBuilder name = new X500NameBuilder()
                .addRDN(BCStyle.C, holder.country())
                .addRDN(BCStyle.O, holder.organisation());
        if (CertificateAuthority.isDemonstration(by.certificate())) {
            name.addRDN(BCStyle.OU, CertificateAuthority.DEMONSTRATION_UNIT);
        }
        name.addRDN(BCStyle.CN, holder.name()).addRDN(BCStyle.SERIALNUMBER, holder.serial());
        int usage = switch (use) {
            case SIGNING -> CertificateAuthority.SIGNING;
            case ENCRYPTION -> KeyUsage.keyAgreement;
        };
        Instant until = from.atZone(ZoneOffset.UTC).plusYears(YEARS).toInstant();
        return by.certify(new CertificateAuthority.Issue(
                name.build(), key, from, until, usage, false,
                List.of(CertificateAuthority.NO_REVOCATION)));
    }

    private String challenge() {
        Attribute[] found = request.getAttributes(
                PKCSObjectIdentifiers.pkcs_9_at_challengePassword);
        if (found.length != 1 || found[0].getAttrValues().size() != 1) {
            return null;
        }
        ASN1Encodable value = found[0].getAttrValues().getObjectAt(0);
        return value instanceof ASN1String text ? text.getString() : null;
    }
}
