package org.subhasta.signing.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A proof that one head of a log continues another, as a file: the lines
 * {@code subhasta-consistency-1}, {@code from N}, {@code to M} and one for each hash, in base 64.
 */
public final class ConsistencyFile {

    private static final String FORMAT = "subhasta-consistency-1";
    private static final int MAXIMUM_BYTES = 16 * 1024;
    private static final int LONGEST_PATH = 128;

    private ConsistencyFile() {
    }

    /** The proof as a file. */
    public static byte[] write(ConsistencyProof proof) {
        StringBuilder text = new StringBuilder(FORMAT).append("\nfrom ").append(proof.from())
                .append("\nto ").append(proof.to()).append('\n');
        proof.path().forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The proof; empty where the file is no such proof. */
    public static Optional<ConsistencyProof> read(byte[] file) {
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
