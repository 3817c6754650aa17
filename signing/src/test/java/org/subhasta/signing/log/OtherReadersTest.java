package org.subhasta.signing.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import dev.sigstore.rekor.client.RekorEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.signing.Tool;

/**
 * Our log read by programs nobody here wrote: sigstore-java, and the checksum database of Go
 * (golang.org/x/mod/sumdb), from which the formats of C2SP come.
 */
class OtherReadersTest {

    private static final Path LIBRARIES = Path.of("/usr/share/gocode");
    private static final Path LIBRARY = LIBRARIES.resolve("src/golang.org/x/mod/sumdb");
    private static final int SIZE = 70_000;
    private static final int OLD = 65_793;
    private static final List<Integer> ENTRIES = List.of(0, 1, 255, 256, 65_535, 65_536, 69_999);

    private final VerifierKey key = TestLog.KEY.verifier();

    @Test
    @DisplayName("sigstore-java reads our checkpoint and follows our inclusion proofs")
    void sigstore() throws Exception {
        TestLog log = TestLog.of(1000);
        RekorEntry.Checkpoint head = Checkpoints.from(log.head(1000).toString());
        assertEquals(key.name(), head.getOrigin());
        assertEquals(1000, head.getSize());
        assertEquals(log.root(1000).base64(), head.getBase64Hash());
        assertArrayEquals(ByteBuffer.allocate(4).putInt(key.keyId()).array(),
                head.getSignatures().getFirst().getKeyHint());
        byte[] root = log.root(1000).bytes();
        for (int index = 0; index < 1000; index += 13) {
            List<byte[]> path = InclusionProof.of(index, 1000, log).path().stream()
                    .map(Hash::bytes).toList();
            byte[] leaf = Hash.ofLeaf(log.leaves.get(index)).bytes();
            InclusionProofVerifier.verify(leaf, index, 1000, path, root);
            int other = index + 1;
            assertThrows(InclusionProofVerificationException.class,
                    () -> InclusionProofVerifier.verify(leaf, other, 1000, path, root));
        }
    }

    @Test
    @DisplayName("Go's checksum database reads our checkpoints and tiles, and follows our proofs of "
            + "inclusion and consistency; a single changed byte it refuses")
    void go(@TempDir Path folder) throws Exception {
        Tool.run(folder, "go", "version");
        Assumptions.assumeTrue(Files.isDirectory(LIBRARY),
                "SKIPPED: golang-golang-x-mod-dev is not installed");
        TestLog log = TestLog.of(SIZE);
        publish(log, folder);
        Path old = folder.resolve("old");
        Files.writeString(old, log.head(OLD).toString());

        Path reader = folder.resolve("reader");
        goTool(folder, "go", "build", "-o", reader.toString(),
                Path.of("src/test/go/reader.go").toAbsolutePath().toString()).succeeded();
        String told = Tool.run(folder, reader.toString(), folder.toString(), key.toString(),
                old.toString()).succeeded().output();
        assertEquals(ENTRIES.size() + " entries of " + SIZE + ", continuing " + OLD + "\n", told);

        for (String file : List.of("checkpoint", "old", "tile/0/273.p/112", "tile/1/001.p/17",
                "tile/2/000.p/1", "entries/256", "inclusion/256", "consistency/" + OLD)) {
            Path changed = folder.resolve(file);
            byte[] right = Files.readAllBytes(changed);
            Files.write(changed, TestLog.flipped(right, right.length / 2, 1));
            Tool refused = Tool.run(folder, reader.toString(), folder.toString(), key.toString(),
                    old.toString());
            assertTrue(refused.status() == 1 && refused.output().startsWith("REFUSED"),
                    file + ": " + refused.output());
            Files.write(changed, right);
        }
    }

    /** Debian's library lies where Go looked before modules, so that nothing is downloaded. */
    private static Tool goTool(Path folder, String... command) throws Exception {
        return Tool.run(folder, Stream.concat(
                List.of("env", "GO111MODULE=off", "GOPATH=" + LIBRARIES, "GOFLAGS=",
                        "GOCACHE=" + folder.resolve("cache")).stream(),
                List.of(command).stream()).toArray(String[]::new));
    }

    private static void publish(TestLog log, Path folder) throws IOException {
        write(folder, "checkpoint", log.head(SIZE).toString().getBytes());
        for (int level = 0; level <= 2; level++) {
            for (long index = 0; index * Tile.FULL < SIZE >> 8 * level; index++) {
                Tile tile = Tile.ofTree(level, index, SIZE);
                write(folder, "tile/" + tile.path(), log.tile(tile));
            }
        }
        for (int index : ENTRIES) {
            write(folder, "entries/" + index, log.leaves.get(index));
            write(folder, "inclusion/" + index, lines(InclusionProof.of(index, SIZE, log).path()));
        }
        write(folder, "consistency/" + OLD, lines(ConsistencyProof.of(OLD, SIZE, log).path()));
    }

    private static byte[] lines(List<Hash> path) {
        return path.stream().map(Hash::base64).collect(Collectors.joining("\n")).getBytes();
    }

    private static void write(Path folder, String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
