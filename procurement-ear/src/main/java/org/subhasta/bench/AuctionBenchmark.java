package org.subhasta.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.subhasta.auction.AuctionLoad;
import org.subhasta.sql.Credentials;
import org.subhasta.sql.LocalPostgres;
import org.subhasta.sql.Migrations;
import org.subhasta.sql.PostgresBinaries;

/**
 * Live auctions without HTTP and signatures: bids judged by the engine in lanes, journaled and
 * committed, against the plain transaction by {@code pgbench} in the same database: SELECT the lot
 * FOR UPDATE, INSERT the bid, UPDATE the lot.
 */
final class AuctionBenchmark implements Benchmark {

    private static final String PASSWORD = "of-a-database-for-benchmarks";
    private static final String OWNER = "0123456789ab";
    private static final int BIDDERS = 32;
    private static final int LOTS = 100;
    private static final int TURNS = 3;
    private static final Duration TURN = Duration.ofSeconds(5);

    /** A rate, and within which time 99 of 100 were done. */
    private record Measured(double perSecond, double p99Milliseconds) {
    }

    @Override
    public String name() {
        return "auction";
    }

    @Override
    public String how() {
        return "engine, lanes and PostgreSQL on this machine, durable commits, 32 bidders";
    }

    @Override
    public void run(Table table) throws Exception {
        Path installation = Path.of(System.getProperty("subhasta.installation"));
        Path folder = Files.createTempDirectory(installation, "bench-");
        try (LocalPostgres postgres = LocalPostgres.start(
                PostgresBinaries.unpack(installation.resolve("postgresql")),
                folder.resolve("data"), folder.resolve("log"), PASSWORD)) {
            Credentials application = Migrations.apply(postgres.owner(), PASSWORD);
            prepare(postgres.owner());
            Path script = folder.resolve("bid.sql");
            try (InputStream in = AuctionBenchmark.class.getResourceAsStream("bid.sql")) {
                Files.copy(in, script);
            }
            hot(postgres.owner(), application, script, table);
            parallel(postgres.owner(), application, script, table);
        } finally {
            delete(folder);
        }
    }

