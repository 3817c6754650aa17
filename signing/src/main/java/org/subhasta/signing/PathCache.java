package org.subhasta.signing;

import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Paths that were found good, so that their signatures are not verified again for every bid of the
 * same bidder. A path holds for as long as the trusted authorities are the same; whether all of it
 * is within its periods, and whether any of it was revoked, is asked anew each time. What was found
 * bad is not remembered. Bounded; for many threads.
 */
final class PathCache {

    private static final int MAXIMUM_PATHS = 2_000;

    /** Which path: of other certificates along the way there might be another. */
    record Key(Purpose purpose, X509Certificate signer, List<X509Certificate> supplied) {
    }

    private final Map<Key, CertificatePath> paths = new LinkedHashMap<>(64, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CertificatePath> eldest) {
            return size() > MAXIMUM_PATHS;
        }
    };
    private List<X509Certificate> anchors = List.of();

    /** Null where none is known under these authorities. */
    synchronized CertificatePath find(Key key, List<X509Certificate> trusted) {
        return isSame(trusted) ? paths.get(key) : null;
    }

    synchronized void remember(Key key, CertificatePath path, List<X509Certificate> trusted) {
        if (!isSame(trusted)) {
            paths.clear();
            anchors = trusted;
        }
        paths.put(key, path);
    }

    private boolean isSame(List<X509Certificate> trusted) {
        return anchors == trusted || anchors.equals(trusted);
    }
}
