package org.subhasta.signing.log;

/**
 * The head of a log: what the text of its signed note says (C2SP tlog-checkpoint).
 *
 * @param origin the log's unique name
 * @param size   how many leaves it has
 * @param root   the Merkle tree hash over all of them
 */
public record Checkpoint(String origin, long size, Hash root) {

    public Checkpoint {
        if (origin.isEmpty() || origin.indexOf('\n') >= 0 || size < 0) {
            throw new IllegalArgumentException("no checkpoint of " + origin + " with " + size);
        }
    }

    /**
     * Reads a note's text. Lines after the third are extensions, which mean nothing here; the
     * signatures are over them too.
     */
    public static Checkpoint parse(String text) throws Malformed {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
            throw new Malformed("a checkpoint has a line each for origin, size and root");
        }
        for (int i = 0; i < lines.length - 1; i++) {
            if (lines[i].isEmpty()) {
                throw new Malformed("a checkpoint has no empty lines");
            }
        }
        return new Checkpoint(lines[0], Lines.number(lines[1]), Hash.base64(lines[2]));
    }

    /** What is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
