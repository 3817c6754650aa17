package org.subhasta.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The log files of a run. */
final class Logs {

    private Logs() {
    }

    /** Each run begins a log of its own; the one before stays beside it. */
    static void keepPrevious(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("previous-" + log.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
