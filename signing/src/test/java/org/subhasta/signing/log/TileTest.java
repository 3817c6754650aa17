package org.subhasta.signing.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    @ParameterizedTest
    @ValueSource(strings = {"0/000", "0/001", "1/999", "0/x001/000", "0/x001/x234/067",
            "7/000.p/1", "entries/x001/x234/067.p/255", "entries/000"})
    @DisplayName("a tile's path is read as it is written")
    void paths(String path) throws Malformed {
        assertEquals(path, Tile.parse(path).path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0/", "0/0", "0/00", "8/000", "63/000", "-1/000", "00/000",
            "0/1000", "0/x000/001", "0/001/000", "0/x001", "0/000.p/0", "0/000.p/256",
            "0/000.p/01", "0/000.p/", "0/000.p/1000", "0/000/", "/0/000", "0/000?x", "0/../000",
            "entries", "entries/x000/000",
            "0/x999/x999/x999/x999/x999/x999/x999/999"})
    @DisplayName("any other path is refused")
    void otherPaths(String path) {
        assertThrows(Malformed.class, () -> Tile.parse(path));
    }

    @Test
    @DisplayName("a tree of 70,000 leaves has the tiles that the standard counts")
    void ofTree() {
        assertEquals("0/272", Tile.ofTree(0, 272, 70_000).path());
        assertEquals("0/273.p/112", Tile.ofTree(0, 273, 70_000).path());
        assertEquals("1/000", Tile.ofTree(1, 0, 70_000).path());
        assertEquals("1/001.p/17", Tile.ofTree(1, 1, 70_000).path());
        assertEquals("2/000.p/1", Tile.ofTree(2, 0, 70_000).path());
        assertThrows(IllegalArgumentException.class, () -> Tile.ofTree(0, 274, 70_000));
        assertEquals(70_000, Tile.ofTree(0, 273, 70_000).neededSize());
        assertEquals(69_888, Tile.ofTree(1, 1, 70_000).neededSize());
    }

    @Test
    @DisplayName("proofs made from tiles alone prove the same")
    void proofsFromTiles() {
        int size = 1000;
        TestLog log = TestLog.of(size);
        List<Tile> fetched = new ArrayList<>();
        TileNodes tiles = new TileNodes(size, tile -> {
            fetched.add(tile);
            return log.tile(tile);
        });
        for (int index = 0; index < size; index += 37) {
            assertEquals(InclusionProof.of(index, size, log), InclusionProof.of(index, size, tiles));
            assertEquals(ConsistencyProof.of(index, size, log),
                    ConsistencyProof.of(index, size, tiles));
        }
        assertEquals(fetched.stream().distinct().toList(), fetched, "each tile once");
    }

    @Test
    @DisplayName("a tile of another length is refused")
    void shortTile() {
        TileNodes tiles = new TileNodes(10, tile -> new byte[31]);
        assertThrows(IllegalStateException.class, () -> InclusionProof.of(3, 10, tiles));
    }

    @Test
    @DisplayName("entries come out of a bundle as they went in")
    void bundles() throws Malformed {
        List<byte[]> entries = List.of(new byte[0], new byte[] {1, 2, 3}, new byte[0xffff]);
        List<byte[]> read = EntryBundle.decode(EntryBundle.encode(entries));
        assertEquals(3, read.size());
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(entries.get(i), read.get(i));
        }
        assertThrows(IllegalArgumentException.class,
                () -> EntryBundle.encode(List.of(new byte[0x10000])));
        assertThrows(Malformed.class, () -> EntryBundle.decode(new byte[] {0}));
        assertThrows(Malformed.class, () -> EntryBundle.decode(new byte[] {0, 2, 1}));
    }
}
