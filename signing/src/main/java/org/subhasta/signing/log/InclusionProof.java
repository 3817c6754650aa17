package org.subhasta.signing.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves that a leaf stands at a place in a tree (a Merkle audit path, RFC 6962, 2.1.1).
 *
 * @param index the leaf's place, from 0
 * @param size  how many leaves the tree has
 * @param path  the sibling hashes from the leaf up to below the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * Makes the proof from stored nodes, read at once.
     *
     * @throws IllegalArgumentException where a tree of this size has no such leaf
     */
    public static InclusionProof of(long index, long size, Nodes store) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Range> siblings = new ArrayList<>();
        Range range = new Range(0, size);
        while (range.length() > 1) {
            Range left = new Range(range.from(), range.split());
            Range right = new Range(range.split(), range.to());
            boolean isLeft = index < range.split();
            siblings.addFirst(isLeft ? right : left);
            range = isLeft ? left : right;
        }
        return new InclusionProof(index, size, Range.hashes(siblings, store));
    }

    /** Whether the leaf with this hash is proved to be in the tree with this root. */
    public boolean proves(Hash leaf, Hash root) {
        return root(leaf).filter(root::equals).isPresent();
    }

    /** The root that the path leads to; empty where it is longer or shorter than it must be. */
    public Optional<Hash> root(Hash leaf) {
        // RFC 9162, 2.1.3.2, in its words: fn and sn.
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        long fn = index;
        long sn = size - 1;
        Hash r = leaf;
        for (Hash p : path) {
            if (sn == 0) {
                return Optional.empty();
            }
            if (fn % 2 == 1 || fn == sn) {
                r = Hash.ofChildren(p, r);
                while (fn % 2 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = Hash.ofChildren(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 ? Optional.of(r) : Optional.empty();
    }
}
