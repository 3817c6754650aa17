package org.subhasta.signing;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The one instance of our own Bouncy Castle. It is handed to every call by reference: the
 * application server registers another version of it under the name "BC", so a name would not say
 * whose.
 */
final class BouncyCastle {

    static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {
    }
}
