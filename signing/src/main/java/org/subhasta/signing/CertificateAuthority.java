package org.subhasta.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CRLReason;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A small certification authority (X.509 after RFC 5280, P-256) for the demonstration, for tests
 * and for the platform's own keys. It keeps no register: what it revoked stands in the last
 * {@linkplain #revocationList list}. Real signers have their certificates from a real authority.
 */
public final class CertificateAuthority {

    /** Stands in the name of every demonstration authority, and so in all it issues. */
    public static final String DEMONSTRATION_UNIT = "Demonstration only, no legal effect";

    static final int SIGNING = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;

    static final Extension TIME_STAMPING = extension(Extension.extendedKeyUsage, true,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));

    /** Its issuer publishes no revocations (RFC 9608). */
    static final Extension NO_REVOCATION =
            extension(Extension.noRevAvail, false, DERNull.INSTANCE);

    private static final int AUTHORITY_YEARS = 10;
    private static final int SIGNER_YEARS = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SigningKey key;

    private CertificateAuthority(SigningKey key) {
        if (key.certificate().getBasicConstraints() < 0) {
            throw new IllegalArgumentException("not the certificate of an authority");
        }
        this.key = key;
    }

    /** A fresh authority valid for ten years, named so that nobody takes it for a real one. */
    public static CertificateAuthority demonstration(Instant from) {
        return demonstration("Subhasta demonstration authority (not real)", from);
    }

    /** The same under a name of its own. */
    public static CertificateAuthority demonstration(String commonName, Instant from) {
        return create(new X500NameBuilder()
                .addRDN(BCStyle.O, "Subhasta")
                .addRDN(BCStyle.OU, DEMONSTRATION_UNIT)
                .addRDN(BCStyle.CN, commonName)
                .build(), from);
    }

    /** A fresh authority valid for ten years, named as given. */
    public static CertificateAuthority create(String commonName, Instant from) {
        return create(new X500NameBuilder().addRDN(BCStyle.CN, commonName).build(), from);
    }

    private static CertificateAuthority create(X500Name name, Instant from) {
        KeyPair pair = keyPair();
        Issue issue = new Issue(name, pair.getPublic(), from, years(from, AUTHORITY_YEARS),
                KeyUsage.keyCertSign | KeyUsage.cRLSign, true);
        X509Certificate certificate = certificate(issue, name, pair.getPublic(),
                new SigningPart(pair.getPrivate(), "SHA256withECDSA"));
        return new CertificateAuthority(new SigningKey(pair.getPrivate(), List.of(certificate)));
    }

    /**
     * An authority that was stored before.
     *
     * @throws IllegalArgumentException where the certificate is not an authority's
     */
    public static CertificateAuthority of(SigningKey key) {
        return new CertificateAuthority(key);
    }

    /** The authority's own key, to be stored as PKCS#12. */
    public SigningKey key() {
        return key;
    }

    /** The certificate to put among the trusted. */
    public X509Certificate certificate() {
        return key.certificate();
    }

    /**
     * A fresh P-256 key and its certificate for signing, valid for two years.
     *
     * @param commonName   whose signature it is: a person's or a system's name
     * @param organisation for whom they sign
     * @param country      ISO 3166-1 alpha-2, such as {@code NL}
     */
    public SigningKey issue(String commonName, String organisation, String country, Instant from) {
        return issue(name(commonName, organisation, country), from, SIGNING, List.of());
    }

    /** The same for encryption: a P-256 key that agrees on keys (RFC 9180) and signs nothing. */
    public SigningKey issueForEncryption(String commonName, String organisation, String country,
            Instant from) {
        return issue(name(commonName, organisation, country), from, KeyUsage.keyAgreement,
                List.of());
    }

    /**
     * A fresh P-256 key and its certificate for time-stamping and nothing else (RFC 3161, section
     * 2.3), valid for two years. The chain holds the authority's certificate too, for the tokens.
     */
    public SigningKey issueTimeStamper(String commonName, String organisation, String country,
            Instant from) {
        SigningKey issued = issue(name(commonName, organisation, country), from, SIGNING,
                List.of(TIME_STAMPING));
        return new SigningKey(issued.privateKey(), List.of(issued.certificate(), certificate()));
    }

    private SigningKey issue(X500Name subject, Instant from, int usage, List<Extension> further) {
        KeyPair pair = keyPair();
        Issue issue = new Issue(subject, pair.getPublic(), from, years(from, SIGNER_YEARS),
                usage, false, further);
        return new SigningKey(pair.getPrivate(), List.of(certify(issue)));
    }

    private X500Name name(String commonName, String organisation, String country) {
        X500NameBuilder name = new X500NameBuilder()
                .addRDN(BCStyle.C, country)
                .addRDN(BCStyle.O, organisation);
        if (isDemonstration(certificate())) {
            name.addRDN(BCStyle.OU, DEMONSTRATION_UNIT);
        }
        return name.addRDN(BCStyle.CN, commonName).build();
    }

    /**
     * What a certificate is to say; {@code usage} 0 leaves the key usage out.
     *
     * @param further extensions besides those that every certificate has
     */
    record Issue(X500Name subject, PublicKey key, Instant from, Instant until, int usage,
            boolean authority, List<Extension> further) {

        Issue(X500Name subject, PublicKey key, Instant from, Instant until, int usage,
                boolean authority) {
            this(subject, key, from, until, usage, authority, List.of());
        }
    }

    /** A certificate that was revoked, with a reason of RFC 5280, section 5.3.1. */
    public record Revoked(BigInteger serial, Instant since, CRLReason reason) {
    }

    /**
     * The list of revoked certificates (RFC 5280, section 5), complete and signed. The next list
     * names these again.
     *
     * @param next when verifiers are to fetch the next list
     * @return DER
     */
    public byte[] revocationList(List<Revoked> revoked, Instant from, Instant next) {
        return revocationList(revoked, from, next, List.of());
    }

    byte[] revocationList(List<Revoked> revoked, Instant from, Instant next,
            List<Extension> further) {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(X500Name.getInstance(
                    certificate().getSubjectX500Principal().getEncoded()), Date.from(from));
            builder.setNextUpdate(Date.from(next));
            for (Revoked one : revoked) {
                builder.addCRLEntry(one.serial(), Date.from(one.since()), one.reason().ordinal());
            }
            builder.addExtension(Extension.authorityKeyIdentifier, false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(certificate().getPublicKey()));
            // RFC 5280, section 5.2.3: grows with time, so that no register is needed.
            builder.addExtension(Extension.cRLNumber, false,
                    new CRLNumber(BigInteger.valueOf(from.toEpochMilli())));
            for (Extension extension : further) {
                builder.addExtension(extension);
            }
            return builder.build(new JcaContentSignerBuilder(
                            Scheme.preferred(certificate()).name())
                    .setProvider(BouncyCastle.PROVIDER).build(key.privateKey())).getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("the provider cannot sign revocation lists", e);
        }
    }

    /** Issues as told. Apart from tests nobody needs more than {@link #issue}. */
    X509Certificate certify(Issue issue) {
        return certify(issue, Scheme.preferred(certificate()).name());
    }

    X509Certificate certify(Issue issue, String algorithm) {
        X500Name issuer =
                X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
        return certificate(issue, issuer, certificate().getPublicKey(),
                new SigningPart(key.privateKey(), algorithm));
    }

    /** A certificate in the text form (PEM) that a folder of trusted authorities holds. */
    public static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without an encoding", e);
        }
    }

    /** Whether a certificate, or whoever issued it, calls itself one of a demonstration. */
    public static boolean isDemonstration(X509Certificate certificate) {
        return isDemonstration(certificate.getSubjectX500Principal().getEncoded())
                || isDemonstration(certificate.getIssuerX500Principal().getEncoded());
    }

    private static boolean isDemonstration(byte[] name) {
        for (RDN unit : X500Name.getInstance(name).getRDNs(BCStyle.OU)) {
            if (DEMONSTRATION_UNIT.equals(IETFUtils.valueToString(unit.getFirst().getValue())
                    .replace("\\", ""))) {
                return true;
            }
        }
        return false;
    }

    private record SigningPart(java.security.PrivateKey key, String algorithm) {
    }

    private static X509Certificate certificate(Issue issue, X500Name issuer, PublicKey issuerKey,
            SigningPart by) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer, serial(),
                    Date.from(issue.from()), Date.from(issue.until()), issue.subject(),
                    issue.key());
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            extend(builder, Extension.basicConstraints, new BasicConstraints(issue.authority()));
            if (issue.usage() != 0) {
                extend(builder, Extension.keyUsage, new KeyUsage(issue.usage()));
            }
            for (Extension extension : issue.further()) {
                builder.addExtension(extension);
            }
            builder.addExtension(Extension.subjectKeyIdentifier, false,
                    identifiers.createSubjectKeyIdentifier(issue.key()));
            builder.addExtension(Extension.authorityKeyIdentifier, false,
                    identifiers.createAuthorityKeyIdentifier(issuerKey));
            ContentSigner signer = new JcaContentSignerBuilder(by.algorithm())
                    .setProvider(BouncyCastle.PROVIDER).build(by.key());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("the provider cannot issue certificates", e);
        }
    }

    private static void extend(X509v3CertificateBuilder builder, ASN1ObjectIdentifier type,
            ASN1Encodable value) throws CertIOException {
        builder.addExtension(type, true, value);
    }

    static Extension extension(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            return new Extension(type, critical, value.toASN1Primitive().getEncoded("DER"));
        } catch (IOException e) {
            throw new IllegalArgumentException("an extension without an encoding", e);
        }
    }

    private static BigInteger serial() {
        // RFC 5280, 4.1.2.2: positive, at most 20 octets; random, so that none needs remembering.
        return new BigInteger(127, RANDOM).setBit(120);
    }

    private static Instant years(Instant from, int years) {
        return from.atZone(ZoneOffset.UTC).plusYears(years).toInstant();
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the provider has no P-256", e);
        }
    }
}
