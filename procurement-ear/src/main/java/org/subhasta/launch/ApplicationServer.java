package org.subhasta.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** WildFly with the application, on a folder of its own inside the data folder. */
final class ApplicationServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(30);

    private static final String STARTED_WITH_ERRORS = "WFLYSRV0026";

    /**
     * Java optimises a method thoroughly once it ran often; at its defaults (5000, 600, 15000,
     * 40000) a third of a start's processor time went into methods that only a start uses. Twenty
     * times as often still reaches, within seconds of work, whatever serves requests.
     */
    private static final List<String> LATE_OPTIMISATION = List.of(
            "-XX:Tier4InvocationThreshold=100000", "-XX:Tier4MinInvocationThreshold=12000",
            "-XX:Tier4CompileThreshold=300000", "-XX:Tier4BackEdgeThreshold=800000");

    private final Process process;
    private final DataFolder data;

    private ApplicationServer(Process process, DataFolder data) {
        this.process = process;
        this.data = data;
    }

    /**
     * Starts the server; it is not ready yet when this returns.
     *
     * @param properties system properties of the server
     * @param environment for what must not stand on a command line
     */
    static ApplicationServer start(Installation installation, DataFolder data,
            Map<String, String> properties, Map<String, String> environment) throws IOException {
        Path base = data.resolve("server");
        // Configuration is the build's: nothing a run changed survives it.
        Folders.delete(base.resolve("configuration"));
        Folders.delete(base.resolve("tmp"));
        Folders.copy(installation.configuration(), base.resolve("configuration"));
        Files.deleteIfExists(data.resolve("log/console.log"));
        Logs.keepPrevious(data.resolve("log/server.log"));
        List<String> options = new ArrayList<>(List.of(
                "-Xms256m", "-Xmx1g", "-XX:MetaspaceSize=256m", "-XX:+ExitOnOutOfMemoryError",
                "-Djboss.server.base.dir=" + base,
                "-Djboss.server.log.dir=" + data.resolve("log"),
                "-Dorg.jboss.boot.log.file=" + data.resolve("log/boot.log"),
                "-Dlogging.configuration=" + base.resolve("configuration/logging.properties")
                        .toUri()));
        options.addAll(LATE_OPTIMISATION);
        properties.forEach((name, value) -> options.add("-D" + name + "=" + value));
        // The operator's own come last and win: more memory, another garbage collector.
        String own = System.getenv().getOrDefault("SUBHASTA_JAVA_OPTS", "").strip();
        if (!own.isEmpty()) {
            options.addAll(List.of(own.split("\\s+")));
        }
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(installation.command(options,
                "org.jboss.as.standalone", "--read-only-server-config=standalone.xml"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(base.toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log/console.log").toFile());
        builder.environment().putAll(environment);
        builder.environment().keySet().removeIf(name -> name.startsWith("SUBHASTA_DB_"));
        Process process = builder.start();
        ProcessFile.write(data.resolve("server.pid"), process.pid());
        return new ApplicationServer(process, data);
    }

    /**
     * Ends a server that a killed launcher left behind on this data folder.
     *
     * @return whether the last run ended without its order, so that there may have been one
     */
    static boolean endOrphan(DataFolder data) throws IOException {
        Path file = data.resolve("server.pid");
        if (!Files.exists(file)) {
            return false;
        }
        Optional<ProcessHandle> left = ProcessFile.read(file);
        if (left.isPresent() && isServerOn(data, left.get())) {
            end(left.get());
        }
        Files.delete(file);
        return true;
    }

    /** Numbers of processes are used again: only its command line tells a server of ours. */
    private static boolean isServerOn(DataFolder data, ProcessHandle process) throws IOException {
        Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        return Files.exists(commandLine) && Files.readString(commandLine)
                .contains("-Djboss.server.base.dir=" + data.resolve("server"));
    }

    /** Waits until the application answers. */
    void awaitReady(URI ready) throws CannotRun, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request = HttpRequest.newBuilder(ready)
                .timeout(Duration.ofSeconds(10)).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new CannotRun("The application server stopped while starting: see "
                        + data.resolve("log/server.log") + " and console.log beside it.");
            }
            if (answers(client, request)) {
                return;
            }
            if (startedWithErrors()) {
                throw new CannotRun("The application could not be deployed: see the lines with"
                        + " level ERROR in " + data.resolve("log/server.log") + ".");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new CannotRun("The application did not answer within " + PATIENCE.toMinutes()
                + " minutes: see " + data.resolve("log/server.log") + ".");
    }

    /** Waits until the server's process ends, for whatever reason. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() throws IOException {
        end(process.toHandle());
        Files.deleteIfExists(data.resolve("server.pid"));
    }

    /** WildFly says once, at the end of its start, whether something failed. */
    private boolean startedWithErrors() {
        try {
            return Files.readString(data.resolve("log/server.log")).contains(STARTED_WITH_ERRORS);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request)
            throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(TIME_TO_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