    private static void prepare(Credentials owner) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE SCHEMA bench;
                    CREATE TABLE bench.lot (id integer PRIMARY KEY, acts bigint NOT NULL,
                        best bigint NOT NULL);
                    CREATE TABLE bench.bid (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                        lot integer NOT NULL REFERENCES bench.lot, bidder integer NOT NULL,
                        amount bigint NOT NULL, at timestamptz NOT NULL);
                    INSERT INTO bench.lot SELECT n, 0, 1000000000 FROM generate_series(1, 100) n;
                    INSERT INTO parties.organisation VALUES ('%1$s', 'AUTHORITY', 'Benchmark',
                        'XM', 'bench', '', 'NL', '', '', 'Town', 'bench@example.org', '', 'UTC',
                        'approved', now(), 'bench', NULL, now(), 0);
                    INSERT INTO parties.person VALUES ('%1$s', '%1$s', 'Benchmark',
                        'bench@example.org', NULL, 0, false, now(), 0)""".formatted(OWNER));
        }
    }

    private static void hot(Credentials owner, Credentials application, Path script, Table table)
            throws Exception {
        try (AuctionLoad load =
                AuctionLoad.begin(application::connect, OWNER, OWNER, 1, BIDDERS)) {
            load.awaitOpening();
            ours(load, 0);
            List<Measured> lanes = new ArrayList<>();
            List<Measured> rows = new ArrayList<>();
            long syncs = syncs(owner);
            double bids = 0;
            long ownSyncs = 0;
            for (int i = 0; i < TURNS; i++) {
                Measured ours = ours(load, 0);
                lanes.add(ours);
                long after = syncs(owner);
                ownSyncs += after - syncs;
                bids += ours.perSecond() * TURN.toSeconds();
                rows.add(pgbench(owner, script, 1));
                syncs = syncs(owner);
            }
            table.line("bids on one lot", median(lanes), "row-lock transactions by pgbench",
                    median(rows), 15);
            table.note("%.3f WAL syncs for each accepted bid (aim: at most 0.1)"
                    .formatted(ownSyncs / bids));
            Measured third = ours(load, Math.round(median(lanes) / 3));
            double row = rows.stream().mapToDouble(Measured::p99Milliseconds).sorted()
                    .toArray()[TURNS / 2];
            table.note(("under a third of that load 99 of 100 are durable within %.1f ms, of the"
                    + " row-lock transactions within %.1f ms: %.2f (aim: at most 0.5)")
                    .formatted(third.p99Milliseconds(), row, third.p99Milliseconds() / row));
            long begin = System.nanoTime();
            long acts = load.replay();
            table.note("%,d acts read and judged again in %.1f s".formatted(
                    acts, (System.nanoTime() - begin) / 1e9));
        }
    }

    private static void parallel(Credentials owner, Credentials application, Path script,
            Table table) throws Exception {
        try (AuctionLoad load =
                AuctionLoad.begin(application::connect, OWNER, OWNER, LOTS, BIDDERS)) {
            load.awaitOpening();
            ours(load, 0);
            List<Measured> lanes = new ArrayList<>();
            List<Measured> rows = new ArrayList<>();
            for (int i = 0; i < TURNS; i++) {
                lanes.add(ours(load, 0));
                rows.add(pgbench(owner, script, LOTS));
            }
            table.line("bids on 100 lots", median(lanes), "the same on 100 rows", median(rows),
                    0.5);
        }
    }

    private static Measured ours(AuctionLoad load, long most) throws InterruptedException {
        AuctionLoad.Measured run = load.run(BIDDERS, TURN, most);
        return new Measured(run.accepted() * 1e9 / run.nanos(), run.p99Nanos() / 1e6);
    }

    private static Measured pgbench(Credentials owner, Path script, int lots) throws Exception {
        URI database = URI.create(owner.url().substring("jdbc:".length()));
        Path log = script.resolveSibling("pgbench");
        String said = Tool.run(List.of("pgbench", "--no-vacuum", "--protocol=prepared",
                "--host=" + database.getHost(), "--port=" + database.getPort(),
                "--username=" + owner.user(), "--client=" + BIDDERS, "--jobs=2",
                "--time=" + TURN.toSeconds(), "--define=lots=" + lots, "--file=" + script,
                "--log", "--log-prefix=" + log, database.getPath().substring(1)),
                Map.of("PGPASSWORD", owner.password()), "");
        double rate = said.lines().filter(line -> line.startsWith("tps = ")).findFirst()
                .map(line -> Double.parseDouble(line.split(" ")[2]))
                .orElseThrow(() -> new IOException("pgbench told no rate"));
        double[] latencies = latencies(log);
        return new Measured(rate, latencies[(int) (latencies.length * 0.99)] / 1e3);
    }

    /** Microseconds of each transaction, ascending: the third word of each line of its logs. */
    private static double[] latencies(Path log) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(log.getParent())) {
            files = all.filter(file -> file.getFileName().toString().startsWith("pgbench."))
                    .toList();
        }
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            lines.addAll(Files.readAllLines(file));
            Files.delete(file);
        }
        return lines.stream().mapToDouble(line -> Double.parseDouble(line.split(" ")[2]))
                .sorted().toArray();
    }

    /** Syncs of the write-ahead log so far; backends tell theirs within a second. */
    private static long syncs(Credentials owner) throws Exception {
        Thread.sleep(1_500);
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT sum(fsyncs) FROM pg_stat_io WHERE object = 'wal'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static double median(List<Measured> turns) {
        return turns.stream().mapToDouble(Measured::perSecond).sorted()
                .toArray()[turns.size() / 2];
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
