package org.subhasta.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.subhasta.launch.PlatformRun;
import org.subhasta.system.clock.MovableClock;

/**
 * The platform under test: started once by the real launcher on a fresh data folder and free ports,
 * with the demonstration data, shared by all test classes. Tests make what they need and do not
 * rely on what others made. Get it with {@link WithPlatform}.
 */
public final class TestPlatform implements AutoCloseable {

    private static TestPlatform shared;

    private final PlatformRun run;
    private final int port;
    private final Path data;
    private final TestClock clock;

    private TestPlatform(PlatformRun run, int port, Path data, TestClock clock) {
        this.run = run;
        this.port = port;
        this.data = data;
        this.clock = clock;
    }

    /** The one of this test run, started by the first call. */
    static synchronized TestPlatform shared() throws Exception {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    private static TestPlatform start() throws Exception {
        Path installation = installation();
        Path folder = Files.createTempDirectory(installation, "system-test-");
        Path application = folder.resolve("application");
        Path data = folder.resolve("data");
        Path clockFile = Files.createDirectories(data).resolve("clock-offset");
        TestApplication.make(installation.resolve("application"), application);
        int port = freePort();
        int management = freePort();
        System.setProperty("subhasta.test.wildfly", PlatformRun.wildfly(installation).toString());
        System.setProperty("subhasta.test.management", Integer.toString(management));
        PlatformRun run = PlatformRun.start(installation,
                List.of("--port", Integer.toString(port), "--data", data.toString()),
                // Practice auctions would see the clock moved under them: PracticeDoorIT has them.
                Map.of("jboss.management.http.port", Integer.toString(management),
                        "subhasta.practice", "off",
                        "subhasta.application", application.toString(),
                        MovableClock.FILE, clockFile.toString()), System.out);
        return new TestPlatform(run, port, data, new TestClock(clockFile, run.owner()));
    }

    /** Where the build left everything. */
    public static Path installation() {
        return Path.of(System.getProperty("subhasta.installation", "target")).toAbsolutePath();
    }

    /** {@code http://localhost:port}, without a slash at the end. */
    public String address() {
        return "http://localhost:" + port;
    }

    /** A new connection as the owner of the tables; the caller closes it. */
    public Connection owner() throws SQLException {
        return run.owner().connect();
    }

    public TestClock clock() {
        return clock;
    }

    /** The data folder, as {@code --data} names it. */
    public Path data() {
        return data;
    }

    /** The server's log so far, one JSON object per line. */
    public List<String> log() throws IOException {
        return Files.readAllLines(data.resolve("log/server.log"));
    }

    /** A GET without sign-in. */
    public HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Override
    public void close() throws IOException {
        run.close();
    }

    /** A port that was free a moment ago; not one that browsers refuse. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
