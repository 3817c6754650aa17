package org.subhasta.signing.log;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log in memory, grown as the platform grows its own, with the definitions to compare with. */
final class TestLog implements Nodes {

    static final SignerKey KEY =
            SignerKey.generate("log.example.org/test", KeyKind.LOG, new SecureRandom());

    final List<byte[]> leaves = new ArrayList<>();
    final Map<Node, Hash> nodes = new HashMap<>();
    final Frontier frontier = Frontier.empty();

    static TestLog of(int size) {
        return of(size, "entry ");
    }

    static TestLog of(int size, String prefix) {
        TestLog log = new TestLog();
        for (int i = 0; i < size; i++) {
            log.append((prefix + i).getBytes(StandardCharsets.UTF_8));
        }
        return log;
    }

    void append(byte[] leaf) {
        leaves.add(leaf);
        frontier.append(Hash.ofLeaf(leaf))
                .forEach(grown -> nodes.put(grown.node(), grown.hash()));
    }

    @Override
    public List<Hash> read(List<Node> wanted) {
        return wanted.stream().map(nodes::get).toList();
    }

    Hash root(int size) {
        return root(leaves.subList(0, size));
    }

    /** MTH as RFC 6962, 2.1 defines it, word by word and slowly. */
    static Hash root(List<byte[]> d) {
        if (d.isEmpty()) {
            return Hash.EMPTY;
        }
        if (d.size() == 1) {
            return Hash.ofLeaf(d.getFirst());
        }
        int k = 1;
        while (k * 2 < d.size()) {
            k *= 2;
        }
        return Hash.ofChildren(root(d.subList(0, k)), root(d.subList(k, d.size())));
    }

    SignedNote head(int size) {
        return KEY.sign(new Checkpoint(KEY.verifier().name(), size, root(size)).text());
    }

    LogProof proof(int index, int size) {
        return new LogProof(leaves.get(index), index,
                InclusionProof.of(index, size, this).path(), head(size));
    }

    byte[] tile(Tile tile) {
        if (tile.level() == Tile.ENTRIES) {
            int first = (int) tile.index() * Tile.FULL;
            return EntryBundle.encode(leaves.subList(first, first + tile.width()));
        }
        byte[] bytes = new byte[tile.width() * Hash.BYTES];
        List<Hash> hashes = read(tile.nodes());
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).bytes(), 0, bytes, i * Hash.BYTES, Hash.BYTES);
        }
        return bytes;
    }

    static byte[] flipped(byte[] bytes, int at, int mask) {
        byte[] changed = Arrays.copyOf(bytes, bytes.length);
        changed[at] ^= (byte) mask;
        return changed;
    }
}
