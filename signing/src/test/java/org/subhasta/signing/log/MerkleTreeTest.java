package org.subhasta.signing.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final int SIZES = 130;

    private final TestLog log = TestLog.of(SIZES);

    /** The leaves of the certificate transparency project's own tests; roots by the definition. */
    @Test
    @DisplayName("roots are those of RFC 6962")
    void vectors() throws Malformed {
        List<String> leaves = List.of("", "00", "10", "2021", "3031", "40414243",
                "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        List<String> roots = List.of(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        Frontier tree = Frontier.empty();
        assertEquals(Hash.hex(roots.getFirst()), tree.root());
        for (int i = 0; i < leaves.size(); i++) {
            tree.append(Hash.ofLeaf(HexFormat.of().parseHex(leaves.get(i))));
            assertEquals(Hash.hex(roots.get(i + 1)), tree.root(), "of " + (i + 1) + " leaves");
        }
    }

    @Test
    @DisplayName("a tree grown leaf by leaf has the root of the definition, at every size")
    void grows() {
        Frontier tree = Frontier.empty();
        for (int size = 1; size <= SIZES; size++) {
            tree.append(Hash.ofLeaf(log.leaves.get(size - 1)));
            assertEquals(log.root(size), tree.root());
            assertEquals(log.root(size), Frontier.of(size, log).root(), "from stored nodes");
            assertEquals(size, tree.size());
        }
    }

    @Test
    @DisplayName("every leaf of every tree is proved to be in it, and in no other place")
    void inclusion() {
        for (int size = 1; size <= SIZES; size++) {
            Hash root = log.root(size);
            for (int index = 0; index < size; index++) {
                InclusionProof proof = InclusionProof.of(index, size, log);
                Hash leaf = Hash.ofLeaf(log.leaves.get(index));
                assertTrue(proof.proves(leaf, root), index + " of " + size);
                if (size > 1) {
                    int other = (index + 1) % size;
                    assertFalse(new InclusionProof(other, size, proof.path()).proves(leaf, root));
                    assertFalse(proof.proves(Hash.ofLeaf(log.leaves.get(other)), root));
                }
                assertTrue(proof.path().size() <= 8, "two to the power of 8 is above 130");
            }
        }
    }

    @Test
    @DisplayName("every tree is proved to continue each smaller one, and no other")
    void consistency() {
        TestLog other = TestLog.of(SIZES, "other ");
        for (int to = 0; to <= SIZES; to++) {
            for (int from = 0; from <= to; from++) {
                ConsistencyProof proof = ConsistencyProof.of(from, to, log);
                assertTrue(proof.proves(log.root(from), log.root(to)), from + " to " + to);
                if (from > 0) {
                    assertFalse(proof.proves(other.root(from), log.root(to)));
                    assertFalse(proof.proves(log.root(from), other.root(to)));
                    assertFalse(proof.proves(other.root(from), other.root(to)) && from < to);
                }
            }
        }
    }

    @Test
    @DisplayName("nothing is taken for the beginning of a log but nothing")
    void fromNothing() {
        ConsistencyProof proof = ConsistencyProof.of(0, 5, log);
        assertTrue(proof.proves(Hash.EMPTY, log.root(5)));
        assertFalse(proof.proves(log.root(1), log.root(5)));
        assertFalse(new ConsistencyProof(0, 0, List.of()).proves(Hash.EMPTY, log.root(5)));
    }

    @Test
    @DisplayName("a path with a hash changed, left out, doubled or added proves nothing")
    void tamperedPaths() {
        for (int size : List.of(2, 3, 7, 8, 9, 100, 127, 128, 129)) {
            Hash root = log.root(size);
            for (int index : List.of(0, 1, size / 2, size - 1)) {
                InclusionProof proof = InclusionProof.of(index, size, log);
                Hash leaf = Hash.ofLeaf(log.leaves.get(index));
                for (List<Hash> path : tampered(proof.path())) {
                    assertFalse(new InclusionProof(index, size, path).proves(leaf, root));
                }
                int from = Math.max(1, index);
                if (from < size) {
                    ConsistencyProof way = ConsistencyProof.of(from, size, log);
                    for (List<Hash> path : tampered(way.path())) {
                        assertFalse(new ConsistencyProof(from, size, path)
                                .proves(log.root(from), root));
                    }
                }
            }
        }
    }

    private static List<List<Hash>> tampered(List<Hash> path) {
        List<List<Hash>> all = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<Hash> changed = new ArrayList<>(path);
            changed.set(i, Hash.of(TestLog.flipped(path.get(i).bytes(), i, 1)));
            all.add(changed);
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(i);
            all.add(shorter);
            List<Hash> longer = new ArrayList<>(path);
            longer.add(i, path.get(i));
            all.add(longer);
        }
        List<Hash> more = new ArrayList<>(path);
        more.add(Hash.EMPTY);
        all.add(more);
        return all;
    }

    @Test
    @DisplayName("proofs of sizes and places that are not there are refused")
    void outside() {
        assertThrows(IllegalArgumentException.class, () -> InclusionProof.of(5, 5, log));
        assertThrows(IllegalArgumentException.class, () -> ConsistencyProof.of(6, 5, log));
        Hash leaf = Hash.ofLeaf(log.leaves.getFirst());
        assertFalse(new InclusionProof(1, 1, List.of()).proves(leaf, leaf));
        assertFalse(new InclusionProof(-1, 1, List.of()).proves(leaf, leaf));
        assertFalse(new ConsistencyProof(6, 5, List.of()).proves(log.root(5), log.root(5)));
        assertFalse(new ConsistencyProof(-1, 5, List.of()).proves(log.root(5), log.root(5)));
        assertFalse(new ConsistencyProof(3, 5, List.of()).proves(log.root(5), log.root(5)));
    }

    @Test
    @DisplayName("a proof reads no more nodes than twice the height of the tree")
    void fewReads() {
        TestLog large = TestLog.of(10_000);
        for (int index = 0; index < 10_000; index += 777) {
            int[] read = {0};
            Nodes counted = nodes -> {
                read[0] += nodes.size();
                return large.read(nodes);
            };
            InclusionProof.of(index, 10_000, counted);
            assertTrue(read[0] <= 2 * 14, read[0] + " nodes for leaf " + index);
        }
    }
}
