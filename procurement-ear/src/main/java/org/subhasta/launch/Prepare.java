package org.subhasta.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.sql.PostgresBinaries;

/**
 * The build's last step: unpacks PostgreSQL and applies our configuration script to WildFly's own
 * configuration, offline and once, so that no start spends time on it.
 */
final class Prepare {

    /** WildFly's configuration that has all of Jakarta EE; the script takes away from it. */
    private static final String BASE = "standalone-full.xml";

    private Prepare() {
    }

    /**
     * The build calls it.
     *
     * @param args the folder of our script and modules; the build's output folder
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path sources = Path.of(args[0]);
        Installation installation = new Installation(Path.of(args[1]));
        PostgresBinaries.unpack(installation.postgresql());
        Path script = sources.resolve("subhasta.cli");
        Path done = installation.configuration().resolve("applied.cli");
        String text = Files.readString(script);
        if (!Files.exists(done) || !Files.readString(done).equals(text)) {
            modules(sources, installation);
            configure(installation, text);
            Files.writeString(done, text);
        }
    }

    private static void modules(Path sources, Installation installation) throws IOException {
        Folders.copy(sources.resolve("modules"), installation.modules());
        Files.copy(installation.folder().resolve("launcher/postgresql.jar"),
                installation.modules().resolve("org/postgresql/jdbc/main/postgresql.jar"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void configure(Installation installation, String script)
            throws IOException, InterruptedException {
        Path base = installation.folder().resolve("configuring").toAbsolutePath();
        Folders.delete(base);
        Path configuration = Files.createDirectories(base.resolve("configuration"));
        Path shipped = installation.wildfly().resolve("standalone/configuration");
        for (String file : List.of("application-users.properties",
                "application-roles.properties", "mgmt-users.properties",
                "mgmt-groups.properties", "logging.properties")) {
            Files.copy(shipped.resolve(file), configuration.resolve(file));
        }
        Files.copy(shipped.resolve(BASE), configuration.resolve("standalone.xml"));
        Path whole = base.resolve("whole.cli");
        Files.writeString(whole, "embed-server --server-config=standalone.xml --std-out=discard\n"
                + "batch\n" + script + "\nrun-batch\nstop-embedded-server\n");
        run(installation, base, whole);
        Folders.delete(installation.configuration());
        Files.createDirectories(installation.configuration());
        for (String file : List.of("standalone.xml", "application-users.properties",
                "application-roles.properties", "mgmt-users.properties",
                "mgmt-groups.properties", "logging.properties")) {
            Files.copy(configuration.resolve(file), installation.configuration().resolve(file));
        }
        Folders.delete(base);
    }

    private static void run(Installation installation, Path base, Path whole)
            throws IOException, InterruptedException {
        Path log = installation.folder().resolve("configuring.log").toAbsolutePath();
        List<String> command = new ArrayList<>(installation.command(
                List.of("-Djboss.server.base.dir=" + base),
                "org.jboss.as.cli", "--file=" + whole));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JBOSS_HOME", installation.wildfly().toString());
        int status = builder.start().waitFor();
        if (status != 0 || Files.readString(log).contains("The batch failed")) {
            throw new IOException("the server's configuration script failed: see " + log);
        }
    }
}
