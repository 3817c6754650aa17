package org.subhasta.signing.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * One file that proves for ever that an entry is in a log: the leaf, its place, the path to the
 * root, and the signed checkpoint with the co-signatures it had (C2SP tlog-proof, the leaf in its
 * {@code extra} line). Checked with nothing but the log's {@link VerifierKey}.
 *
 * @param leaf the leaf's content, whose hash is at {@code index}
 * @param note the checkpoint, signed
 */
public record LogProof(byte[] leaf, long index, List<Hash> path, SignedNote note) {

    /** Longer files are refused unread. */
    public static final int MAXIMUM_BYTES = 256 * 1024;

    /** How such a file's name ends. */
    public static final String EXTENSION = ".tlog-proof";

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int LONGEST_PATH = 63;

    public LogProof {
        leaf = leaf.clone();
        path = List.copyOf(path);
    }

    public static LogProof parse(byte[] utf8) throws Malformed {
        String text = Lines.text(utf8, MAXIMUM_BYTES);
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            throw new Malformed("a proof has a checkpoint after an empty line");
        }
        String[] lines = text.substring(0, blank).split("\n", -1);
        if (lines.length < 3 || lines.length > 3 + LONGEST_PATH || !lines[0].equals(FIRST_LINE)
                || !lines[1].startsWith(EXTRA) || !lines[2].startsWith(INDEX)) {
            throw new Malformed("a proof begins with the lines \"" + FIRST_LINE + "\", \"" + EXTRA
                    + "…\" and \"" + INDEX + "…\"");
        }
        List<Hash> path = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(3, lines.length)) {
            path.add(Hash.base64(line));
        }
        return new LogProof(Lines.base64(lines[1].substring(EXTRA.length())),
                Lines.number(lines[2].substring(INDEX.length())), path,
                SignedNote.parse(text.substring(blank + 2)));
    }

    @Override
    public byte[] leaf() {
        return leaf.clone();
    }

    /** RFC 6962's hash of the leaf, by which receipts name it. */
    public Hash leafHash() {
        return Hash.ofLeaf(leaf);
    }

    /** Judges the proof; empty where the leaf is in the log whose key this is. */
    public Optional<LogProblem> problem(VerifierKey log) {
        Optional<LogProblem> unsigned = log.problem(note);
        if (unsigned.isPresent()) {
            return unsigned;
        }
        try {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (!checkpoint.origin().equals(log.name())) {
                return Optional.of(LogProblem.OTHER_LOG);
            }
            return new InclusionProof(index, checkpoint.size(), path)
                    .proves(leafHash(), checkpoint.root())
                    ? Optional.empty() : Optional.of(LogProblem.NOT_INCLUDED);
        } catch (Malformed e) {
            // Signed by the log's key, and yet no head of a log.
            return Optional.of(LogProblem.OTHER_LOG);
        }
    }

    /** As {@link #problem(VerifierKey)}, of the entry with this leaf hash and no other. */
    public Optional<LogProblem> problem(VerifierKey log, Hash expected) {
        return leafHash().equals(expected)
                ? problem(log) : Optional.of(LogProblem.OTHER_LEAF);
    }

    /** The file. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n')
                .append(EXTRA).append(Base64.getEncoder().encodeToString(leaf)).append('\n')
                .append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(note).toString();
    }

    /** The file, as it is written. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }
}
