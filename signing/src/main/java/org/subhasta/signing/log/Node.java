package org.subhasta.signing.log;

/**
 * The place of a complete subtree, whose hash never changes once it is there: node {@code index} of
 * {@code level} covers the leaves from {@code index · 2^level} up to, not including,
 * {@code (index + 1) · 2^level}. Level 0 are the leaves.
 */
public record Node(int level, long index) {

    public Node {
        if (level < 0 || level > 62 || index < 0) {
            throw new IllegalArgumentException("no node " + level + "/" + index);
        }
    }
}
