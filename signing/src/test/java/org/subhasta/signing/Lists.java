package org.subhasta.signing;

import java.io.IOException;
import java.security.cert.CRLReason;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;

/** Revocation lists of the test authority. */
final class Lists {

    private Lists() {
    }

    static RevocationSource revoking(SigningKey key, Instant since, CRLReason reason) {
        return list(List.of(revoked(key, since, reason)))::lookUp;
    }

    static CertificateAuthority.Revoked revoked(SigningKey key, Instant since, CRLReason reason) {
        return new CertificateAuthority.Revoked(
                key.certificate().getSerialNumber(), since, reason);
    }

    static RevocationList list(List<CertificateAuthority.Revoked> revoked,
            Extension... further) {
        return read(Keys.AUTHORITY.revocationList(revoked, Keys.NOW.minusSeconds(60),
                Keys.NOW.plusSeconds(3600), List.of(further)));
    }

    static RevocationList read(byte[] list) {
        try {
            return RevocationList.read(list);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
