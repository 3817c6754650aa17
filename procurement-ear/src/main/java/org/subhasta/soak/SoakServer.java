package org.subhasta.soak;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.subhasta.launch.PlatformRun;
import org.subhasta.soak.inside.SoakPeople;

/** The platform of a soak in a process of its own, to be killed. */
public final class SoakServer {

    private SoakServer() {
    }

    /** @param args port, data folder, application folder, port of {@link SoakPeople} */
    public static void main(String[] args) throws Exception {
        PlatformRun.start(Path.of(System.getProperty("subhasta.installation")),
                List.of("--port", args[0], "--data", args[1]),
                Map.of("subhasta.application", args[2], SoakPeople.PORT, args[3]), System.out);
        Thread.currentThread().join();
    }
}
