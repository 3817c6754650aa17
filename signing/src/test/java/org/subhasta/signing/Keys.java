package org.subhasta.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;

/** Authorities and keys for tests, around one fixed instant. */
final class Keys {

    static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    static final Instant BEGAN = NOW.minus(Duration.ofDays(30));
    static final Instant ENDS = NOW.plus(Duration.ofDays(30));

    static final CertificateAuthority AUTHORITY =
            CertificateAuthority.create("Test authority", BEGAN);
    static final CertificateAuthority STRANGER =
            CertificateAuthority.create("Unknown authority", BEGAN);

    /** Named like the trusted one, with a key of its own. */
    static final CertificateAuthority IMPOSTOR =
            CertificateAuthority.create("Test authority", BEGAN);

    static final Trust TRUST = Trust.of(List.of(AUTHORITY.certificate()));

    static final SigningKey SIGNER = AUTHORITY.issue("Ada Example", "Example Ltd", "NL", BEGAN);

    static final SigningKey STAMPER =
            AUTHORITY.issueTimeStamper("Time-stamps", "Example authority", "NL", BEGAN);

    private Keys() {
    }

    static KeyPair pair(String kind) {
        try {
            KeyPairGenerator generator = switch (kind) {
                case "P-256", "P-384", "P-521" -> {
                    KeyPairGenerator ec = KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER);
                    ec.initialize(new ECGenParameterSpec(kind));
                    yield ec;
                }
                case "Ed25519" -> KeyPairGenerator.getInstance("Ed25519", BouncyCastle.PROVIDER);
                case "Ed448" -> KeyPairGenerator.getInstance("Ed448", BouncyCastle.PROVIDER);
                default -> {
                    KeyPairGenerator rsa =
                            KeyPairGenerator.getInstance("RSA", BouncyCastle.PROVIDER);
                    rsa.initialize(Integer.parseInt(kind.substring(4)));
                    yield rsa;
                }
            };
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static SigningKey of(String kind) {
        return issue(pair(kind), BEGAN, ENDS, CertificateAuthority.SIGNING);
    }

    static SigningKey valid(Instant from, Instant until) {
        return issue(pair("P-256"), from, until, CertificateAuthority.SIGNING);
    }

    static SigningKey issue(KeyPair pair, Instant from, Instant until, int usage) {
        return new SigningKey(pair.getPrivate(), List.of(AUTHORITY.certify(
                new CertificateAuthority.Issue(new X500Name("CN=Ada Example"), pair.getPublic(),
                        from, until, usage, false))));
    }

    static SigningKey stamper(CertificateAuthority by, String kind, Instant from) {
        KeyPair pair = pair(kind);
        return new SigningKey(pair.getPrivate(), List.of(by.certify(
                new CertificateAuthority.Issue(new X500Name("CN=Time-stamps"), pair.getPublic(),
                        from, from.plus(Duration.ofDays(60)), CertificateAuthority.SIGNING, false,
                        List.of(CertificateAuthority.TIME_STAMPING)))));
    }
}
