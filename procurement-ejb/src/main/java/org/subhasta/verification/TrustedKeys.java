package org.subhasta.verification;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.subhasta.signing.Trust;
import org.subhasta.signing.log.Checkpoint;
import org.subhasta.signing.log.KeyKind;
import org.subhasta.signing.log.LogProblem;
import org.subhasta.signing.log.Malformed;
import org.subhasta.signing.log.SignedNote;
import org.subhasta.signing.log.VerifierKey;

/**
 * Whom somebody who checks files trusts. It always comes from them and never from a file that is
 * checked.
 *
 * @param authorities whose certificates count
 * @param notes       keys of logs and of witnesses
 */
public record TrustedKeys(Trust authorities, List<VerifierKey> notes) {

    private static final int LONGEST_KEY_FILE = 4_096;

    public TrustedKeys {
        notes = List.copyOf(notes);
    }

    /** Nobody at all. */
    public static TrustedKeys none() {
        return new TrustedKeys(Trust.of(List.of()), List.of());
    }

    /**
     * From a folder: its certificates ({@code .pem, .crt, .cer, .der}) and its verifier keys
     * ({@code .vkey}, one line each); or from one such file.
     *
     * @throws IOException where a file cannot be read, or a key file holds no verifier key
     */
    public static TrustedKeys read(Path path) throws IOException, GeneralSecurityException {
        if (!Files.isDirectory(path)) {
            return isKey(path) ? new TrustedKeys(Trust.of(List.of()), keys(List.of(path)))
                    : new TrustedKeys(Trust.read(path), List.of());
        }
        try (Stream<Path> files = Files.list(path)) {
            return new TrustedKeys(Trust.folder(path),
                    keys(files.filter(TrustedKeys::isKey).sorted().toList()));
        }
    }

    private static boolean isKey(Path path) {
        return path.toString().endsWith(".vkey");
    }

    private static List<VerifierKey> keys(Collection<Path> files) throws IOException {
        List<VerifierKey> keys = new ArrayList<>();
        for (Path file : files) {
            try {
                if (Files.size(file) > LONGEST_KEY_FILE) {
                    throw new IOException(file + " is no verifier key: it is too long");
                }
                keys.add(VerifierKey.parse(Files.readString(file, StandardCharsets.UTF_8)));
            } catch (Malformed e) {
                throw new IOException(file + " is no verifier key: " + e.getMessage(), e);
            }
        }
        return keys;
    }

    /** The trusted key of the log that this is the head of; empty where it is not trusted. */
    Optional<VerifierKey> logOf(Checkpoint head) {
        return notes.stream().filter(key -> key.kind() == KeyKind.LOG
                && key.name().equals(head.origin())).findFirst();
    }

    /** The names of trusted witnesses that have signed it too. */
    List<String> witnesses(SignedNote note) {
        return notes.stream().filter(key -> key.cosignedAt(note).isPresent())
                .map(VerifierKey::name).toList();
    }

    /** Whether a trusted witness's signature stands there and is wrong. */
    boolean isWrongWitness(SignedNote note) {
        return notes.stream().filter(key -> key.kind() == KeyKind.WITNESS)
                .anyMatch(key -> key.problem(note).equals(Optional.of(LogProblem.BAD_SIGNATURE)));
    }
}
