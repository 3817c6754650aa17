package org.subhasta.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.subhasta.sql.Credentials;
import org.subhasta.sql.DatabaseUnusable;
import org.subhasta.sql.LocalPostgres;
import org.subhasta.sql.Migrations;
import org.subhasta.sql.PostgresBinaries;

/** One run of the platform, from nothing to ready and back. */
final class Run implements AutoCloseable {

    private final Installation installation;
    private final Options options;
    private final PrintStream out;
    private DataFolder data;
    private LocalPostgres postgres;
    private ApplicationServer server;
    private boolean closed;

    Run(Installation installation, Options options, PrintStream out) {
        this.installation = installation;
        this.options = options;
        this.out = out;
    }

    /** Starts everything and says so. */
    void start() throws CannotRun, IOException, InterruptedException {
        checkPort();
        data = DataFolder.open(options.data());
        ApplicationServer.endOrphan(data);
        Credentials owner = database();
        String password = data.secret("database-application");
        migrate(owner, password);
        startServer(owner, password);
        out.println("Ready: " + options.address());
        out.flush();
    }

    /** Waits for the end of the server; a server that ends by itself is a failure. */
    void await() throws CannotRun, InterruptedException {
        server.awaitEnd();
        synchronized (this) {
            if (!closed) {
                throw new CannotRun("The application server ended by itself: see "
                        + data.resolve("log/server.log") + ".");
            }
        }
    }

    /** Stops what was started, in the opposite order. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (DataFolder last = data; LocalPostgres second = postgres;
                ApplicationServer first = server) {
            // closed by leaving this block, the server first
        }
    }

    private void checkPort() throws CannotRun {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(options.host()),
                    options.port()));
        } catch (IOException e) {
            throw new CannotRun("Port " + options.port() + " on " + options.host()
                    + " cannot be used (" + e.getMessage()
                    + "): stop what uses it or choose another with --port.", e);
        }
    }

    private Credentials database() throws CannotRun, IOException {
        Optional<Credentials> configured = ConfiguredDatabase.from(System.getenv());
        if (configured.isPresent()) {
            return configured.get();
        }
        try {
            postgres = LocalPostgres.start(
                    PostgresBinaries.unpack(installation.postgresql()),
                    data.resolve("postgresql"), data.resolve("log/postgresql.log"),
                    data.secret("database-owner"));
            return postgres.owner();
        } catch (DatabaseUnusable e) {
            throw new CannotRun(e.getMessage(), e);
        }
    }

    private static void migrate(Credentials owner, String password) throws CannotRun {
        try {
            Migrations.apply(owner, password);
        } catch (DatabaseUnusable e) {
            throw new CannotRun(e.getMessage(), e);
        }
    }

    private void startServer(Credentials owner, String password)
            throws CannotRun, IOException, InterruptedException {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("jboss.bind.address", options.host());
        properties.put("jboss.http.port", Integer.toString(options.port()));
        properties.put("jboss.management.http.port", "0");
        properties.put("subhasta.data", data.path().toString());
        properties.put("subhasta.demo", Boolean.toString(options.demonstration()));
        properties.put("subhasta.address", options.address());
        properties.put("subhasta.db.url", owner.url());
        properties.put("subhasta.db.user", Migrations.APPLICATION_ROLE);
        server = ApplicationServer.start(installation, data, properties,
                Map.of("SUBHASTA_APP_PASSWORD", password));
        String host = options.host().equals("0.0.0.0") ? "127.0.0.1" : options.host();
        server.awaitReady(URI.create(
                "http://" + host + ":" + options.port() + "/api/ready"));
    }
}
