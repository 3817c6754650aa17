package org.subhasta.signing.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.subhasta.signing.log.KeyKind;
import org.subhasta.signing.log.Malformed;
import org.subhasta.signing.log.SignedNote;
import org.subhasta.signing.log.SignerKey;
import org.subhasta.signing.log.VerifierKey;
import org.subhasta.signing.online.LogClient;

/** What a witness remembers; one process at a time. */
final class WitnessFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel lock;

    private WitnessFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Two witnesses over one memory could co-sign two heads that contradict each other. */
    static WitnessFolder open(Path folder) throws IOException, Usage {
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(folder.resolve("lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return new WitnessFolder(folder, channel);
            }
        } catch (OverlappingFileLockException e) {
            // Held by this process: told below.
        }
        channel.close();
        throw new Usage("A witness runs on " + folder + " already.");
    }

    /** The log's key: as remembered; else as given; else, the first time, as the log says. */
    VerifierKey log(Optional<Path> given, LogClient client) throws IOException, Malformed, Usage {
        Path file = folder.resolve("log.vkey");
        Optional<VerifierKey> trusted = given.isEmpty() ? Optional.empty()
                : Optional.of(VerifierKey.parse(Files.readString(given.get()).strip()));
        if (Files.exists(file)) {
            VerifierKey known = VerifierKey.parse(Files.readString(file).strip());
            if (trusted.filter(key -> !key.equals(known)).isPresent()) {
                throw new Usage("--trust names another key than " + file
                        + ", which this witness has watched so far.");
            }
            return known;
        }
        VerifierKey key = trusted.isPresent() ? trusted.get() : client.key();
        write(file, key + "\n");
        return key;
    }

    /** The witness's own key, made at the first start. */
    SignerKey key(Optional<String> name) throws IOException, Malformed {
        Path file = folder.resolve("witness.key");
        if (!Files.exists(file)) {
            SecureRandom random = new SecureRandom();
            byte[] some = new byte[4];
            random.nextBytes(some);
            SignerKey made = SignerKey.generate(name.orElse(
                    "witness-" + HexFormat.of().formatHex(some)), KeyKind.WITNESS, random);
            write(publicKey(), made.verifier() + "\n");
            write(file, made.secret() + "\n");
        }
        return SignerKey.parse(Files.readString(file));
    }

    Path publicKey() {
        return folder.resolve("witness.vkey");
    }

    /** The last head that was co-signed. */
    Optional<SignedNote> seen() throws IOException, Malformed {
        Path file = folder.resolve("seen");
        return Files.exists(file) ? Optional.of(SignedNote.parse(Files.readString(file)))
                : Optional.empty();
    }

    void see(SignedNote head) throws IOException {
        write(folder.resolve("seen"), head.toString());
    }

    /** Keeps a head that contradicts the last one: both are signed by the log. */
    Path refused(SignedNote head, Instant at) throws IOException {
        Path file = folder.resolve("refused-" + at.truncatedTo(ChronoUnit.SECONDS)
                .toString().replace(":", "") + ".txt");
        write(file, head.toString());
        return file;
    }

    /** Whole or not at all, and readable by this user only. */
    private void write(Path file, String content) throws IOException {
        Path draft = Files.createTempFile(folder, "draft", null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(content));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
