package org.subhasta.signing.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of up to 256 consecutive hashes at a height that is a multiple of 8, or the entries under
 * such a run of leaves: the pieces in which a log is published (C2SP tlog-tiles).
 *
 * @param level 0 to 7, where 0 are the leaves; {@link #ENTRIES} for the entries themselves
 * @param index which one of the level, from 0
 * @param width how many hashes it has: 256, fewer at the right edge
 */
public record Tile(int level, long index, int width) {

    /** How many hashes a full tile has. */
    public static final int FULL = 256;

    /** The level of the tiles that hold entries instead of hashes. */
    public static final int ENTRIES = -1;

    /** Levels of the tree between two levels of tiles. */
    static final int HEIGHT = 8;

    private static final int HIGHEST = 7;
    private static final Pattern PATH = Pattern.compile(
            "(entries|[0-7])/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > HIGHEST || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile " + level + "/" + index + "/" + width);
        }
    }

    /**
     * Reads what follows {@code tile/} in an address.
     *
     * @throws Malformed where it is written in another way than {@link #path} writes it
     */
    public static Tile parse(String path) throws Malformed {
        Matcher match = PATH.matcher(path);
        if (!match.matches()) {
            throw new Malformed("not the path of a tile");
        }
        int level = match.group(1).equals("entries") ? ENTRIES : Integer.parseInt(match.group(1));
        long index = Long.parseLong(match.group(2).replaceAll("[x/]", ""));
        int width = match.group(3) == null ? FULL : Integer.parseInt(match.group(3));
        if (width > FULL || match.group(3) != null && width == FULL) {
            throw new Malformed("a partial tile has 1 to 255 hashes");
        }
        Tile tile = new Tile(level, index, width);
        if (!tile.path().equals(path)) {
            throw new Malformed("not the one way to write this tile's path");
        }
        return tile;
    }

    /** The tile that holds a node, as wide as it is in a tree of this size. */
    static Tile holding(Node node, long size) {
        int level = node.level() / HEIGHT;
        // A node between two levels of tiles is computed from its leftmost hash in the tile below.
        long first = node.index() << node.level() % HEIGHT;
        return ofTree(level, first / FULL, size);
    }

    /** The tile as it is in a tree of this size: full, or as wide as the tree goes. */
    public static Tile ofTree(int level, long index, long size) {
        long hashes = size >> HEIGHT * Math.max(level, 0);
        long width = Math.min(FULL, hashes - index * FULL);
        return new Tile(level, index, (int) width);
    }

    /** Such as {@code 0/x001/x234/067.p/5}: what follows {@code tile/} in its address. */
    public String path() {
        StringBuilder path = new StringBuilder(String.format("%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format("x%03d/", rest % 1000));
        }
        path.insert(0, level == ENTRIES ? "entries/" : level + "/");
        return isFull() ? path.toString() : path + ".p/" + width;
    }

    /** A full tile never changes and may be kept for ever; so may a partial one under its path. */
    public boolean isFull() {
        return width == FULL;
    }

    /** The nodes whose hashes it holds; of a tile of entries, those of their leaves. */
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            nodes.add(new Node(HEIGHT * Math.max(level, 0), index * FULL + i));
        }
        return nodes;
    }

    /** The smallest size of a tree that has the whole of it. */
    public long neededSize() {
        return index * FULL + width << HEIGHT * Math.max(level, 0);
    }
}
