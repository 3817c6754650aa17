package org.subhasta.signing.log;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: all that is needed to append to it and to know its root. Holds
 * at most one hash for each doubling of the size. Belongs to one thread.
 */
public final class Frontier {

    /** A complete subtree that an append has brought about. */
    public record Grown(Node node, Hash hash) {
    }

    private final List<Hash> subtrees;
    private long size;

    private Frontier(long size, List<Hash> subtrees) {
        this.size = size;
        this.subtrees = new ArrayList<>(subtrees);
    }

    /** Of a tree without leaves. */
    public static Frontier empty() {
        return new Frontier(0, List.of());
    }

    /** Of the first {@code size} leaves of a stored tree. */
    public static Frontier of(long size, Nodes store) {
        return new Frontier(size, size == 0 ? List.of() : store.read(new Range(0, size).nodes()));
    }

    /**
     * Appends a leaf.
     *
     * @return the nodes that are complete by it, the leaf's own (level 0) first: what a store of
     *         {@link Nodes} has to keep
     */
    public List<Grown> append(Hash leaf) {
        List<Grown> grown = new ArrayList<>();
        Node node = new Node(0, size);
        Hash hash = leaf;
        grown.add(new Grown(node, hash));
        while (node.index() % 2 == 1) {
            hash = Hash.ofChildren(subtrees.removeLast(), hash);
            node = new Node(node.level() + 1, node.index() / 2);
            grown.add(new Grown(node, hash));
        }
        subtrees.add(hash);
        size++;
        return grown;
    }

    public long size() {
        return size;
    }

    /** The Merkle tree hash of all leaves so far (RFC 6962, 2.1). */
    public Hash root() {
        return Hash.fold(subtrees);
    }
}
