package org.subhasta.auction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.format.SignedAct;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.BidKind;
import org.subhasta.auction.model.ClockWatch;
import org.subhasta.auction.model.InterruptionRule;
import org.subhasta.auction.model.Scoring;
import org.subhasta.journal.Actor;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.ServerClock;

/**
 * Bids put on lots as fast as their bidders can, through lanes, engine and database alone, as a
 * server does it but without HTTP and signatures: for {@code ./subhasta bench auction}.
 */
public final class AuctionLoad implements AutoCloseable {

    /** Lots judged at the same time, as in a server. */
    private static final int WORKERS = 16;
    /** How long it may take to admit all bidders to one lot. */
    private static final Duration TO_ADMIT = Duration.ofMillis(500);
    private static final String SIGNATURE = "e".repeat(86) + ".." + "s".repeat(86);
    private static final long OPENING_CENTS = 99_999_999_999_999L;

    private final Connections connections;
    private final String person;
    private final Ledger ledger =
            new Ledger(new ServerClock(), new ClockWatch(), InterruptionRule.GRACE);
    private final List<Lot> lots = new ArrayList<>();
    private final Map<Lot.Key, LotState> states = new ConcurrentHashMap<>();
    private final Map<Lot.Key, Lane<Request, Judged>> lanes = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Connection> idle = new LinkedBlockingQueue<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

    /** Where connections come from, as the application's own role. */
    public interface Connections {
        Connection open() throws SQLException;
    }

    /**
     * What was measured.
     *
     * @param accepted bids, each answered when it was durable
     * @param nanos    how long it took
     * @param p99Nanos within which 99 of 100 were answered
     */
    public record Measured(long accepted, long nanos, long p99Nanos) {
    }

    private AuctionLoad(Connections connections, String person) {
        this.connections = connections;
        this.person = person;
    }

    /**
     * Publishes an auction, admits bidders to all of its lots and opens them.
     *
     * @param organisation whose auction it is
     * @param person       who sends all bids, as far as the database asks
     */
    public static AuctionLoad begin(Connections connections, String organisation, String person,
            int lots, int bidders) throws SQLException {
        AuctionLoad load = new AuctionLoad(connections, person);
        for (int i = 0; i < WORKERS; i++) {
            Connection connection = connections.open();
            connection.setAutoCommit(false);
            load.idle.add(connection);
        }
        load.publish(organisation, lots);
        for (Lot lot : load.lots) {
            List<Request> admissions = new ArrayList<>();
            for (int i = 0; i < bidders; i++) {
                admissions.add(new Request.Done(new Act.Admit("bidder-" + i, Integer.toString(i),
                        Scoring.Marks.NONE, Optional.empty()), Actor.system("bench")));
            }
            load.judge(lot, admissions);
        }
        return load;
    }

    /** Waits until its lots are open. */
    public void awaitOpening() throws InterruptedException {
        Instant opensAt = lots.getFirst().beginning().terms().opensAt().orElseThrow();
        Duration left = Duration.between(new ServerClock().now(), opensAt.plusSeconds(1));
        Thread.sleep(Duration.ofNanos(Math.max(0, left.toNanos())));
    }

    private void publish(String organisation, int count) throws SQLException {
        Instant now = new ServerClock().now();
        try (Connection connection = connections.open()) {
            StringBuilder names = new StringBuilder();
            for (int i = 1; i <= count; i++) {
                names.append(i > 1 ? "," : "").append('"').append(i).append('"');
            }
            LiveTerms terms = LiveTerms.read("""
                    {"format": "ranked-english", "currency": "EUR", "openingPrice": "%s",
                     "opensAt": "%s", "lots": [%s],
                     "phases": [{"step": "0.01", "length": "P1D"}]}"""
                    .formatted(amount(OPENING_CENTS), now.plus(TO_ADMIT.multipliedBy(count + 4L)),
                            names))
                    .value().orElseThrow();
            String id = Identifier.next();
            lots.addAll(Published.lots(id, terms));
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO auction.auction VALUES (?, ?, 'Benchmark', ?, ?)")) {
                insert.setString(1, id);
                insert.setString(2, organisation);
                insert.setString(3, terms.text());
                insert.setObject(4, ActStore.of(now));
                insert.executeUpdate();
            }
            for (Lot lot : lots) {
                LotBook.insert(connection, lot, now);
            }
        }
    }

    private List<Judged> judge(Lot lot, List<Request> requests) {
        try {
            Connection connection = idle.take();
            try {
                Ledger.Turn turn = ledger.judge(connection, lot,
                        Optional.ofNullable(states.get(lot.key())), requests);
                connection.commit();
                states.put(lot.key(), turn.state());
                return turn.answers();
            } finally {
                idle.add(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Has each bidder bid, on any of the lots, and bid again when answered.
     *
     * @param each bids of all together per second at most; 0 for as many as they can
     */
    public Measured run(int bidders, Duration length, long each) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(bidders);
        try {
            long begin = System.nanoTime();
            long pause = each == 0 ? 0 : 1_000_000_000L * bidders / each;
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < bidders; i++) {
                String bidder = "bidder-" + i;
                running.add(threads.submit(() -> bid(bidder, begin + length.toNanos(), pause)));
            }
            List<long[]> latencies = new ArrayList<>();
            for (Future<long[]> one : running) {
                latencies.add(one.get());
            }
            long nanos = System.nanoTime() - begin;
            long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Measured(all.length, nanos, all[(int) (all.length * 99L / 100)]);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a bid was not accepted", e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private long[] bid(String bidder, long end, long pause) throws InterruptedException {
        long[] latencies = new long[1_024];
        int count = 0;
        long next = System.nanoTime();
        while (System.nanoTime() < end) {
            if (pause > 0) {
                next += ThreadLocalRandom.current().nextLong(2 * pause);
                Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            }
            Lot lot = lots.get(ThreadLocalRandom.current().nextInt(lots.size()));
            long sent = System.nanoTime();
            Judged judged = lanes.computeIfAbsent(lot.key(), key -> new Lane<>(workers,
                    requests -> judge(lot, requests))).offer(bidder, request(lot, bidder))
                    .orElseThrow().join();
            if (judged.refusal().isPresent()) {
                throw new IllegalStateException(judged.refusal().get().toString());
            }
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, 2 * count);
            }
            latencies[count++] = System.nanoTime() - sent;
        }
        return Arrays.copyOf(latencies, count);
    }

    /** Lower than all of the bidder's before: a cent less with each microsecond. */
    private Request request(Lot lot, String bidder) {
        long cents = OPENING_CENTS - System.nanoTime() / 1_000 % (OPENING_CENTS / 2);
        SignedAct act = new SignedAct(lot.auction(), lot.name(), new Act.PlaceBid(
                UUID.randomUUID().toString(), bidder, BidKind.BID, amount(cents), "EUR", 0));
        return new Request.Signed(Delivery.of(act, act.bytes(), SIGNATURE, person,
                lot.beginning().terms().opensAt().orElseThrow()), Optional.empty());
    }

    private static String amount(long cents) {
        return cents / 100 + "." + Long.toString(100 + cents % 100).substring(1);
    }

    /** Reads all acts of the first lot anew; how many there are. */
    public long replay() throws SQLException, InterruptedException {
        Connection connection = idle.take();
        try {
            long acts = ledger.read(connection, lots.getFirst(), Optional.empty()).acts();
            connection.commit();
            return acts;
        } finally {
            idle.add(connection);
        }
    }

    @Override
    public void close() throws SQLException {
        workers.shutdown();
        for (Connection connection : idle) {
            connection.close();
        }
    }
}
