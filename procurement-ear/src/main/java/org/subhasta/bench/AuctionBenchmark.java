package org.subhasta.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.auction.AuctionLoad;
import org.subhasta.sql.Credentials;
import org.subhasta.sql.LocalPostgres;
import org.subhasta.sql.Migrations;
import org.subhasta.sql.PostgresBinaries;

/**
 * Live auctions: the engine alone; bids judged by it in lanes, journaled and committed; and as
 * their bidders and watchers meet them ({@link LiveBenchmark}). Against the plain transaction by
 * {@code pgbench} in the same database ({@link RowLock}).
 */
final class AuctionBenchmark implements Benchmark {

    private static final String PASSWORD = "of-a-database-for-benchmarks";
    private static final String OWNER = "0123456789ab";
    private static final int BIDDERS = 32;
    private static final int LOTS = 100;
    private static final int TURNS = 3;
    private static final Duration TURN = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "auction";
    }

    @Override
    public String how() {
        return "engine, server, PostgreSQL, bidders and watchers on this machine, durable commits";
    }

    @Override
    public void run(Table table) throws Exception {
        Path installation = Path.of(System.getProperty("subhasta.installation"));
        try (BenchFolder folder = BenchFolder.make(installation)) {
            EngineAlone.measure(table);
            alone(installation, folder.path(), table);
            LiveBenchmark.run(installation, folder.path().resolve("live"), table);
        }
    }

    /** Without HTTP and signatures. */
    private static void alone(Path installation, Path folder, Table table) throws Exception {
        try (LocalPostgres postgres = LocalPostgres.start(
                PostgresBinaries.unpack(installation.resolve("postgresql")),
                folder.resolve("data"), folder.resolve("log"), PASSWORD)) {
            Credentials application = Migrations.apply(postgres.owner(), PASSWORD);
            prepare(postgres.owner());
            RowLock rows = new RowLock(postgres.owner(), folder.resolve("row-lock"), BIDDERS);
            hot(application, rows, table);
            parallel(application, rows, table);
        }
    }

    private static void prepare(Credentials owner) throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO parties.organisation VALUES ('%1$s', 'AUTHORITY', 'Benchmark',
                        'XM', 'bench', '', 'NL', '', '', 'Town', 'bench@example.org', '', 'UTC',
                        'approved', now(), 'bench', NULL, now(), 0);
                    INSERT INTO parties.person VALUES ('%1$s', '%1$s', 'Benchmark',
                        'bench@example.org', NULL, false, now(), 0)""".formatted(OWNER));
        }
    }

    private static void hot(Credentials application, RowLock rows, Table table)
            throws Exception {
        try (AuctionLoad load =
                AuctionLoad.begin(application::connect, OWNER, OWNER, 1, BIDDERS)) {
            load.awaitOpening();
            ours(load, 0);
            List<Measured> lanes = new ArrayList<>();
            List<Measured> plain = new ArrayList<>();
            for (int i = 0; i < TURNS; i++) {
                lanes.add(ours(load, 0));
                plain.add(rows.run(1, TURN));
            }
            table.line("bids on one lot", Measured.median(lanes).perSecond(),
                    "row-lock transactions by pgbench", Measured.median(plain).perSecond(), 15);
            long begin = System.nanoTime();
            long acts = load.replay();
            table.note("%,d acts read from the database and judged again in %.1f s".formatted(
                    acts, (System.nanoTime() - begin) / 1e9));
        }
    }

    private static void parallel(Credentials application, RowLock rows, Table table)
            throws Exception {
        try (AuctionLoad load =
                AuctionLoad.begin(application::connect, OWNER, OWNER, LOTS, BIDDERS)) {
            load.awaitOpening();
            ours(load, 0);
            List<Measured> lanes = new ArrayList<>();
            List<Measured> plain = new ArrayList<>();
            for (int i = 0; i < TURNS; i++) {
                lanes.add(ours(load, 0));
                plain.add(rows.run(LOTS, TURN));
            }
            table.line("bids on 100 lots", Measured.median(lanes).perSecond(),
                    "the same on 100 rows", Measured.median(plain).perSecond());
        }
    }

    private static Measured ours(AuctionLoad load, long most) throws InterruptedException {
        AuctionLoad.Measured run = load.run(BIDDERS, TURN, most);
        return new Measured(run.accepted() * 1e9 / run.nanos(), run.p99Nanos() / 1e6);
    }
}
