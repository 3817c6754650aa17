package org.subhasta.bench;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.subhasta.auction.format.SignedAct;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.BidKind;
import org.subhasta.rig.Supplier;
import org.subhasta.signing.DetachedJws;

/**
 * Bids sent over HTTP, each bidder on a connection of its own, the next when the last was answered.
 * They are signed before the time is taken; in ranked auctions each has only to improve on the same
 * bidder's last one, so that all of them are accepted in whatever order they arrive.
 */
final class BidLoad {

    private static final int CREATED = 201;
    private static final int TOO_MANY = 429;

    private final int port;
    private final String auction;
    private final int lots;
    private final List<Bidder> bidders;
    private long cents = 99_999_999_999_99L;

    private record Bidder(Supplier supplier, ArrayDeque<byte[]> signed) {
    }

    /** @param lots of the auction, called 1, 2, …; each bid is on one of them at random */
    BidLoad(int port, String auction, int lots, List<Supplier> suppliers) {
        this.port = port;
        this.auction = auction;
        this.lots = lots;
        this.bidders = suppliers.stream().map(one -> new Bidder(one, new ArrayDeque<>()))
                .toList();
    }

    /** Terms of an auction on which {@link #run} bids. */
    static String terms(String title, String opensAt, int lots) {
        String names = String.join(",", IntStream.rangeClosed(1, lots)
                .mapToObj(i -> "\"" + i + "\"").toList());
        return """
                {"title": "%s", "format": "ranked-english", "currency": "EUR",
                 "openingPrice": "999999999999.99", "opensAt": "%s", "lots": [%s],
                 "phases": [{"step": "0.01", "length": "P1D"}]}""".formatted(title, opensAt, names);
    }

    /** Has each bidder sign so many bids. */
    private void sign(int first, int last, int each) {
        long from = cents;
        cents -= each;
        IntStream.range(first, last).parallel().forEach(i -> {
            Bidder bidder = bidders.get(i);
            for (long amount = from; amount > from - each; amount--) {
                bidder.signed().add(request(bidder.supplier(), amount));
            }
        });
    }

    private byte[] request(Supplier supplier, long amount) {
        String lot = Integer.toString(1 + ThreadLocalRandom.current().nextInt(lots));
        byte[] act = new SignedAct(auction, lot, new Act.PlaceBid(UUID.randomUUID().toString(),
                supplier.organisation(), BidKind.BID, amount / 100 + "."
                + Long.toString(100 + amount % 100).substring(1), "EUR", 0)).bytes();
        return HttpConnection.post("/api/v1/auctions/" + auction + "/acts", supplier.token(),
                Json.createObjectBuilder().add("act", new String(act, StandardCharsets.UTF_8))
                        .add("signature", DetachedJws.sign(act, supplier.key()))
                        .build().toString());
    }

    /**
     * Has all bidders bid.
     *
     * @param most bids of all together per second; 0 for as many as are answered
     * @param expected bids of each per second at most, so many are signed beforehand
     * @throws IOException where a bid was not accepted
     */
    Measured run(Duration length, double most, double expected)
            throws IOException, InterruptedException {
        return run(0, bidders.size(), length, most / bidders.size(), expected);
    }

    /**
     * Has all but the first bid so often a second each, and the first a hundred times as often;
     * what is too much of it is turned away.
     *
     * @param flooded whether the first takes part
     * @return what the others met
     */
    Measured others(Duration length, double each, boolean flooded)
            throws IOException, InterruptedException {
        if (!flooded) {
            return run(1, bidders.size(), length, each, each);
        }
        ExecutorService flood = Executors.newSingleThreadExecutor();
        try {
            sign(0, 1, (int) Math.ceil(each * 100 * length.toSeconds()) + 10);
            Future<long[]> first = flood.submit(() -> bid(bidders.getFirst(),
                    System.nanoTime() + length.toNanos(), (long) (1e7 / each), true));
            Measured others = run(1, bidders.size(), length, each, each);
            first.get();
            return others;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            flood.shutdown();
        }
    }

    private Measured run(int first, int last, Duration length, double each, double expected)
            throws IOException, InterruptedException {
        sign(first, last, (int) Math.ceil(expected * length.toSeconds() * 2) + 10);
        ExecutorService threads = Executors.newFixedThreadPool(last - first);
        try {
            long begin = System.nanoTime();
            long end = begin + length.toNanos();
            long pause = each == 0 ? 0 : (long) (1e9 / each);
            List<Future<long[]>> running = new ArrayList<>();
            for (Bidder bidder : bidders.subList(first, last)) {
                running.add(threads.submit(() -> bid(bidder, end, pause, false)));
            }
            List<long[]> latencies = new ArrayList<>();
            for (Future<long[]> one : running) {
                latencies.add(one.get());
            }
            return Measured.of(latencies, System.nanoTime() - begin);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdown();
            bidders.forEach(bidder -> bidder.signed().clear());
        }
    }

    private long[] bid(Bidder bidder, long end, long pause, boolean floods) throws Exception {
        long[] latencies = new long[1_024];
        int count = 0;
        long next = System.nanoTime();
        try (HttpConnection connection = new HttpConnection(port)) {
            while (System.nanoTime() < end) {
                if (pause > 0) {
                    next += floods ? pause : ThreadLocalRandom.current().nextLong(2 * pause);
                    Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
                }
                byte[] request = bidder.signed().poll();
                if (request == null) {
                    throw new IOException("too few bids were signed beforehand");
                }
                long sent = System.nanoTime();
                int status = connection.send(request);
                if (status != CREATED && !(floods && status == TOO_MANY)) {
                    throw new IOException("a bid was answered with " + status);
                }
                if (count == latencies.length) {
                    latencies = Arrays.copyOf(latencies, 2 * count);
                }
                latencies[count++] = System.nanoTime() - sent;
            }
        }
        return Arrays.copyOf(latencies, count);
    }
}
