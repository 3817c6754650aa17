package org.subhasta.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Programs that nobody here wrote. */
final class Tool {

    private Tool() {
    }

    /**
     * Runs one to its end.
     *
     * @param environment added to our own
     * @param input       on its standard input
     * @return what it said
     * @throws IOException where it is not there, or failed
     */
    static String run(List<String> command, Map<String, String> environment, String input)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IOException("the program " + command.getFirst() + " is needed", e);
        }
        try (OutputStream out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(
                process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(command.getFirst() + " failed: " + said);
        }
        return said;
    }
}
