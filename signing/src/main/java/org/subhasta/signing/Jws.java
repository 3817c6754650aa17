package org.subhasta.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compact JSON web signatures (RFC 7515), for receipts. The header names the algorithm and carries
 * the signer's certificate ({@code x5c}), so that a receipt is checked without asking anybody; who
 * is trusted is still the checker's own decision.
 *
 * <p>By the key: ES256 (P-256), ES384 (P-384), PS256 (RSA). No Ed25519 here. Nothing else is
 * accepted: no {@code none}, no shared secrets, no critical extensions, no keys by address.
 */
public final class Jws {

    /** A receipt has some 2 KiB. */
    public static final int MAXIMUM_CHARACTERS = 64 * 1024;

    private static final int MAXIMUM_CERTIFICATES = 5;

    /** All a header may say: what is not understood is not passed over. */
    private static final Set<String> HEADER = Set.of("alg", "typ", "x5c");

    /**
     * What verifying gave.
     *
     * @param payload the signed bytes; empty unless the signature passed
     */
    public record Verified(Validation validation, byte[] payload) {

        private static Verified failed(SubIndication why, String sentence) {
            return new Verified(Validation.failed(why, sentence), new byte[0]);
        }
    }

    private Jws() {
    }

    /**
     * Signs a payload.
     *
     * @return header, payload and signature in base64url, joined by dots
     * @throws IllegalArgumentException where the key is of no accepted kind or size
     */
    public static String sign(byte[] payload, SigningKey key) {
        try {
            JWSAlgorithm algorithm = algorithm(key.certificate().getPublicKey()).orElseThrow(() ->
                    new IllegalArgumentException("JSON is signed with P-256, P-384 or RSA keys"));
            JWSHeader header =
                    new JWSHeader.Builder(algorithm).x509CertChain(encoded(key.chain())).build();
            JWSObject object = new JWSObject(header, new Payload(payload));
            object.sign(signer(algorithm, key));
            return object.serialize();
        } catch (JOSEException | CertificateEncodingException e) {
            throw new IllegalStateException("signing JSON failed", e);
        }
    }

    /**
     * Verifies a compact signature and gives its payload.
     *
     * @param at when the signer's certificate must have been valid, e.g. the receipt's instant
     */
    public static Verified verify(String compact, Trust trust, Instant at) {
        if (compact.length() > MAXIMUM_CHARACTERS) {
            return Verified.failed(SubIndication.FORMAT_FAILURE,
                    "longer than " + MAXIMUM_CHARACTERS + " characters");
        }
        JWSObject object;
        List<X509Certificate> certificates;
        try {
            object = JWSObject.parse(compact);
            if (!HEADER.containsAll(object.getHeader().toJSONObject().keySet())) {
                return Verified.failed(SubIndication.FORMAT_FAILURE,
                        "the header says more than algorithm and certificates");
            }
            if (!isCanonical(object)) {
                return Verified.failed(SubIndication.FORMAT_FAILURE,
                        "the signature is not encoded in the one way there is");
            }
            certificates = certificates(object.getHeader());
        } catch (ParseException | CertificateException | RuntimeException e) {
            return Verified.failed(SubIndication.FORMAT_FAILURE,
                    "not a compact JSON web signature: " + e.getMessage());
        }
        if (certificates.isEmpty()) {
            return Verified.failed(SubIndication.NO_SIGNING_CERTIFICATE_FOUND,
                    "the header holds no certificate, or more than " + MAXIMUM_CERTIFICATES);
        }
        Validation validation = validate(object, certificates, trust, at);
        return new Verified(validation,
                validation.passed() ? object.getPayload().toBytes() : new byte[0]);
    }

    /**
     * The last character holds bits that decoding drops: another would mean the same. Header and
     * payload are signed as characters, so only the signature can differ so.
     */
    static boolean isCanonical(JWSObject object) {
        return Base64URL.encode(object.getSignature().decode()).equals(object.getSignature());
    }

    private static Validation validate(JWSObject object, List<X509Certificate> certificates,
            Trust trust, Instant at) {
        X509Certificate signer = certificates.getFirst();
        PublicKey key = signer.getPublicKey();
        if (!algorithm(key).equals(Optional.of(object.getHeader().getAlgorithm()))) {
            return Validation.failed(SubIndication.CRYPTO_CONSTRAINTS_FAILURE, signer, null,
                    "the algorithm is not the one for the signer's key, or not accepted");
        }
        try {
            if (!object.verify(verifier(key))) {
                return Validation.failed(SubIndication.SIG_CRYPTO_FAILURE, signer, null,
                        "the signature value is not the signer's");
            }
        } catch (JOSEException e) {
            throw new IllegalStateException("the provider cannot verify", e);
        }
        return trust.judge(Purpose.SIGNING, signer, certificates, at)
                .of(signer, "the signature is valid and its signer's certificate trusted");
    }

    static JWSSigner signer(JWSAlgorithm algorithm, SigningKey key) throws JOSEException {
        JWSSigner signer = algorithm.equals(JWSAlgorithm.PS256)
                ? new RSASSASigner(key.privateKey())
                : new ECDSASigner((ECPrivateKey) key.privateKey());
        signer.getJCAContext().setProvider(BouncyCastle.PROVIDER);
        return signer;
    }

    static JWSVerifier verifier(PublicKey key) throws JOSEException {
        PublicKey ours = BouncyCastle.publicKey(key).orElseThrow();
        JWSVerifier verifier = ours instanceof RSAPublicKey rsa
                ? new RSASSAVerifier(rsa) : new ECDSAVerifier((ECPublicKey) ours);
        verifier.getJCAContext().setProvider(BouncyCastle.PROVIDER);
        return verifier;
    }

    /** The one algorithm for a key; empty for keys that sign no JSON here. */
    static Optional<JWSAlgorithm> algorithm(PublicKey key) {
        return Scheme.family(key).flatMap(family -> switch (family) {
            case EC -> BouncyCastle.publicKey(key).map(ours ->
                    ((ECPublicKey) ours).getParams().getOrder().bitLength() == 384
                            ? JWSAlgorithm.ES384 : JWSAlgorithm.ES256);
            case RSA -> Optional.of(JWSAlgorithm.PS256);
            case ED25519 -> Optional.empty();
        });
    }

    private static List<Base64> encoded(List<X509Certificate> chain)
            throws CertificateEncodingException {
        List<Base64> encoded = new ArrayList<>();
        for (X509Certificate certificate : chain) {
            encoded.add(Base64.encode(certificate.getEncoded()));
        }
        return encoded;
    }

    private static List<X509Certificate> certificates(JWSHeader header)
            throws CertificateException {
        List<Base64> chain = header.getX509CertChain();
        if (chain == null || chain.size() > MAXIMUM_CERTIFICATES) {
            return List.of();
        }
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (Base64 each : chain) {
            certificates.add((X509Certificate)
                    factory.generateCertificate(new ByteArrayInputStream(each.decode())));
        }
        return List.copyOf(certificates);
    }
}
