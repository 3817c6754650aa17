package org.subhasta.signing.log;

import java.util.ArrayList;
import java.util.List;

/** Leaves from, including, to, excluding, as RFC 6962 writes D[from:to]. */
record Range(long from, long to) {

    long length() {
        return to - from;
    }

    /** k of RFC 6962, 2.1: the largest power of two smaller than the length. */
    long split() {
        return from + Long.highestOneBit(length() - 1);
    }

    /** The complete subtrees that make it up, left to right, of falling height. */
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (long at = from; at < to; ) {
            long width = Long.highestOneBit(to - at);
            nodes.add(new Node(Long.numberOfTrailingZeros(width), at / width));
            at += width;
        }
        return nodes;
    }

    /** The hash of each range, with a single reading of the store. */
    static List<Hash> hashes(List<Range> ranges, Nodes store) {
        List<Node> wanted = ranges.stream().flatMap(range -> range.nodes().stream()).toList();
        List<Hash> read = store.read(wanted);
        if (read.size() != wanted.size()) {
            throw new IllegalStateException(
                    "asked for " + wanted.size() + " nodes and got " + read.size());
        }
        List<Hash> hashes = new ArrayList<>();
        int at = 0;
        for (Range range : ranges) {
            int count = range.nodes().size();
            hashes.add(Hash.fold(read.subList(at, at + count)));
            at += count;
        }
        return hashes;
    }
}
