package org.subhasta.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file that names a process")
class ProcessFileTest {

    @TempDir
    Path folder;

    @Test
    void namesTheProcessAndLeavesNothingBesides() throws Exception {
        Path file = folder.resolve("server.pid");
        Files.writeString(file, "an older one");
        ProcessFile.write(file, ProcessHandle.current().pid());
        assertEquals(Optional.of(ProcessHandle.current()), ProcessFile.read(file));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(List.of(file), all.toList());
        }
    }

    @Test
    void namesNoneWhereItIsMissingEmptyOrNoNumber() throws Exception {
        Path file = folder.resolve("server.pid");
        assertEquals(Optional.empty(), ProcessFile.read(file));
        for (byte[] content : new byte[][] {{}, {0, 0, 0, 0}, {'x'}, {(byte) 0xff}}) {
            Files.write(file, content);
            assertEquals(Optional.empty(), ProcessFile.read(file));
        }
    }

    @Test
    void leftEmptyByAPowerCutKeepsNobodyFromStarting() throws Exception {
        try (DataFolder data = DataFolder.open(folder)) {
            Files.createFile(data.resolve("server.pid"));
            assertTrue(ApplicationServer.endOrphan(data));
            assertFalse(Files.exists(data.resolve("server.pid")));
        }
    }
}
