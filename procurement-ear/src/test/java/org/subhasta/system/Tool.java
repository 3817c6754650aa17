package org.subhasta.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs that nobody here wrote, as witnesses. */
final class Tool {

    private static final int PATIENCE_SECONDS = 120;

    private Tool() {
    }

    /**
     * What a program said and how it ended.
     *
     * @param status exit status
     * @param output standard output and errors, as they came
     */
    record Said(int status, String output) {
    }

    static Said run(String... command) throws IOException, InterruptedException {
        return run(new ProcessBuilder(List.of(command)));
    }

    /** The same without any network, where this machine can take that away from a program. */
    static Said runOffline(String... command) throws IOException, InterruptedException {
        return run("sh", "-c", "unshare -rn true").status() == 0
                ? run(Stream.concat(Stream.of("unshare", "-rn"), Stream.of(command))
                        .toArray(String[]::new))
                : run(command);
    }

    static Said run(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command.command() + " does not end");
        }
        return new Said(process.exitValue(), output);
    }
}
