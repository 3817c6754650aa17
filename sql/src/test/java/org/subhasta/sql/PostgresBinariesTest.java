package org.subhasta.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    @Test
    void twoThreadsAtOnceBothFindTheProgramsWhole(@TempDir Path folder) throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<PostgresBinaries> one = both.submit(() -> PostgresBinaries.unpack(folder));
            Future<PostgresBinaries> other = both.submit(() -> PostgresBinaries.unpack(folder));
            assertTrue(Files.isExecutable(one.get().program("initdb")));
            assertTrue(Files.isExecutable(other.get().program("postgres")));
        }
    }

    @Test
    void twoProcessesAtOnceBothFindTheProgramsWhole(@TempDir Path folder) throws Exception {
        Process one = unpackElsewhere(folder);
        Process other = unpackElsewhere(folder);
        assertEquals(0, one.waitFor());
        assertEquals(0, other.waitFor());
        assertTrue(Files.isExecutable(new PostgresBinaries(folder).program("postgres")));
    }

    private static Process unpackElsewhere(Path folder) throws Exception {
        return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), Elsewhere.class.getName(),
                folder.toString()).inheritIO().start();
    }

    /** What another process does. */
    static final class Elsewhere {
        public static void main(String[] folder) throws Exception {
            PostgresBinaries.unpack(Path.of(folder[0]));
        }
    }
}
