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
 * Whether a certificate is of a kind that bids may be signed with. Who issued it is another
 * question, answered by the trusted authorities.
 */
public final class CertificateRule {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private CertificateRule() {
    }

    /** All that is wrong with it at that instant, the most important first. */
    public static List<Refusal> judge(String field, X509Certificate certificate, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        if (certificate.getBasicConstraints() >= 0) {
            refusals.add(Refusal.at(field, PartiesRefusal.CERTIFICATE_OF_AUTHORITY));
        }
        if (!isStrong(certificate.getPublicKey())) {
            refusals.add(Refusal.at(field, PartiesRefusal.CERTIFICATE_WEAK_KEY));
        }
        boolean[] usage = certificate.getKeyUsage();
        // RFC 5280, 4.2.1.3: without the extension the key may be used for anything.
        if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
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
