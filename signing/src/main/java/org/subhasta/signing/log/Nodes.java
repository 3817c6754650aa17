package org.subhasta.signing.log;

import java.util.List;

/**
 * Where hashes of complete subtrees are kept: a table, a set of tiles behind a URL, a map. A proof
 * asks once for all the nodes it needs, about two for each doubling of the tree.
 */
@FunctionalInterface
public interface Nodes {

    /**
     * The hashes of these nodes, in their order. What a store gives is not believed: whoever makes
     * a proof from nodes of others checks it against roots that are signed.
     *
     * @throws java.io.UncheckedIOException where they cannot be had
     */
    List<Hash> read(List<Node> nodes);
}
