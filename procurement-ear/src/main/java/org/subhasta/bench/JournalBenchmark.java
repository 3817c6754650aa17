package org.subhasta.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.subhasta.bench.inside.JournalWork;
import org.subhasta.launch.ExtendedApplication;
import org.subhasta.launch.PlatformRun;
import org.subhasta.rig.inside.Commands;
import org.subhasta.sql.Credentials;

/**
 * The journal of a platform that runs meanwhile on a folder of its own: entries appended through
 * its door, each in a transaction, against the same rows inserted by {@code pgbench} into the same
 * database; and proofs of entries from logs that grow.
 */
final class JournalBenchmark implements Benchmark {

    private static final int TURNS = 3;
    private static final int SECONDS = 5;
    private static final int WARM_UP_SECONDS = 20;
    private static final List<Integer> WRITERS = List.of(1, 32);
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
    private static final int PROVED = 500;

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public String how() {
        return "server and PostgreSQL on this machine, durable commits";
    }

    @Override
    public void run(Table table) throws Exception {
        if (System.getenv("SUBHASTA_DB_URL") != null) {
            throw new IOException("it fills a database of its own with invented entries, so"
                    + " SUBHASTA_DB_URL must not be set");
        }
        Path installation = Path.of(System.getProperty("subhasta.installation"));
        try (BenchFolder folder = BenchFolder.make(installation)) {
            ExtendedApplication.make(installation.resolve("application"),
                    folder.path().resolve("application"), "bench.jar",
                    List.of(JournalWork.class, Commands.class, Commands.Work.class));
            measure(installation, folder.path(), table);
        }
    }

    private static void measure(Path installation, Path folder, Table table) throws Exception {
        int port = BenchFolder.freePort();
        int inside = BenchFolder.freePort();
        try (PlatformRun platform = PlatformRun.start(installation,
                List.of("--port", Integer.toString(port), "--no-demo",
                        "--data", folder.resolve("data").toString()),
                Map.of("subhasta.application", folder.resolve("application").toString(),
                        JournalWork.PORT, Integer.toString(inside)),
                new PrintStream(OutputStream.nullOutputStream()))) {
            awaitSelfCheck(platform.owner());
            proofs(inside, platform.owner(), table);
            Path script = folder.resolve("append.sql");
            try (InputStream in = JournalBenchmark.class.getResourceAsStream("append.sql")) {
                Files.copy(in, script);
            }
            appends(inside, platform.owner(), script, table);
        }
    }

    private static void appends(int inside, Credentials owner, Path script, Table table)
            throws Exception {
        Commands.ask(inside, "append 32 " + WARM_UP_SECONDS);
        List<String> sizes = sizes(owner);
        for (int writers : WRITERS) {
            List<Double> ours = new ArrayList<>();
            List<Double> raw = new ArrayList<>();
            for (int i = 0; i < TURNS; i++) {
                ours.add(Double.parseDouble(Commands.ask(inside,
                        "append " + writers + " " + SECONDS)));
                raw.add(pgbench(owner, script, writers, sizes));
            }
            table.line("entries appended, " + writers + (writers == 1 ? " writer" : " writers"),
                    Rates.median(ours), "the same rows by pgbench", Rates.median(raw));
        }
    }

    /** How large the rows are that the journal writes, as variables of pgbench. */
    private static List<String> sizes(Credentials owner) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT octet_length(l.content), octet_length(e.header),
                            octet_length(p.content)
                        FROM journal.entry e JOIN journal.leaf l ON l.id = e.leaf
                        JOIN journal.payload p ON p.leaf = e.leaf
                        ORDER BY e.leaf DESC LIMIT 1""")) {
            row.next();
            return List.of("-D", "leaf=" + row.getInt(1), "-D", "header=" + row.getInt(2),
                    "-D", "payload=" + row.getInt(3));
        }
    }

    private static double pgbench(Credentials owner, Path script, int writers,
            List<String> sizes) throws Exception {
        URI database = URI.create(owner.url().substring("jdbc:".length()));
        List<String> command = new ArrayList<>(List.of("pgbench", "--no-vacuum",
                "--protocol=prepared", "--host=" + database.getHost(),
                "--port=" + database.getPort(), "--username=" + owner.user(),
                "--client=" + writers, "--jobs=" + Math.min(writers, 2), "--time=" + SECONDS,
                "--file=" + script));
        command.addAll(sizes);
        command.add(database.getPath().substring(1));
        return Tool.run(command, Map.of("PGPASSWORD", owner.password()), "").lines()
                .filter(line -> line.startsWith("tps = ")).findFirst()
                .map(line -> Double.parseDouble(line.split(" ")[2]))
                .orElseThrow(() -> new IOException("pgbench told no rate"));
    }

    /** The platform checks its journal after its start, and invented leaves would alarm it. */
    private static void awaitSelfCheck(Credentials owner) throws Exception {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            while (number(statement, "SELECT count(*) FROM journal.verification") == 0) {
                Thread.sleep(100);
            }
        }
    }

    private static void proofs(int inside, Credentials owner, Table table) throws Exception {
        double first = 0;
        for (int size : SIZES) {
            fill(owner, size);
            String leaves = " " + String.join(" ", leaves(owner));
            Commands.ask(inside, "prove " + (first == 0 ? WARM_UP_SECONDS : SECONDS) + leaves);
            List<Double> rates = new ArrayList<>();
            String[] said = new String[0];
            for (int i = 0; i < TURNS; i++) {
                said = Commands.ask(inside, "prove " + SECONDS + leaves).split(" ");
                rates.add(Double.parseDouble(said[0]));
            }
            double rate = Rates.median(rates);
            first = first == 0 ? rate : first;
            table.line("proofs from %,d entries".formatted(size), rate,
                    "proofs from %,d".formatted(SIZES.getFirst()), first);
            table.note("%.2f ms each, with a path of up to %s hashes"
                    .formatted(1_000 / rate, said[1]));
        }
    }

    /** Leaves alone are enough for a proof; the platform's own integrator gives them places. */
    private static void fill(Credentials owner, int size) throws Exception {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO journal.leaf (content, hash)
                    SELECT content, sha256('\\x00'::bytea || content)
                    FROM (SELECT convert_to('a leaf of a benchmark, number ' || n, 'UTF8')
                        FROM generate_series((SELECT count(*) + 1 FROM journal.leaf), %d) n)
                        AS leaf (content)""".formatted(size));
            statement.execute("ANALYZE journal.leaf");
            while (number(statement, "SELECT count(*) FROM journal.pending") > 0) {
                Thread.sleep(100);
            }
            statement.execute("ANALYZE journal.position, journal.node, journal.checkpoint");
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Hashes of leaves from everywhere in the log. */
    private static List<String> leaves(Credentials owner) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT encode(hash, 'hex')"
                        + " FROM journal.leaf ORDER BY md5(id::text) LIMIT " + PROVED)) {
            List<String> leaves = new ArrayList<>();
            while (row.next()) {
                leaves.add(row.getString(1));
            }
            return leaves;
        }
    }
}
