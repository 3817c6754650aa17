package org.subhasta.signing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** Of a P-256 key, some KiB with what was computed of it. */
    private static final int KEYS_REMEMBERED = 1_000;

    /**
     * Public keys used lately, by their encoding. With a key the library keeps a table of multiples
     * of its point: verifying with one it knows takes a fifth of the time.
     */
    private static final Map<ByteBuffer, PublicKey> KEYS =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<ByteBuffer, PublicKey> eldest) {
                    return size() > KEYS_REMEMBERED;
                }
            });

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
            byte[] encoded = any.getEncoded();
            PublicKey known = KEYS.get(ByteBuffer.wrap(encoded));
            if (known == null) {
                known = BouncyCastleProvider.getPublicKey(
                        SubjectPublicKeyInfo.getInstance(encoded));
                if (known != null) {
                    KEYS.put(ByteBuffer.wrap(encoded.clone()), known);
                }
            }
            return Optional.ofNullable(known);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
