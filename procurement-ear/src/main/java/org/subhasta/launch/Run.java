package org.subhasta.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.subhasta.demonstration.DemonstrationAccount;
import org.subhasta.demonstration.DemonstrationAccounts;
import org.subhasta.sql.Credentials;
import org.subhasta.sql.DatabaseUnusable;
import org.subhasta.sql.LocalPostgres;
import org.subhasta.sql.Migrations;
import org.subhasta.sql.PostgresBinaries;

/** One run of the platform, from nothing to ready and back. */
final class Run implements AutoCloseable {

    private static final Duration PATIENCE_WITH_THE_DEAD = Duration.ofSeconds(10);

    private final Installation installation;
    private final Options options;
    private final PrintStream out;
    private final Map<String, String> serverProperties;
    private DataFolder data;
    private String setup = "";
    private Credentials owner;
    private LocalPostgres postgres;
    private ApplicationServer server;
    private boolean closed;

    Run(Installation installation, Options options, PrintStream out) {
        this(installation, options, out, Map.of());
    }

    /**
     * A run with properties of the server that differ from the usual ones; tests use it.
     *
     * @param serverProperties system properties of the server, stronger than the usual ones
     */
    Run(Installation installation, Options options, PrintStream out,
            Map<String, String> serverProperties) {
        this.installation = installation;
        this.options = options;
        this.out = out;
        this.serverProperties = serverProperties;
    }

    /** Starts everything and says so. */
    void start() throws CannotRun, IOException, InterruptedException {
        stage(this::openData);
        Map<String, String> configured =
                new LinkedHashMap<>(ConfiguredTrust.properties(System.getenv()));
        configured.putAll(ConfiguredMail.properties(System.getenv()));
        KeyFiles.prepare(data.path(), options.demonstration());
        stage(this::startDatabase);
        String password = data.secret("database-application");
        Credentials application = migrate(owner, password);
        Optional<SetupLink> setup = options.demonstration()
                ? Optional.empty() : SetupLink.ifNeeded(owner);
        setup.ifPresent(link -> this.setup = link.sha256());
        stage(() -> startServer(application, configured));
        server.awaitReady(options.readiness());
        out.println("Ready: " + options.address());
        if (options.demonstration()) {
            printAccounts();
        }
        setup.ifPresent(link -> out.println(System.lineSeparator()
                + "Set up the first administrator, once, at: " + link.under(options.address())));
        out.flush();
    }

    private void printAccounts() {
        out.println();
        out.println("Accounts to try it out, password of all: " + DemonstrationAccounts.PASSWORD);
        for (DemonstrationAccount account : DemonstrationAccounts.all()) {
            out.printf("  %-13s  %-32s  %s%s%n", account.role().name().toLowerCase(Locale.ROOT),
                    account.email(), account.name(),
                    account.organisation().isEmpty() ? "" : ", " + account.organisation());
        }
        out.println("Suppliers and openers use the key files in " + data.resolve("demo")
                + ", the same password.");
    }

    /** How the owner of the tables reaches the database of this run. */
    Credentials owner() {
        return owner;
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
        try {
            if (server != null) {
                server.close();
            }
        } finally {
            if (postgres != null) {
                postgres.close();
            }
            if (data != null) {
                data.close();
            }
        }
    }

    /** One step of the start, which a stop either waits for or prevents: nothing starts after it. */
    private synchronized void stage(Stage stage) throws CannotRun, IOException {
        if (closed) {
            throw new CannotRun("Stopped while starting.");
        }
        stage.start();
    }

    private interface Stage {
        void start() throws CannotRun, IOException;
    }

    private void openData() throws CannotRun, IOException {
        data = DataFolder.open(options.data());
        // A server that was killed a moment ago may still be giving its port back.
        checkPort(ApplicationServer.endOrphan(data) ? PATIENCE_WITH_THE_DEAD : Duration.ZERO);
    }

    private void checkPort(Duration patience) throws CannotRun {
        long end = System.nanoTime() + patience.toNanos();
        for (Optional<IOException> taken = taken(); taken.isPresent(); taken = taken()) {
            if (System.nanoTime() >= end) {
                throw new CannotRun("Port " + options.port() + " on " + options.host()
                        + " cannot be used (" + taken.get().getMessage()
                        + "): stop what uses it or choose another with --port.", taken.get());
            }
        }
    }

    private Optional<IOException> taken() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(options.host()),
                    options.port()));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private void startDatabase() throws CannotRun, IOException {
        Optional<Credentials> configured = ConfiguredDatabase.from(System.getenv());
        if (configured.isPresent()) {
            owner = configured.get();
            return;
        }
        try {
            postgres = LocalPostgres.start(
                    PostgresBinaries.unpack(installation.postgresql()),
                    data.resolve("postgresql"), data.resolve("log/postgresql.log"),
                    data.secret("database-owner"));
            owner = postgres.owner();
        } catch (DatabaseUnusable e) {
            throw new CannotRun(e.getMessage(), e);
        }
    }

    private static Credentials migrate(Credentials owner, String password) throws CannotRun {
        try {
            return Migrations.apply(owner, password);
        } catch (DatabaseUnusable e) {
            throw new CannotRun(e.getMessage(), e);
        }
    }

    private void startServer(Credentials application, Map<String, String> configured)
            throws IOException {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("jboss.bind.address", options.host());
        properties.put("jboss.http.port", Integer.toString(options.port()));
        properties.put("jboss.management.http.port", "0");
        properties.put("subhasta.data", data.path().toString());
        properties.put("subhasta.demo", Boolean.toString(options.demonstration()));
        properties.put("subhasta.address", options.address());
        properties.put("subhasta.setup", setup);
        properties.put("subhasta.db.url", application.url());
        properties.put("subhasta.db.user", application.user());
        properties.put("subhasta.application", installation.application().toString());
        properties.putAll(configured);
        if (options.isVersionSix()) {
            properties.put("java.net.preferIPv4Stack", "false");
        }
        properties.putAll(serverProperties);
        server = ApplicationServer.start(installation, data, properties,
                Map.of("SUBHASTA_APP_PASSWORD", application.password()));
    }
}
