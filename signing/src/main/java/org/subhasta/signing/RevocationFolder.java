package org.subhasta.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The revocation lists ({@code .crl}) in a folder; of several about a certificate any may tell. */
final class RevocationFolder implements RevocationSource {

    private final WatchedFolder<RevocationList> lists;

    RevocationFolder(Path folder) {
        lists = new WatchedFolder<>(folder, Set.of("crl"), RevocationFolder::read);
    }

    private static List<RevocationList> read(Path file) throws IOException {
        if (Files.size(file) > RevocationList.MAXIMUM_BYTES) {
            throw new IOException("larger than " + RevocationList.MAXIMUM_BYTES + " bytes");
        }
        return List.of(RevocationList.read(Files.readAllBytes(file)));
    }

    @Override
    public RevocationStatus lookUp(X509Certificate certificate, X509Certificate issuer,
            Instant at) {
        RevocationStatus best = new RevocationStatus.NotLookedUp();
        for (RevocationList list : lists.get()) {
            RevocationStatus status = list.lookUp(certificate, issuer, at);
            if (status instanceof RevocationStatus.Revoked) {
                return status;
            }
            if (status instanceof RevocationStatus.Good
                    || best instanceof RevocationStatus.NotLookedUp) {
                best = status;
            }
        }
        return best;
    }
}
