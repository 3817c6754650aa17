package org.subhasta.signing;

import java.util.Optional;

/**
 * Looks over untrusted DER (ITU-T X.690) before a parser sees it: in one pass, without recursion
 * and without copying, so that hostile input costs no more than its length.
 */
final class Der {

    /** A CMS signature as used here is some ten levels deep, its certificates included. */
    static final int MAXIMUM_DEPTH = 32;

    private static final int CONSTRUCTED = 0x20;
    private static final int LONG_TAG = 0x1f;

    private Der() {
    }

    /**
     * What is wrong with an encoding that must be one DER value and nothing after it; empty where
     * nothing is. Contents of primitive values are not looked into.
     */
    static Optional<String> problem(byte[] der, int maximumBytes) {
        if (der.length > maximumBytes) {
            return Optional.of("larger than " + maximumBytes + " bytes");
        }
        if (der.length == 0) {
            return Optional.of("empty");
        }
        // The end of each open constructed value; a value ends before what contains it does.
        int[] ends = new int[MAXIMUM_DEPTH];
        int depth = 0;
        int position = 0;
        int end = der.length;
        boolean first = true;
        while (position < end || depth > 0) {
            if (position == end) {
                depth--;
                end = depth == 0 ? der.length : ends[depth - 1];
                continue;
            }
            if (depth == 0 && !first) {
                return Optional.of((der.length - position) + " bytes follow the end of the DER");
            }
            first = false;
            int tag = der[position] & 0xff;
            if ((tag & LONG_TAG) == LONG_TAG) {
                return Optional.of("a tag number above 30 at byte " + position);
            }
            long header = length(der, position + 1, end);
            if (header < 0) {
                return Optional.of("no definite, shortest length at byte " + (position + 1));
            }
            int start = (int) (header >>> 32);
            int length = (int) header;
            if (length > end - start) {
                return Optional.of("a value longer than what contains it at byte " + position);
            }
            if ((tag & CONSTRUCTED) == 0) {
                position = start + length;
                continue;
            }
            if (depth == MAXIMUM_DEPTH) {
                return Optional.of("nested deeper than " + MAXIMUM_DEPTH + " levels");
            }
            ends[depth] = start + length;
            depth++;
            position = start;
            end = start + length;
        }
        return Optional.empty();
    }

    /**
     * How many bytes the DER value at the beginning takes, by its header alone; -1 where there is
     * no definite, shortest length or it reaches beyond the bytes given.
     */
    static int extent(byte[] der) {
        long header = der.length < 2 ? -1 : length(der, 1, der.length);
        if (header < 0 || (int) header > der.length - (int) (header >>> 32)) {
            return -1;
        }
        return (int) (header >>> 32) + (int) header;
    }

    /** Where the contents start (upper half) and how long they are (lower half), or -1. */
    private static long length(byte[] der, int position, int end) {
        if (position >= end) {
            return -1;
        }
        int first = der[position] & 0xff;
        if (first < 0x80) {
            return ((long) (position + 1) << 32) | first;
        }
        int octets = first & 0x7f;
        // 0x80 is the indefinite length, which DER does not have; four octets reach 2 GiB.
        if (octets == 0 || octets > 4 || octets > end - position - 1) {
            return -1;
        }
        long length = 0;
        for (int i = 1; i <= octets; i++) {
            length = (length << 8) | (der[position + i] & 0xff);
        }
        long shortest = octets == 1 ? 0x80 : 1L << (8 * (octets - 1));
        if (length < shortest || length > Integer.MAX_VALUE) {
            return -1;
        }
        return ((long) (position + 1 + octets) << 32) | length;
    }
}
