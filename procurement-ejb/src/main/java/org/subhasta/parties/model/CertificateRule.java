package org.subhasta.parties.model;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.kernel.Refusal;

/**
 * Whether a certificate is of a kind that bids may be signed with, or shares encrypted to. Who
 * issued it is another question, answered by the trusted authorities.
 */
public final class CertificateRule {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final int KEY_AGREEMENT = 4;

    private CertificateRule() {
    }

    /** Whether its key agrees on keys and signs nothing: then shares are encrypted to it. */
    public static boolean isForEncryption(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null && usage[KEY_AGREEMENT]
                && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION];
    }

    /** All that is wrong with it at that instant, the most important first. */
    public static List<Refusal> judge(String field, X509Certificate certificate, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        if (certificate.getBasicConstraints() >= 0) {
            refusals.add(Refusal.at(field, PartiesRefusal.CERTIFICATE_OF_AUTHORITY));
        }
        boolean encrypts = isForEncryption(certificate);
        if (encrypts ? !isOnP256(certificate.getPublicKey())
                : !isStrong(certificate.getPublicKey())) {
            refusals.add(Refusal.at(field, PartiesRefusal.CERTIFICATE_WEAK_KEY));
        }
        boolean[] usage = certificate.getKeyUsage();
        // RFC 5280, 4.2.1.3: without the extension the key may be used for anything.
        if (!encrypts && usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
            refusals.add(Refusal.at(field, PartiesRefusal.CERTIFICATE_WRONG_USAGE));
        }
        Instant until = certificate.getNotAfter().toInstant();
        Instant from = certificate.getNotBefore().toInstant();
        if (now.isAfter(until)) {
            refusals.add(Refusal.at(field, PartiesRefusal.CERTIFICATE_EXPIRED, until.toString()));
        } else if (now.isBefore(from)) {
            refusals.add(Refusal.at(
                    field, PartiesRefusal.CERTIFICATE_NOT_YET_VALID, from.toString()));
        }
        return refusals;
    }

    /** RFC 9180, DHKEM(P-256, HKDF-SHA256): the one our containers use. */
    private static boolean isOnP256(PublicKey key) {
        return key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() == 256;
    }

    private static boolean isStrong(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= 2048;
            case ECPublicKey ec -> {
                int bits = ec.getParams().getOrder().bitLength();
                yield bits == 256 || bits == 384;
            }
            case EdECPublicKey ed -> ed.getParams().getName().equals("Ed25519");
            default -> false;
        };
    }
}
