package org.subhasta.bidding.model;

/**
 * A file that belongs to a bid, as the signed statement names it.
 *
 * @param name   for people; no path, at most {@value #MAXIMUM_NAME} characters
 * @param sha256 of its bytes, hexadecimal
 * @param size   in bytes
 */
public record BidAttachment(String name, String sha256, long size) {

    /** Characters of the longest name. */
    public static final int MAXIMUM_NAME = 200;

    /** Bytes of the largest file. */
    public static final long MAXIMUM_BYTES = 64L * 1024 * 1024;

    /** Bytes of all files of a bid together: one request brings them. */
    public static final long MAXIMUM_BYTES_TOGETHER = 256L * 1024 * 1024;

    public BidAttachment {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256, hexadecimal");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a size is not negative");
        }
    }
}
