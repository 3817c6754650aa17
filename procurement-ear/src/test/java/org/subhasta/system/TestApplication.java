package org.subhasta.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.subhasta.launch.ExtendedApplication;
import org.subhasta.system.clock.MovableClock;

/** The shipped application and one module more: the clock that tests can move. */
final class TestApplication {

    private TestApplication() {
    }

    /**
     * Makes it from the unpacked shipped application.
     *
     * @param shipped the folder that holds {@code subhasta.ear}
     * @param folder will hold {@code subhasta.ear} with the clock
     */
    static void make(Path shipped, Path folder) throws IOException {
        ExtendedApplication.make(
                shipped, folder, "test-clock.jar", List.of(MovableClock.class));
    }
}
