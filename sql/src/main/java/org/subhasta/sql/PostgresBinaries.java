package org.subhasta.sql;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's own programs, from the archive that a Maven artifact brings.
 *
 * @param folder where {@code bin/postgres} is
 */
public record PostgresBinaries(Path folder) {

    private static final String DONE = ".unpacked";
    private static final String TURN = ".unpacking";

    /**
     * Unpacks the programs into the folder unless that was done before. Whoever comes while
     * another thread or process unpacks them waits until they are whole.
     */
    public static synchronized PostgresBinaries unpack(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel turn = FileChannel.open(folder.resolve(TURN),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            turn.lock();
            if (!Files.exists(folder.resolve(DONE))) {
                try (InputStream archive = archive()) {
                    unpackTo(folder, archive);
                }
                Files.createFile(folder.resolve(DONE));
            }
        }
        return new PostgresBinaries(folder);
    }

    /** Path of one program. */
    Path program(String name) {
        return folder.resolve("bin").resolve(name).toAbsolutePath();
    }

    private static InputStream archive() throws IOException {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = machine.equals("aarch64") || machine.equals("arm64")
                ? "/postgres-linux-arm_64.txz" : "/postgres-linux-x86_64.txz";
        InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new IOException("no PostgreSQL for this kind of machine (" + machine
                    + ") comes with Subhasta: set SUBHASTA_DB_URL to one of your own");
        }
        return archive;
    }

    private static void unpackTo(Path folder, InputStream archive) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null;
                    entry = tar.getNextEntry()) {
                Path target = root.resolve(entry.getName()).normalize();
                if (!target.startsWith(root)) {
                    throw new IOException("the archive names a path outside: " + entry.getName());
                }
                write(tar, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target,
                    PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
