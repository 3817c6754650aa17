package org.subhasta.signing.log;

import java.util.ArrayList;
import java.util.List;

/**
 * Proves that a tree is an earlier one with leaves appended, and nothing else (RFC 6962, 2.1.2).
 *
 * @param from the earlier size, from 0
 * @param to   the later size, at least {@code from}
 * @param path the hashes, in the order of the standard; none from 0 or between equal sizes
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Makes the proof from stored nodes, read at once.
     *
     * @throws IllegalArgumentException where the later tree is smaller
     */
    public static ConsistencyProof of(long from, long to, Nodes store) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("no way from " + from + " to " + to + " leaves");
        }
        List<Range> ranges = new ArrayList<>();
        if (from > 0) {
            subproof(from, new Range(0, to), true, ranges);
        }
        return new ConsistencyProof(from, to, Range.hashes(ranges, store));
    }

    /** SUBPROOF of RFC 6962, 2.1.2. */
    private static void subproof(long from, Range range, boolean known, List<Range> into) {
        if (from == range.to()) {
            if (!known) {
                into.add(range);
            }
        } else if (from <= range.split()) {
            subproof(from, new Range(range.from(), range.split()), known, into);
            into.add(new Range(range.split(), range.to()));
        } else {
            subproof(from, new Range(range.split(), range.to()), false, into);
            into.add(new Range(range.from(), range.split()));
        }
    }

    /** Whether the tree with the later root is proved to begin with that of the earlier one. */
    public boolean proves(Hash fromRoot, Hash toRoot) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == 0) {
            // Everything begins with nothing; but the earlier root has to be that of nothing.
            return path.isEmpty() && fromRoot.equals(Hash.EMPTY)
                    && (to > 0 || toRoot.equals(Hash.EMPTY));
        }
        if (from == to) {
            return path.isEmpty() && fromRoot.equals(toRoot);
        }
        return walk(fromRoot, toRoot);
    }

    /** RFC 9162, 2.1.4.2, in its words: fn, sn, fr, sr. */
    private boolean walk(Hash fromRoot, Hash toRoot) {
        List<Hash> hashes = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            hashes.addFirst(fromRoot);
        }
        if (hashes.isEmpty()) {
            return false;
        }
        int shift = Long.numberOfTrailingZeros(~(from - 1));
        long fn = from - 1 >> shift;
        long sn = to - 1 >> shift;
        Hash fr = hashes.getFirst();
        Hash sr = fr;
        for (Hash c : hashes.subList(1, hashes.size())) {
            if (sn == 0) {
                return false;
            }
            if (fn % 2 == 1 || fn == sn) {
                fr = Hash.ofChildren(c, fr);
                sr = Hash.ofChildren(c, sr);
                while (fn % 2 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = Hash.ofChildren(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && fr.equals(fromRoot) && sr.equals(toRoot);
    }
}
