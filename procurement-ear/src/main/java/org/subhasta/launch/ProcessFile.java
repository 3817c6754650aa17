package org.subhasta.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A file with the number of a process, so that a later launcher finds it. */
final class ProcessFile {

    private ProcessFile() {
    }

    /** Writes the number whole or not at all. The caller holds the data folder. */
    static void write(Path file, long pid) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(draft, Long.toString(pid));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The process that the file names, if it lives. Whatever is no number names none: a power cut
     * may leave any file empty, and no later start may fail on that.
     */
    static Optional<ProcessHandle> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return ProcessHandle.of(Long.parseLong(
                    Files.readString(file, StandardCharsets.ISO_8859_1).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
