package org.subhasta.sql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The PostgreSQL of the default run: a real server whose data stay between runs, reached over
 * loopback only, with passwords. It is not durable by wish but by configuration: the three settings
 * that keep a committed bid on the disk are given on its command line, where no file undoes them.
 */
public final class LocalPostgres implements AutoCloseable {

    /** The role that owns the tables. */
    public static final String OWNER = "subhasta_owner";

    private static final String DATABASE = "subhasta";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path data;
    private final Credentials owner;

    private LocalPostgres(Process process, Path data, Credentials owner) {
        this.process = process;
        this.data = data;
        this.owner = owner;
    }

    /**
     * Starts the server, making its data folder first if there is none. A server that a killed
     * launcher left behind on the same folder is stopped; the caller holds the lock that makes sure
     * no living launcher is using it.
     *
     * @param binaries the programs
     * @param data the data folder, made when missing
     * @param log where the server writes its log
     * @param password the owner's password, kept by the caller between runs
     */
    public static LocalPostgres start(
            PostgresBinaries binaries, Path data, Path log, String password)
            throws IOException, DatabaseUnusable {
        stopOrphan(data);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(binaries, data, log, password);
        }
        checkVersion(data);
        int port = freePort();
        Process process = launch(binaries, data, log, port);
        awaitReady(process, data, log);
        Credentials server = new Credentials(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", OWNER, password);
        LocalPostgres started = new LocalPostgres(process, data, owner(port, password));
        try {
            createDatabase(server);
        } catch (SQLException e) {
            started.close();
            throw new DatabaseUnusable("The PostgreSQL server in " + data + " does not let its"
                    + " owner in (" + e.getMessage() + "): its password file and its data do not"
                    + " belong together.", e);
        }
        return started;
    }

    /**
     * How the owner reaches the server that runs on a data folder already; empty where none is
     * ready there.
     *
     * @param password the owner's, as given to {@link #start}
     */
    public static Optional<Credentials> running(Path data, String password) throws IOException {
        List<String> lines = pidFile(data);
        return lines.isEmpty() || !isReady(data, Long.parseLong(lines.getFirst().strip()))
                ? Optional.empty()
                : Optional.of(owner(Integer.parseInt(lines.get(3).strip()), password));
    }

    private static Credentials owner(int port, String password) {
        return new Credentials(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, OWNER, password);
    }

    /** How the owner reaches it. */
    public Credentials owner() {
        return owner;
    }

    /** The server's process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Stops the server: open transactions are rolled back, what was committed is on the disk. */
    @Override
    public void close() {
        stop(process.toHandle(), data);
    }

    private static void initialise(
            PostgresBinaries binaries, Path data, Path log, String password)
            throws IOException, DatabaseUnusable {
        // Made beside its place and moved there when complete: an interruption leaves no half.
        Path draft = data.resolveSibling(data.getFileName() + ".new");
        deleteTree(draft);
        Path passwordFile = Files.createTempFile(data.getParent(), "owner", ".txt",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, password);
            OrdinaryUser user = OrdinaryUser.find();
            user.passThrough(data.getParent());
            user.own(passwordFile);
            user.own(Files.createDirectory(draft));
            Process initdb = new ProcessBuilder(user.command(
                    binaries.program("initdb").toString(), "--pgdata=" + draft,
                    "--username=" + OWNER, "--pwfile=" + passwordFile, "--auth=scram-sha-256",
                    "--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8",
                    "--data-checksums"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (waitFor(initdb) != 0) {
                deleteTree(draft);
                throw new DatabaseUnusable("PostgreSQL could not make its data folder " + data
                        + ": see the end of " + log + ".");
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(draft, data);
    }

    /** Judges the version that made the data. */
    static void checkVersion(Path data) throws IOException, DatabaseUnusable {
        String version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!version.equals("18")) {
            throw new DatabaseUnusable("The data in " + data + " belong to PostgreSQL " + version
                    + ", this version of Subhasta brings 18: upgrade them with pg_upgrade or start"
                    + " with another --data folder.");
        }
    }

    private static Process launch(PostgresBinaries binaries, Path data, Path log, int port)
            throws IOException {
        OrdinaryUser user = OrdinaryUser.find();
        user.passThrough(data.getParent());
        user.own(data);
        List<String> command = user.command(binaries.program("postgres").toString(),
                "-D", data.toString(),
                "-c", "port=" + port,
                "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=",
                "-c", "fsync=on",
                "-c", "synchronous_commit=on",
                "-c", "full_page_writes=on",
                "-c", "max_connections=100",
                "-c", "timezone=UTC",
                "-c", "log_timezone=UTC",
                "-c", "log_line_prefix=%m [%p] ",
                "-c", "logging_collector=off");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static void awaitReady(Process process, Path data, Path log)
            throws DatabaseUnusable, IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new DatabaseUnusable("PostgreSQL stopped while starting on " + data
                        + ": see the end of " + log + ".");
            }
            if (isReady(data, process.pid())) {
                return;
            }
            pause();
        }
        stop(process.toHandle(), data);
        throw new DatabaseUnusable("PostgreSQL did not start on " + data + " within "
                + PATIENCE.toSeconds() + " s: see the end of " + log + ".");
    }

    /** PostgreSQL writes its state into the eighth line of its pid file. */
    private static boolean isReady(Path data, long pid) throws IOException {
        List<String> lines = pidFile(data);
        return lines.size() >= 8 && lines.get(0).strip().equals(Long.toString(pid))
                && lines.get(7).strip().equals("ready");
    }

    private static List<String> pidFile(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static void createDatabase(Credentials server) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(
                    "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                if (row.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
        }
    }

    private static void stopOrphan(Path data) throws IOException {
        List<String> lines = pidFile(data);
        if (lines.isEmpty()) {
            return;
        }
        orphan(Long.parseLong(lines.get(0).strip()), data)
                .ifPresent(process -> stop(process, data));
        // The number may be another process's by now: PostgreSQL would take that one for its own.
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    /** The process, if it still is a PostgreSQL that works in this folder. */
    private static Optional<ProcessHandle> orphan(long pid, Path data) throws IOException {
        Path cwd = Path.of("/proc", Long.toString(pid), "cwd");
        if (!Files.exists(cwd) || !Files.isSameFile(cwd, data)) {
            return Optional.empty();
        }
        return ProcessHandle.of(pid);
    }

    private static void stop(ProcessHandle process, Path data) {
        // SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one (recovered by the log).
        for (String signal : List.of("INT", "QUIT", "KILL")) {
            if (!process.isAlive()) {
                return;
            }
            try {
                waitFor(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
                process.onExit().get(20, TimeUnit.SECONDS);
            } catch (IOException | java.util.concurrent.ExecutionException
                    | java.util.concurrent.TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int waitFor(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
