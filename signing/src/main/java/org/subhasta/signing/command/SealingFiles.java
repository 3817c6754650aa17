package org.subhasta.signing.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.sealing.BoxNotice;
import org.subhasta.signing.sealing.Opener;
import org.subhasta.signing.sealing.Reading;
import org.subhasta.signing.sealing.ShareKey;

/** The files that sealing, rehearsing and opening have in common. */
final class SealingFiles {

    /** What the commands of openers add to their own options. */
    static final Set<String> SHARE_KEY = Set.of("--share-key", "--share-password");

    static final String SHARE_KEY_HELP = """
              --share-key KEY.p12  your key for shares, a PKCS#12 file
              --share-password TEXT
                                   its password; asked for when it is not given
            """;

    private SealingFiles() {
    }

    static BoxNotice notice(Arguments arguments) throws Usage, IOException {
        Path file = Path.of(arguments.required("--notice"));
        return read(BoxNotice.read(Arguments.bytes(file, CanonicalJson.MAXIMUM_BYTES)), file);
    }

    static <T> T read(Reading<T> reading, Path file) throws IOException {
        return switch (reading) {
            case Reading.Read<T>(T value) -> value;
            case Reading.Refused<T>(Reading.Flaw flaw, String member, String sentence) ->
                    throw new IOException(file + " cannot be used. " + sentence);
        };
    }

    static ShareKey shareKey(Arguments arguments, Terminal terminal, BoxNotice notice)
            throws Usage, IOException, GeneralSecurityException {
        SigningKey key =
                KeyOptions.open(arguments, terminal, "--share-key", "--share-password");
        return ShareKey.of(key, notice.committee()).orElseThrow(() -> new IOException(
                "this key is none of the opening committee's, who are "
                        + String.join(", ", notice.committee().openers().stream()
                                .map(SealingFiles::name).toList())));
    }

    static String name(Opener opener) {
        return opener.encryption().getSubjectX500Principal().getName();
    }

    /** A folder that is made, or is there and empty: nothing of another bid gets mixed in. */
    static Path emptyFolder(Arguments arguments) throws Usage, IOException {
        Path folder = Path.of(arguments.required("--out"));
        Files.createDirectories(folder);
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new Usage(folder + " is not empty: name a new folder.");
            }
        }
        return folder;
    }

    /** Writes NAME.json and beside it NAME.p7s. */
    static void signed(Path folder, String name, byte[] json, SigningKey key, Instant at)
            throws IOException {
        Files.write(folder.resolve(name + ".json"), json);
        Files.write(folder.resolve(name + ".p7s"), CadesSigner.sign(json, key, at));
    }
}
