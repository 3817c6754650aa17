package org.subhasta.verification;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.subhasta.signing.log.ConsistencyProof;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.Malformed;

/**
 * A proof that one head of a log continues another, as a file: the lines
 * {@code subhasta-consistency-1}, {@code from N}, {@code to M} and one for each hash, in base 64.
 */
final class ConsistencyFile {

    private static final String FORMAT = "subhasta-consistency-1";
    private static final int MAXIMUM_BYTES = 16 * 1024;
    private static final int LONGEST_PATH = 128;

    private ConsistencyFile() {
    }

    /** The proof; empty where the file is no such proof. */
    static Optional<ConsistencyProof> read(byte[] file) {
        if (file.length > MAXIMUM_BYTES) {
            return Optional.empty();
        }
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || lines.length > 4 + LONGEST_PATH || !lines[0].equals(FORMAT)
                || !lines[1].matches("from (0|[1-9][0-9]{0,17})")
                || !lines[2].matches("to (0|[1-9][0-9]{0,17})")
                || !lines[lines.length - 1].isEmpty()) {
            return Optional.empty();
        }
        try {
            List<Hash> path = new ArrayList<>();
            for (String line : Arrays.asList(lines).subList(3, lines.length - 1)) {
                path.add(Hash.base64(line));
            }
            return Optional.of(new ConsistencyProof(Long.parseLong(lines[1].substring(5)),
                    Long.parseLong(lines[2].substring(3)), path));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }
}
