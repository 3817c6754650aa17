package org.subhasta.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.subhasta.launch.PlatformRun;
import org.subhasta.rig.inside.RigPeople;

/** The platform of a soak in a process of its own, to be killed. */
public final class RigServer {

    private RigServer() {
    }

    /** @param args port, data folder, application folder, port of {@link RigPeople} */
    public static void main(String[] args) throws Exception {
        PlatformRun run = PlatformRun.start(Path.of(System.getProperty("subhasta.installation")),
                List.of("--port", args[0], "--data", args[1]),
                Map.of("subhasta.application", args[2], RigPeople.PORT, args[3]), System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(run)));
        Thread.currentThread().join();
    }

    private static void close(PlatformRun run) {
        try {
            run.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
