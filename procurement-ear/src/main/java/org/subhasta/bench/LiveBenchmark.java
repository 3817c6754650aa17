package org.subhasta.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.bench.inside.BareAccess;
import org.subhasta.bench.inside.BareBroadcast;
import org.subhasta.rig.Api;
import org.subhasta.rig.Officer;
import org.subhasta.rig.Platform;
import org.subhasta.rig.Supplier;

/**
 * Live auctions as their bidders meet them: signed bids over HTTP, answered when they are verified,
 * judged, journaled and durable, with a signed receipt; against the plain transaction on the same
 * database. Bidders and server share the machine.
 */
final class LiveBenchmark {

    private static final int BIDDERS = 32;
    private static final int LOTS = 100;
    private static final int TURNS = 3;
    private static final int SECONDS_TO_ENTER = 10;
    private static final Duration TURN = Duration.ofSeconds(5);
    /** A server's code is compiled while it runs: it is measured once it gets no faster. */
    private static final int MOST_WARM_UPS = 24;
    private static final int WARM_UPS_NO_FASTER = 4;
    private static final double FASTER = 1.03;
    /** Of one bidder in a second: more are not signed beforehand. */
    private static final double MOST = 150;

    private final Platform platform;
    private final RowLock rows;
    private final List<Supplier> suppliers;
    private final Officer officer;

    private LiveBenchmark(Platform platform, Path folder) throws Exception {
        this.platform = platform;
        rows = new RowLock(platform.owner(), folder.resolve("row-lock"), BIDDERS);
        Path people = platform.people(BIDDERS);
        suppliers = Supplier.read(people, BIDDERS);
        officer = new Officer(new Api(platform.api()),
                Files.readString(people.resolve("officer.token")));
    }

    /** @param folder for all that it needs */
    static void run(Path installation, Path folder, Table table) throws Exception {
        try (Platform platform = new Platform(installation, folder)) {
            Runtime.getRuntime().addShutdownHook(new Thread(platform::end));
            platform.add("bare", List.of(BareBroadcast.class, BareAccess.class));
            platform.start();
            LiveBenchmark benchmark = new LiveBenchmark(platform, folder);
            benchmark.hot(table);
            benchmark.parallel(table);
            benchmark.watched(table);
        }
    }

    private BidLoad load(int lots) throws IOException, InterruptedException {
        Instant opensAt = Instant.now().truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(SECONDS_TO_ENTER + lots / 2);
        String auction = officer.publish(
                BidLoad.terms("Benchmark", opensAt.toString(), lots), suppliers);
        awaitOpening(opensAt);
        return new BidLoad(platform.port(), auction, lots, suppliers);
    }

    private static void awaitOpening(Instant opensAt) throws InterruptedException {
        Thread.sleep(Math.max(0,
                Duration.between(Instant.now(), opensAt.plusSeconds(2)).toMillis()));
    }

    private void watched(Table table) throws IOException, InterruptedException {
        Instant opensAt = Instant.now().truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(SECONDS_TO_ENTER);
        List<Supplier> some = suppliers.subList(0, 4);
        String auction = officer.publish(FanOut.terms(opensAt.toString()), some);
        awaitOpening(opensAt);
        new FanOut(platform, some).measure(auction, table);
    }

    private static void warmUp(BidLoad load) throws IOException, InterruptedException {
        double best = 0;
        int noFaster = 0;
        for (int i = 0; i < MOST_WARM_UPS && noFaster < WARM_UPS_NO_FASTER; i++) {
            double rate = load.run(TURN, 0, MOST).perSecond();
            noFaster = rate > best * FASTER ? 0 : noFaster + 1;
            best = Math.max(best, rate);
        }
    }

    private void hot(Table table) throws Exception {
        BidLoad load = load(1);
        warmUp(load);
        List<Measured> ours = new ArrayList<>();
        List<Measured> plain = new ArrayList<>();
        long syncs = 0;
        for (int i = 0; i < TURNS; i++) {
            long before = rows.syncs();
            ours.add(load.run(TURN, 0, MOST));
            syncs += rows.syncs() - before;
            plain.add(rows.run(1, TURN));
        }
        Measured bids = Measured.median(ours);
        Measured transactions = Measured.median(plain);
        table.line("signed bids on one lot by HTTP", bids.perSecond(),
                "row-lock transactions by pgbench", transactions.perSecond(), 2);
        table.note("%.3f WAL syncs for each accepted bid (aim: at most 0.1)".formatted(syncs
                / ours.stream().mapToDouble(one -> one.perSecond() * TURN.toSeconds()).sum()));
        Measured third = load.run(TURN, bids.perSecond() / 3, MOST);
        table.note(("under a third of that load 99 of 100 are answered within %.1f ms, of the"
                + " row-lock transactions within %.1f ms: %.2f (aim: at most 0.5)").formatted(
                third.p99Milliseconds(), transactions.p99Milliseconds(),
                third.p99Milliseconds() / transactions.p99Milliseconds()));
        Measured alone = load.others(TURN, 2, false);
        Measured flooded = load.others(TURN, 2, true);
        table.note(("while one of them sends a hundred times as many, 99 of 100 of the others are"
                + " answered within %.1f ms instead of %.1f ms: %.2f (aim: below 2)").formatted(
                flooded.p99Milliseconds(), alone.p99Milliseconds(),
                flooded.p99Milliseconds() / alone.p99Milliseconds()));
    }

    private void parallel(Table table) throws Exception {
        BidLoad load = load(LOTS);
        load.run(TURN, 0, MOST);
        List<Measured> ours = new ArrayList<>();
        List<Measured> plain = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            ours.add(load.run(TURN, 0, MOST));
            plain.add(rows.run(LOTS, TURN));
        }
        table.line("signed bids on 100 lots by HTTP", Measured.median(ours).perSecond(),
                "the same on 100 rows", Measured.median(plain).perSecond(), 0.5);
    }
}
