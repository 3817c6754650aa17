package org.subhasta.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.subhasta.sql.Credentials;

/** The launcher as the users have it, within reach of programs: the tests and the benchmarks. */
public final class PlatformRun implements AutoCloseable {

    private final Run run;

    private PlatformRun(Run run) {
        this.run = run;
    }

    /**
     * Starts a platform and returns when it is ready.
     *
     * @param installation the build's output folder
     * @param arguments as after {@code ./subhasta run}
     * @param serverProperties added to the server's system properties
     * @param out hears what people are told at a start
     */
    public static PlatformRun start(Path installation, List<String> arguments,
            Map<String, String> serverProperties, PrintStream out) throws Exception {
        Run run = new Run(new Installation(installation),
                Options.parse(arguments, installation), out, serverProperties);
        try {
            run.start();
        } catch (Exception e) {
            run.close();
            throw e;
        }
        return new PlatformRun(run);
    }

    /** How the owner of the tables reaches the database of this run. */
    public Credentials owner() {
        return run.owner();
    }

    /** Where the server's own folder is. */
    public static Path wildfly(Path installation) throws IOException {
        return new Installation(installation).wildfly();
    }

    @Override
    public void close() throws IOException {
        run.close();
    }
}
