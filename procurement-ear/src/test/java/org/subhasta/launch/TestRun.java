package org.subhasta.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.subhasta.sql.Credentials;

/** The launcher as the users have it, within reach of the tests of other packages. */
public final class TestRun implements AutoCloseable {

    private final Run run;

    private TestRun(Run run) {
        this.run = run;
    }

    /**
     * Starts a platform and returns when it is ready.
     *
     * @param installation the build's output folder
     * @param arguments as after {@code ./subhasta run}
     * @param serverProperties added to the server's system properties
     */
    public static TestRun start(
            Path installation, List<String> arguments, Map<String, String> serverProperties)
            throws Exception {
        Run run = new Run(new Installation(installation),
                Options.parse(arguments, installation), System.out, serverProperties);
        try {
            run.start();
        } catch (Exception e) {
            run.close();
            throw e;
        }
        return new TestRun(run);
    }

    public Credentials owner() {
        return run.owner();
    }

    public static Path wildfly(Path installation) throws IOException {
        return new Installation(installation).wildfly();
    }

    @Override
    public void close() throws IOException {
        run.close();
    }
}
