package org.subhasta.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the files of a folder hold, read again when a name, a size or a time in it is another. What
 * cannot be read is left out with a warning in the log. Safe for many threads.
 */
final class WatchedFolder<T> implements Supplier<List<T>> {

    private static final System.Logger LOG = System.getLogger(WatchedFolder.class.getName());

    /** Reads one file. */
    interface Reader<T> {

        List<T> read(Path file) throws IOException;
    }

    private record State<T>(Map<Path, String> files, List<T> contents) {
    }

    private final Path folder;
    private final Set<String> endings;
    private final Reader<T> reader;
    private volatile State<T> state = new State<>(Map.of(), List.of());

    WatchedFolder(Path folder, Set<String> endings, Reader<T> reader) {
        this.folder = folder;
        this.endings = endings;
        this.reader = reader;
    }

    @Override
    public List<T> get() {
        Map<Path, String> files = files();
        State<T> known = state;
        if (!known.files().equals(files)) {
            // Two threads may read at once; both come to the same.
            known = new State<>(files, read(files.keySet()));
            state = known;
        }
        return known.contents();
    }

    private Map<Path, String> files() {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        Map<Path, String> found = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : (Iterable<Path>) entries::iterator) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if (endings.contains(name.substring(name.lastIndexOf('.') + 1))
                        && Files.isRegularFile(file)) {
                    found.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING,
                    folder + " cannot be read: nobody in it is trusted", e);
            return Map.of();
        }
        return found;
    }

    private List<T> read(Set<Path> files) {
        List<T> contents = new ArrayList<>();
        for (Path file : files) {
            try {
                contents.addAll(reader.read(file));
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING,
                        file + " holds nothing that can be read: left out (" + e.getMessage()
                                + ")");
            }
        }
        return List.copyOf(contents);
    }
}
