package org.subhasta.signing.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The nodes of somebody else's log, read from its tiles. Each tile is fetched once. Nothing here is
 * believed: see {@link Nodes#read}.
 */
public final class TileNodes implements Nodes {

    private final long size;
    private final Function<Tile, byte[]> fetch;
    private final Map<Tile, List<Hash>> tiles = new HashMap<>();

    /**
     * @param size  of a tree the log has signed, which says how wide its tiles are
     * @param fetch gives the bytes of a tile
     */
    public TileNodes(long size, Function<Tile, byte[]> fetch) {
        this.size = size;
        this.fetch = fetch;
    }

    @Override
    public List<Hash> read(List<Node> nodes) {
        return nodes.stream().map(this::node).toList();
    }

    private Hash node(Node node) {
        Tile tile = Tile.holding(node, size);
        int count = 1 << node.level() % Tile.HEIGHT;
        int first = (int) (node.index() * count % Tile.FULL);
        List<Hash> row = tiles.computeIfAbsent(tile, this::hashes).subList(first, first + count);
        while (row.size() > 1) {
            List<Hash> above = new ArrayList<>();
            for (int i = 0; i < row.size(); i += 2) {
                above.add(Hash.ofChildren(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.getFirst();
    }

    private List<Hash> hashes(Tile tile) {
        byte[] bytes = fetch.apply(tile);
        if (bytes.length != tile.width() * Hash.BYTES) {
            throw new IllegalStateException("tile " + tile.path() + " has " + bytes.length
                    + " bytes instead of " + tile.width() * Hash.BYTES);
        }
        List<Hash> hashes = new ArrayList<>();
        for (int i = 0; i < tile.width(); i++) {
            hashes.add(Hash.of(
                    Arrays.copyOfRange(bytes, i * Hash.BYTES, (i + 1) * Hash.BYTES)));
        }
        return hashes;
    }
}
