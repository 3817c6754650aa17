package org.subhasta.signing;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The one instance of our own Bouncy Castle. It is handed to every call by reference: the
 * application server registers another version of it under the name "BC", so a name would not say
 * whose. It also turns keys of other providers into its own kind, the only one it is sure to take.
 */
final class BouncyCastle {

    static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {
    }

    /** Empty where the encoding is no PKCS#8 or the algorithm is unknown. */
    static Optional<PrivateKey> privateKey(byte[] pkcs8) {
        try {
            return Optional.ofNullable(
                    BouncyCastleProvider.getPrivateKey(PrivateKeyInfo.getInstance(pkcs8)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Empty where the key is malformed or the algorithm unknown: an invalid key is a result. */
    static Optional<PublicKey> publicKey(PublicKey any) {
        try {
            return Optional.ofNullable(BouncyCastleProvider.getPublicKey(
                    SubjectPublicKeyInfo.getInstance(any.getEncoded())));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
