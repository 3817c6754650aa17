package org.subhasta.bidding.model;

/**
 * A file that belongs to a bid, as the signed statement names it. The file itself stays
 * confidential: what is published of it are these three.
 *
 * @param name   for people; no path, at most {@value #MAXIMUM_NAME} characters
 * @param size   in bytes
 * @param digest SHA-256 over 32 random bytes (its salt) and its content, hexadecimal: from equal
 *               files nobody can tell that they are equal
 */
public record BidAttachment(String name, long size, String digest) {

    /** Characters of the longest name. */
    public static final int MAXIMUM_NAME = 200;

    /** Bytes of the largest file. */
    public static final long MAXIMUM_BYTES = 64L * 1024 * 1024;

    public BidAttachment {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256, hexadecimal");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a size is not negative");
        }
    }
}
