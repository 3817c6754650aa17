package org.subhasta.system;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subhasta.sql.Credentials;

/** A launcher in a process of its own, as {@code ./subhasta run} starts it. */
final class Launched {

    private final Process process;
    private final BufferedReader output;
    private final Path data;

    private Launched(Process process, BufferedReader output, Path data) {
        this.process = process;
        this.output = output;
        this.data = data;
    }

    /** The command that the script runs, for {@link Tool} or a process builder. */
    static ProcessBuilder command(Map<String, String> environment, String... arguments) {
        Path target = TestPlatform.installation();
        Path application = target.resolve("application/subhasta.ear");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsubhasta.home=" + target.getParent().getParent(),
                "-cp", String.join(File.pathSeparator, target.resolve("classes").toString(),
                        target.resolve("launcher") + "/*", application.resolve("lib") + "/*",
                        application + "/*"),
                "org.subhasta.launch.Launch"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("SUBHASTA_"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** Starts and waits for the line that says it is ready. */
    static Launched start(int port, Path data) throws IOException {
        return start(port, data, Map.of());
    }

    /** With an environment and options of its own. */
    static Launched start(int port, Path data, Map<String, String> environment,
            String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run", "--port", Integer.toString(port),
                "--data", data.toString()));
        arguments.addAll(List.of(options));
        Process process = command(environment, arguments.toArray(String[]::new))
                .redirectErrorStream(true).start();
        List<String> said = new ArrayList<>();
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            if (line.equals("Ready: http://localhost:" + port)) {
                return new Launched(process, reader, data);
            }
        }
        throw new IOException("the launcher ended: " + said);
    }

    /** What stands in the pattern's group in the first line that fits; waits for it. */
    String lineAfterReady(Pattern pattern) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher found = pattern.matcher(line);
            if (found.matches()) {
                return found.group(1);
            }
        }
        throw new IOException("the launcher ended without saying " + pattern);
    }

    /** Kills everything at once, as a loss of power would: nobody is told before. */
    void kill() throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("kill", "-KILL",
                Files.readString(data.resolve("server.pid")).strip(),
                Long.toString(process.pid()),
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst()));
        new ProcessBuilder(all).start().waitFor();
        process.waitFor();
    }

    /** Stops it in order, as Ctrl-C does. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("the launcher does not stop");
        }
    }

    /** How the owner reaches its database. */
    Credentials owner() throws IOException {
        String port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3);
        return new Credentials("jdbc:postgresql://127.0.0.1:" + port + "/subhasta",
                "subhasta_owner", Files.readString(data.resolve("secrets/database-owner")).strip());
    }
}
