package org.subhasta.signing;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * One accepted way to sign: an allow-list, so that whatever is not named here is refused. After
 * SOG-IS "Agreed Cryptographic Mechanisms" 1.3 and ETSI TS 119 312: SHA-256 or better, RSA of at
 * least {@value #MINIMUM_RSA_BITS} bits, the NIST curves P-256 and P-384, Ed25519.
 *
 * @param name       the signature algorithm in Java's words
 * @param digest     the digest algorithm in Java's words
 * @param parameters only for RSASSA-PSS, otherwise null
 * @param family     the kind of key it takes
 */
record Scheme(String name, String digest, AlgorithmParameterSpec parameters, Family family) {

    static final int MINIMUM_RSA_BITS = 2048;

    /** Larger keys only cost whoever verifies. */
    static final int MAXIMUM_RSA_BITS = 8192;

    /** The kinds of keys. */
    enum Family { EC, RSA, ED25519 }

    private static final Map<ASN1ObjectIdentifier, String> DIGESTS = Map.of(
            NISTObjectIdentifiers.id_sha256, "SHA-256",
            NISTObjectIdentifiers.id_sha384, "SHA-384",
            NISTObjectIdentifiers.id_sha512, "SHA-512");

    /** Signature algorithms that name their digest themselves. */
    private static final Map<ASN1ObjectIdentifier, Scheme> NAMED = Map.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256, ecdsa("SHA-256"),
            X9ObjectIdentifiers.ecdsa_with_SHA384, ecdsa("SHA-384"),
            X9ObjectIdentifiers.ecdsa_with_SHA512, ecdsa("SHA-512"),
            PKCSObjectIdentifiers.sha256WithRSAEncryption, rsa("SHA-256"),
            PKCSObjectIdentifiers.sha384WithRSAEncryption, rsa("SHA-384"),
            PKCSObjectIdentifiers.sha512WithRSAEncryption, rsa("SHA-512"),
            // RFC 8419, section 3: with signed attributes the digest is SHA-512.
            EdECObjectIdentifiers.id_Ed25519,
            new Scheme("Ed25519", "SHA-512", null, Family.ED25519));

    private static Scheme ecdsa(String digest) {
        return new Scheme(digest.replace("-", "") + "withECDSA", digest, null, Family.EC);
    }

    private static Scheme rsa(String digest) {
        return new Scheme(digest.replace("-", "") + "withRSA", digest, null, Family.RSA);
    }

    /** The digest's name in Java's words; empty where it is not accepted. */
    static Optional<String> digest(AlgorithmIdentifier algorithm) {
        return hasNoParameters(algorithm)
                ? Optional.ofNullable(DIGESTS.get(algorithm.getAlgorithm())) : Optional.empty();
    }

    /** The scheme of a CMS signature, which names digest and signature separately. */
    static Optional<Scheme> of(AlgorithmIdentifier signature, AlgorithmIdentifier digest) {
        Optional<String> digestName = digest(digest);
        if (digestName.isEmpty()) {
            return Optional.empty();
        }
        // RFC 3370, section 3.2: here the digest is said by the other field alone.
        Optional<Scheme> scheme =
                signature.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)
                        && hasNoParameters(signature)
                ? Optional.of(rsa(digestName.get())) : of(signature);
        return scheme.filter(found -> found.digest().equals(digestName.get()));
    }

    /** The scheme of a certificate's own signature. */
    static Optional<Scheme> of(AlgorithmIdentifier signature) {
        if (signature.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return pss(signature.getParameters());
        }
        return hasNoParameters(signature)
                ? Optional.ofNullable(NAMED.get(signature.getAlgorithm())) : Optional.empty();
    }

    private static Optional<Scheme> pss(ASN1Encodable encoded) {
        RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(encoded);
        if (parameters == null) {
            return Optional.empty(); // the default is SHA-1
        }
        Optional<String> digest = digest(parameters.getHashAlgorithm());
        AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
        boolean sameMask = mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
                && mask.getParameters() != null
                && digest.equals(digest(AlgorithmIdentifier.getInstance(mask.getParameters())));
        int salt = parameters.getSaltLength().intValueExact();
        if (digest.isEmpty() || !sameMask || salt < 32 || salt > 64
                || parameters.getTrailerField().intValueExact() != 1) {
            return Optional.empty();
        }
        return Optional.of(pss(digest.get(), salt));
    }

    static Scheme pss(String digest, int salt) {
        PSSParameterSpec parameters = new PSSParameterSpec(digest, "MGF1",
                new MGF1ParameterSpec(digest), salt, PSSParameterSpec.TRAILER_FIELD_BC);
        return new Scheme("RSASSA-PSS", digest, parameters, Family.RSA);
    }

    private static boolean hasNoParameters(AlgorithmIdentifier algorithm) {
        return algorithm.getParameters() == null
                || DERNull.INSTANCE.equals(algorithm.getParameters().toASN1Primitive());
    }

    /**
     * The scheme a key signs with.
     *
     * @throws IllegalArgumentException where the key is not of an accepted kind or size
     */
    static Scheme preferred(X509Certificate certificate) {
        Family family = family(certificate.getPublicKey()).orElseThrow(() ->
                new IllegalArgumentException("the key is not ECDSA P-256 or P-384, RSA of "
                        + MINIMUM_RSA_BITS + " bits and more, or Ed25519"));
        SubjectPublicKeyInfo key =
                SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded());
        return switch (family) {
            case EC -> SECObjectIdentifiers.secp384r1.equals(key.getAlgorithm().getParameters())
                    ? ecdsa("SHA-384") : ecdsa("SHA-256");
            case RSA -> PKCSObjectIdentifiers.id_RSASSA_PSS.equals(key.getAlgorithm().getAlgorithm())
                    ? pss("SHA-256", 32) : rsa("SHA-256");
            case ED25519 -> NAMED.get(EdECObjectIdentifiers.id_Ed25519);
        };
    }

    /** The kind of an accepted public key; empty where kind, curve or size is not accepted. */
    static Optional<Family> family(PublicKey key) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        ASN1ObjectIdentifier algorithm = info.getAlgorithm().getAlgorithm();
        ASN1Encodable parameters = info.getAlgorithm().getParameters();
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            boolean accepted = SECObjectIdentifiers.secp256r1.equals(parameters)
                    || SECObjectIdentifiers.secp384r1.equals(parameters);
            return accepted ? Optional.of(Family.EC) : Optional.empty();
        }
        if (algorithm.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return Optional.of(Family.ED25519);
        }
        if (!algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
                && !algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return Optional.empty();
        }
        if (!(BouncyCastle.publicKey(key).orElse(null) instanceof RSAPublicKey rsa)) {
            return Optional.empty();
        }
        int bits = rsa.getModulus().bitLength();
        int exponentBits = rsa.getPublicExponent().bitLength();
        boolean accepted = bits >= MINIMUM_RSA_BITS && bits <= MAXIMUM_RSA_BITS
                && exponentBits >= 17 && exponentBits <= 64;
        return accepted ? Optional.of(Family.RSA) : Optional.empty();
    }

    MessageDigest messageDigest() {
        return digestOf(digest);
    }

    /** A digest by Java's name of it. */
    static MessageDigest digestOf(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the platform lacks " + name, e);
        }
    }

    /** Whether an accepted algorithm and kind of key verifies: of certificates and the like. */
    static boolean verifies(AlgorithmIdentifier algorithm, PublicKey key, byte[] signed,
            byte[] value) {
        return of(algorithm)
                .filter(scheme -> family(key).equals(Optional.of(scheme.family())))
                .filter(scheme -> scheme.verifies(key, signed, value))
                .isPresent();
    }

    /** Whether the signature value is the key's over these bytes. */
    boolean verifies(PublicKey key, byte[] signed, byte[] value) {
        Optional<PublicKey> ours = BouncyCastle.publicKey(key);
        if (ours.isEmpty()) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(name, BouncyCastle.PROVIDER);
            signature.initVerify(ours.get());
            if (parameters != null) {
                signature.setParameter(parameters);
            }
            signature.update(signed);
            return signature.verify(value);
        } catch (SignatureException | InvalidKeyException e) {
            return false; // the value or the key has not even the right form
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the provider lacks " + name, e);
        }
    }
}
