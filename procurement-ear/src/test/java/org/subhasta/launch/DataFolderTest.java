package org.subhasta.launch;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A data folder")
class DataFolderTest {

    private static final long ENOUGH = 500L * 1024 * 1024;

    @Test
    @DisplayName("on a full disk is refused before anything is written that would not fit")
    void space() {
        Path folder = Path.of("/srv/subhasta");
        CannotRun refusal = assertThrows(CannotRun.class,
                () -> DataFolder.checkSpace(folder, ENOUGH - 1));
        assertEquals("The disk of /srv/subhasta has less than 500 MB left: free some or name a"
                + " folder elsewhere with --data.", refusal.getMessage());
        assertDoesNotThrow(() -> DataFolder.checkSpace(folder, ENOUGH));
    }
}
