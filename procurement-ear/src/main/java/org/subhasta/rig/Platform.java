package org.subhasta.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.launch.ExtendedApplication;
import org.subhasta.rig.inside.Commands;
import org.subhasta.rig.inside.RigPeople;
import org.subhasta.sql.Credentials;

/** A platform on a folder of its own that is started, killed and started again. */
public final class Platform implements AutoCloseable {

    private final Path folder;
    private final int port = freePort();
    private final int inside = freePort();
    private Process process;

    /** @param folder for everything it keeps, its own copy of the application too */
    public Platform(Path installation, Path folder) throws IOException {
        this.folder = folder;
        ExtendedApplication.make(installation.resolve("application"),
                folder.resolve("application"), "rig.jar",
                List.of(RigPeople.class, Commands.class, Commands.Work.class));
    }

    /** Adds a web module of one's own to the application's copy, before the start. */
    public void add(String name, List<Class<?>> classes) throws IOException {
        ExtendedApplication.addWeb(folder.resolve("application"), name, classes);
    }

    /** Where it answers, on the loopback interface. */
    public int port() {
        return port;
    }

    /** {@code http://localhost:port/api/v1/}. */
    public String api() {
        return "http://localhost:" + port + "/api/v1/";
    }

    public Path data() {
        return folder.resolve("data");
    }

    /** Starts it and waits until it is ready. */
    public void start() throws IOException {
        process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:TieredStopAtLevel=1",
                "-Dsubhasta.installation=" + System.getProperty("subhasta.installation"),
                "-Dsubhasta.home=" + System.getProperty("subhasta.home"),
                "-cp", System.getProperty("java.class.path"), RigServer.class.getName(),
                Integer.toString(port), data().toString(),
                folder.resolve("application").toString(), Integer.toString(inside))
                .redirectErrorStream(true).start();
        List<String> said = new ArrayList<>();
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            if (line.startsWith("Ready: ")) {
                return;
            }
        }
        throw new IOException("the platform did not start: " + String.join("\n", said));
    }

    /** Suppliers with keys and tokens, written into a folder. */
    public Path people(int number) throws IOException {
        Path people = folder.resolve("people");
        Commands.ask(inside, "people " + people + " " + number);
        return people;
    }

    /** Server, launcher and database at once, as a loss of power would. */
    public void kill() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-KILL",
                Files.readString(data().resolve("server.pid")).strip(),
                Long.toString(process.pid()),
                Files.readAllLines(data().resolve("postgresql/postmaster.pid")).getFirst())
                .start().waitFor();
        process.waitFor();
    }

    /** The role that owns the tables of its database. */
    public Credentials owner() throws IOException {
        String database = Files.readAllLines(
                data().resolve("postgresql/postmaster.pid")).get(3);
        return new Credentials("jdbc:postgresql://127.0.0.1:" + database + "/subhasta",
                "subhasta_owner",
                Files.readString(data().resolve("secrets/database-owner")).strip());
    }

    /** Has it stop, for whoever ends the soak before its end. */
    public void end() {
        if (process != null) {
            process.destroy();
        }
    }

    @Override
    public void close() {
        end();
        try {
            if (process != null) {
                process.waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
