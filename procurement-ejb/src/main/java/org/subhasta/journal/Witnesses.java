package org.subhasta.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.subhasta.signing.log.KeyKind;
import org.subhasta.signing.log.Malformed;
import org.subhasta.signing.log.VerifierKey;

/**
 * The witnesses whose co-signatures count here: the files {@code *.vkey} in the folder
 * {@code witnesses} of the data folder, one verifier key each. The operator puts them there; read
 * anew each time, so that a key counts, or no longer counts, at once.
 */
@ApplicationScoped
class Witnesses {

    private static final Logger LOG = System.getLogger(Witnesses.class.getName());

    /** More are not read: a note has room for this many signatures and its own. */
    private static final int MOST = 32;

    List<VerifierKey> trusted() {
        Path folder = NoteKey.folder().resolve("witnesses");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<VerifierKey> keys = new ArrayList<>();
            for (Path file : files.filter(name -> name.toString().endsWith(".vkey")).sorted()
                    .limit(MOST).toList()) {
                read(file, keys);
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("the witnesses' keys cannot be read", e);
        }
    }

    private static void read(Path file, List<VerifierKey> into) throws IOException {
        try {
            VerifierKey key = VerifierKey.parse(Files.readString(file));
            if (key.kind() == KeyKind.WITNESS) {
                into.add(key);
                return;
            }
            LOG.log(Level.WARNING, "{0} is the key of a log, not of a witness: ignored", file);
        } catch (Malformed e) {
            LOG.log(Level.WARNING, "{0} is no witness''s key: ignored ({1})", file, e.getMessage());
        }
    }
}
