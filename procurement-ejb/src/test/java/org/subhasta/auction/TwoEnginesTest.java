package org.subhasta.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.auction.model.BidKind;
import org.subhasta.kernel.ServerClock;

/** Two servers on one database, each with its own lane and its own memory of one lot. */
class TwoEnginesTest {

    private static final int BIDDERS = 12;
    private static final int BIDS_OF_EACH = 60;

    @TempDir
    private static Path folder;

    /** A bid that was sent, and what came of it here and, sent again, there. */
    private record Sent(UUID id, Judged first, Judged again) {
    }

    @Test
    @DisplayName("There is one total order; no bid is lost, and none is judged twice")
    void one_order() throws Exception {
        try (AuctionDatabase database = AuctionDatabase.start(folder);
                ExecutorService threads = Executors.newCachedThreadPool();
                Engine one = new Engine(database, new ServerClock());
                Engine other = new Engine(database, new ServerClock())) {
            Lot lot = open(database, one);
            List<Lane<Request, Judged>> lanes = List.of(
                    new Lane<>(threads, requests -> one.judge(lot, requests)),
                    new Lane<>(threads, requests -> other.judge(lot, requests)));
            List<Future<List<Sent>>> bidders = new ArrayList<>();
            for (int i = 0; i < BIDDERS; i++) {
                int bidder = i;
                bidders.add(threads.submit(() -> bid(one, lot, lanes, bidder)));
            }
            List<Sent> sent = new ArrayList<>();
            for (Future<List<Sent>> bidder : bidders) {
                sent.addAll(bidder.get());
            }
            check(database, one, lot, sent);
        }
    }

    private static Lot open(AuctionDatabase database, Engine engine) throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        database.beat(now.plus(Duration.ofHours(1)));
        Lot lot = database.publish("""
                {"format": "english-reverse", "currency": "EUR", "openingPrice": "1000000.00",
                 "opensAt": "%s", "phases": [{"step": "0.01", "length": "PT30M"}]}"""
                .formatted(now.plusSeconds(2)), now).at(1);
        engine.admit(lot, IntStream.range(0, BIDDERS).mapToObj(i -> "bidder-" + i)
                .toArray(String[]::new));
        Thread.sleep(2_500);
        return lot;
    }

    /** Each bids a little lower each time, now through this server, now through that. */
    private static List<Sent> bid(Engine any, Lot lot, List<Lane<Request, Judged>> lanes,
            int bidder) {
        List<Sent> sent = new ArrayList<>();
        String participant = "bidder-" + bidder;
        for (int i = 0; i < BIDS_OF_EACH; i++) {
            UUID id = UUID.randomUUID();
            int cents = 99_999_999 - (i * BIDDERS + bidder) * 3;
            Request bid = any.signed(lot, participant, BidKind.BID,
                    cents / 100 + "." + (cents % 100 + 100 + "").substring(1), id);
            Judged first = lanes.get((bidder + i) % 2).offer(participant, bid).orElseThrow().join();
            Judged again = i % 5 > 0 ? first : lanes.get((bidder + i + 1) % 2)
                    .offer(participant, bid).orElseThrow().join();
            sent.add(new Sent(id, first, again));
        }
        return sent;
    }

    private static void check(AuctionDatabase database, Engine engine, Lot lot, List<Sent> sent)
            throws Exception {
        List<String> ids = database.column("""
                SELECT id FROM auction.act WHERE auction = ? AND id IS NOT NULL
                ORDER BY number""", lot.auction());
        Set<String> judged = new HashSet<>(ids);
        assertEquals(ids.size(), judged.size(), "none is judged twice");
        assertEquals(BIDDERS * BIDS_OF_EACH, ids.size(), "none is lost");
        long accepted = 0;
        for (Sent one : sent) {
            assertTrue(judged.contains(one.id().toString()));
            assertEquals(one.first().recorded(), one.again().recorded());
            assertEquals(one.first().refusal(), one.again().refusal());
            assertFalse(one.first().isRepeated());
            accepted += one.first().refusal().isEmpty() ? 1 : 0;
        }
        assertEquals(List.of(Long.toString(accepted)), database.column("""
                SELECT count(*) FROM auction.act WHERE auction = ? AND id IS NOT NULL
                  AND code = ''""", lot.auction()));
        assertEquals(List.of(), database.column("""
                SELECT number FROM (SELECT number, at, lag(number) OVER (ORDER BY number) AS before,
                    lag(at) OVER (ORDER BY number) AS earlier FROM auction.act
                    WHERE auction = ?) AS acts
                WHERE number <> coalesce(before, 0) + 1 OR at < earlier""", lot.auction()),
                "one total order, in time as in number");
        assertEquals(database.column("""
                SELECT max(sequence) FROM journal.entry WHERE subject = ?""",
                lot.subject().toString()), database.column("""
                SELECT count(*) FROM journal.entry WHERE subject = ?""",
                lot.subject().toString()), "the journal has no gap");
        // Reading compares each act's answer with what was recorded by whichever server judged it.
        assertTrue(engine.read(lot).ranking().size() > 1);
    }
}
