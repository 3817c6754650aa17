package org.subhasta.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.util.Base64URL;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * JSON web signatures with the content detached (RFC 7515, appendix F), for acts in live auctions.
 * The header names the algorithm and the signer's certificate by its SHA-256 ({@code x5t#S256}):
 * the certificate itself is known since the signer was admitted, and a signature a fifth as costly
 * as a whole CMS is enough. Whether the certificate is valid is asked of {@link Trust}.
 *
 * <p>Algorithms and refusals are those of {@link Jws}.
 */
public final class DetachedJws {

    /** One has some 200 characters, with RSA 600. */
    public static final int MAXIMUM_CHARACTERS = 4 * 1024;

    private static final Set<String> HEADER = Set.of("alg", "typ", "x5t#S256");
    private static final int SHA256_BYTES = 32;

    private final JWSHeader header;
    private final String compact;

    private DetachedJws(JWSHeader header, String compact) {
        this.header = header;
        this.compact = compact;
    }

    /**
     * Signs bytes.
     *
     * @return header and signature in base64url, joined by two dots
     * @throws IllegalArgumentException where the key is of no accepted kind or size
     */
    public static String sign(byte[] content, SigningKey key) {
        try {
            JWSAlgorithm algorithm = Jws.algorithm(key.certificate().getPublicKey())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "JSON is signed with P-256, P-384 or RSA keys"));
            JWSHeader header = new JWSHeader.Builder(algorithm).x509CertSHA256Thumbprint(
                    Base64URL.encode(HexFormat.of().parseHex(
                            Validation.fingerprint(key.certificate())))).build();
            JWSObject object = new JWSObject(header, new Payload(content));
            object.sign(Jws.signer(algorithm, key));
            return object.serialize(true);
        } catch (JOSEException e) {
            throw new IllegalStateException("signing JSON failed", e);
        }
    }

    /** Reads one, without verifying; empty where it is none, or its header says anything else. */
    public static Optional<DetachedJws> parse(String compact) {
        int dots = compact.indexOf("..");
        if (compact.length() > MAXIMUM_CHARACTERS || dots < 0) {
            return Optional.empty();
        }
        try {
            JWSHeader header = JWSHeader.parse(new Base64URL(compact.substring(0, dots)));
            Base64URL thumbprint = header.getX509CertSHA256Thumbprint();
            boolean ours = HEADER.containsAll(header.toJSONObject().keySet())
                    && thumbprint != null && thumbprint.decode().length == SHA256_BYTES
                    && Base64URL.encode(thumbprint.decode()).equals(thumbprint);
            return ours ? Optional.of(new DetachedJws(header, compact)) : Optional.empty();
        } catch (ParseException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The SHA-256 of the certificate that the header names, as certificates are named here. */
    public String fingerprint() {
        return HexFormat.of().formatHex(header.getX509CertSHA256Thumbprint().decode());
    }

    /** Whether it is a signature over exactly these bytes by the key of that certificate. */
    public boolean isOver(byte[] content, X509Certificate certificate) {
        if (!Validation.fingerprint(certificate).equals(fingerprint())
                || !Jws.algorithm(certificate.getPublicKey())
                        .equals(Optional.of(header.getAlgorithm()))) {
            return false;
        }
        try {
            JWSObject object = JWSObject.parse(compact, new Payload(content));
            return Jws.isCanonical(object)
                    && object.verify(Jws.verifier(certificate.getPublicKey()));
        } catch (ParseException | RuntimeException e) {
            return false;
        } catch (JOSEException e) {
            throw new IllegalStateException("the provider cannot verify", e);
        }
    }
}
