package org.subhasta.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Everything a run writes, locked for one launcher. The lock belongs to the process, so that a
 * killed launcher leaves none behind.
 */
final class DataFolder implements AutoCloseable {

    private static final long NEEDED_BYTES = 500L * 1024 * 1024;
    private static final int SECRET_BYTES = 24;

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Makes the folder if it is missing and locks it. */
    static DataFolder open(Path folder) throws CannotRun {
        try {
            for (String part : new String[] {
                    "", "log", "keys", "trust", "witnesses", "secrets", "server"}) {
                Files.createDirectories(folder.resolve(part));
            }
            privately(folder.resolve("secrets"), "rwx------");
            privately(folder.resolve("keys"), "rwx------");
            checkSpace(folder, folder.toFile().getUsableSpace());
            FileChannel lock = FileChannel.open(folder.resolve("lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(lock)) {
                lock.close();
                throw new CannotRun("Another copy of Subhasta is running on " + folder
                        + ": stop it with ./subhasta stop --data " + folder
                        + " or name another folder with --data.");
            }
            ProcessFile.write(folder.resolve("launcher.pid"), ProcessHandle.current().pid());
            return new DataFolder(folder, lock);
        } catch (IOException e) {
            throw new CannotRun("The data folder " + folder + " cannot be written ("
                    + reason(e) + "): make it writable for "
                    + System.getProperty("user.name") + " or name another with --data.", e);
        }
    }

    /** Judges whether what is left on the disk lets a run begin. */
    static void checkSpace(Path folder, long leftBytes) throws CannotRun {
        if (leftBytes < NEEDED_BYTES) {
            throw new CannotRun("The disk of " + folder + " has less than 500 MB left: free"
                    + " some or name a folder elsewhere with --data.");
        }
    }

    /** The process that holds the folder, if there is one; used to stop it. */
    static Optional<ProcessHandle> holder(Path folder) throws CannotRun, IOException {
        Path file = folder.resolve("lock");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel lock = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (tryLock(lock)) {
                return Optional.empty();
            }
        }
        Optional<ProcessHandle> holder = ProcessFile.read(folder.resolve("launcher.pid"));
        if (holder.isEmpty()) {
            throw new CannotRun("A copy of Subhasta is running on " + folder + ", but its process"
                    + " is not named in launcher.pid there: end it with kill.");
        }
        return holder;
    }

    Path path() {
        return folder;
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** A random password that stays the same between runs, readable by this user only. */
    String secret(String name) throws IOException {
        Path file = folder.resolve("secrets").resolve(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            writePrivately(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }

    /** Writes a file that only this user reads. */
    void writePrivately(Path file, String text) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), "draft", null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve("launcher.pid"));
        lock.close();
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void privately(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String reason(IOException e) {
        return e.getMessage() == null || e.getMessage().equals(e.toString())
                ? e.getClass().getSimpleName()
                : e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }
}
