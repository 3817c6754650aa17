package org.subhasta.signing.sealing;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * A member of an opening committee.
 *
 * @param id         the person's, as the platform knows it: 1 to 64 letters, digits and
 *                   {@code . _ : -}
 * @param encryption the certificate of the key that shares are sealed to: on P-256, and where it
 *                   says what it is for, for key agreement (RFC 5480, section 3)
 */
public record Opener(String id, X509Certificate encryption) {

    private static final int KEY_AGREEMENT = 4;

    /** @throws IllegalArgumentException where the id or the certificate is of another kind */
    public Opener {
        if (!id.matches("[A-Za-z0-9._:-]{1,64}")) {
            throw new IllegalArgumentException("not an opener's id");
        }
        if (!isFit(encryption)) {
            throw new IllegalArgumentException(
                    "not a certificate of a P-256 key for key agreement");
        }
    }

    /** Whether shares can be sealed to the key of this certificate. */
    public static boolean isFit(X509Certificate certificate) {
        SubjectPublicKeyInfo key =
                SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded());
        boolean[] usage = certificate.getKeyUsage();
        return key.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && SECObjectIdentifiers.secp256r1.equals(key.getAlgorithm().getParameters())
                && (usage == null || usage[KEY_AGREEMENT])
                && Hpke.isPoint(key.getPublicKeyData().getBytes());
    }

    /** The public key as an uncompressed point (RFC 9180, section 7.1.1): 65 bytes. */
    byte[] point() {
        return SubjectPublicKeyInfo.getInstance(encryption.getPublicKey().getEncoded())
                .getPublicKeyData().getBytes();
    }

    byte[] certificateBytes() {
        try {
            return encryption.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate without an encoding", e);
        }
    }
}
