package org.subhasta.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code verify-db} was asked for, and what it cannot look at. */
class VerifyDatabaseTest {

    @TempDir
    private Path home;

    private static String refused(VerifyDatabase asked) {
        return assertThrows(CannotRun.class, () -> asked.run(null, System.out)).getMessage();
    }

    @Test
    void theKeyIsThatOfTheDataFolderUnlessAnotherIsNamed() throws Exception {
        assertEquals(new VerifyDatabase(home.resolve("var"), home.resolve("var/trust/log.vkey")),
                VerifyDatabase.parse(List.of(), home));
        assertEquals(new VerifyDatabase(Path.of("/elsewhere"), Path.of("kept.vkey")),
                VerifyDatabase.parse(
                        List.of("--trust", "kept.vkey", "--data", "/elsewhere"), home));
    }

    @Test
    void otherOptionsAreRefused() {
        assertThrows(CannotRun.class, () -> VerifyDatabase.parse(List.of("--port", "1"), home));
        assertThrows(CannotRun.class, () -> VerifyDatabase.parse(List.of("--data"), home));
    }

    @Test
    void aKeyThatIsNoneIsNamed() throws Exception {
        Path key = Files.writeString(home.resolve("log.vkey"), "not a key\n");
        assertTrue(refused(new VerifyDatabase(home, key))
                .startsWith(key + " is not the verifier key of a log"));
        assertTrue(refused(new VerifyDatabase(home, home.resolve("none")))
                .startsWith(home.resolve("none") + " is not the verifier key of a log"));
    }

    @Test
    void aFolderWithoutADatabaseIsNamed() throws Exception {
        try (DataFolder folder = DataFolder.open(home)) {
            KeyFiles.prepare(folder.path(), false);
        }
        assertEquals("There is no database in " + home
                + ": name the data folder of a platform with --data.",
                refused(VerifyDatabase.parse(List.of("--data", home.toString()), home)));
    }
}
