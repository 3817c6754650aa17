package org.subhasta.signing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program that nobody here wrote. Where it is not installed, the test says so and is skipped. */
public record Tool(int status, String output) {

    public static Tool run(Path folder, String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(List.of(command)).directory(folder.toFile())
                    .redirectErrorStream(true).start();
        } catch (IOException e) {
            String reason = "SKIPPED: " + command[0] + " is not installed";
            System.out.println(reason);
            Assumptions.abort(reason);
            throw e;
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "ended");
        return new Tool(process.exitValue(), output);
    }

    public Tool succeeded() {
        assertTrue(status == 0, output);
        return this;
    }
}
