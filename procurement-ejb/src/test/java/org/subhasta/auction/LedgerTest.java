package org.subhasta.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.auction.model.AuctionRefusal.*;

import java.io.StringReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.auction.format.ActsReader;
import org.subhasta.auction.format.AuctionFile;
import org.subhasta.auction.format.RecordedAct;
import org.subhasta.auction.format.Simulation;
import org.subhasta.auction.format.TermsReader;
import org.subhasta.auction.model.Answer;
import org.subhasta.auction.model.Audience;
import org.subhasta.auction.model.Auction;
import org.subhasta.auction.model.AuctionRefusal;
import org.subhasta.auction.model.BidKind;
import org.subhasta.auction.model.Result;

/** What is judged is written down, and what is written down is the auction. */
class LedgerTest {

    static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private static final String ENGLISH = """
            {"format": "english-reverse", "currency": "EUR", "openingPrice": "10000.00",
             "opensAt": "2027-03-01T12:00:00Z",
             "phases": [{"step": "100.00", "length": "PT30M", "automatic": true}]}""";

    @TempDir
    private static Path folder;

    private static AuctionDatabase database;

    private SetClock clock;
    private Engine engine;
    private Lot lot;

    @BeforeAll
    static void start() throws Exception {
        database = AuctionDatabase.start(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void published() throws Exception {
        clock = new SetClock(NOON.minus(Duration.ofHours(1)));
        database.beat(clock.now());
        engine = new Engine(database, clock);
        lot = database.publish(ENGLISH, clock.now()).at(1);
        engine.admit(lot, "A", "B", "C");
        to(NOON.plusSeconds(1));
    }

    @AfterEach
    void close() throws Exception {
        engine.close();
    }

    /** Time passes, and servers are there. */
    private void to(Instant instant) throws Exception {
        clock.pass(Duration.between(clock.now(), instant));
        database.beat(instant);
    }

    private static void assertRefused(AuctionRefusal code, Judged judged) {
        assertEquals(Optional.of(code), judged.refusal().map(refusal -> refusal.code()));
    }

    private List<String> kept() throws Exception {
        return database.column("SELECT line FROM auction.act WHERE auction = ? ORDER BY number",
                lot.auction());
    }

    @Test
    @DisplayName("What was judged is kept in order, journaled, and named by its leaf")
    void kept_and_journaled() throws Exception {
        Judged bid = engine.bid(lot, "A", "9900.00");
        assertInstanceOf(Answer.Accepted.class, bid.answer());
        assertRefused(NO_IMPROVEMENT, engine.bid(lot, "A", "9950.00"));

        assertEquals(List.of("admit-accepted", "admit-accepted", "admit-accepted", "time-passed",
                "bid-accepted", "bid-refused"), database.column(
                "SELECT act FROM journal.entry WHERE subject = ? ORDER BY sequence",
                lot.subject().toString()));
        assertEquals(List.of("1"), database.column("""
                SELECT count(*) FROM journal.leaf l JOIN journal.entry e ON e.leaf = l.id
                WHERE encode(l.hash, 'hex') = ? AND e.act = 'bid-accepted'""",
                bid.recorded().orElseThrow().leaf()));
        assertEquals(5, kept().size());
        assertEquals(List.of("5"), database.column(
                "SELECT acts FROM auction.lot WHERE auction = ?", lot.auction()));
    }

    @Test
    @DisplayName("What is read from the acts is what was live, for every audience")
    void replayed() throws Exception {
        play();
        Auction live = engine.remembered(lot);
        Auction read = engine.read(lot);
        List<Audience> audiences = List.of(new Audience.Officer(), new Audience.Everyone(),
                new Audience.OneParticipant("A"), new Audience.OneParticipant("B"),
                new Audience.OneParticipant("C"));
        for (Audience audience : audiences) {
            assertEquals(live.view(audience), read.view(audience));
        }
        assertEquals(live.ranking(), read.ranking());
        assertEquals(live.now(), read.now());
    }

    @Test
    @DisplayName("Simulated over its exported files an auction comes to the same")
    void simulated() throws Exception {
        List<Judged> answers = play();
        to(NOON.plus(Duration.ofHours(2)));
        engine.wake(lot);
        AuctionFile file = TermsReader.read(ENGLISH).value().orElseThrow();
        List<RecordedAct> acts = ActsReader.read(
                new StringReader(String.join("\n", kept())), file).value().orElseThrow();
        Simulation simulation = Simulation.begin(file, acts).value().orElseThrow();
        List<Answer> simulated = new ArrayList<>();
        simulation.run(acts, answered -> simulated.add(answered.answer()));
        assertEquals(answers.stream().map(Judged::answer).toList(),
                simulated.subList(3, simulated.size()));
        Auction outcome = simulation.lots().auction(AuctionFile.ONLY_LOT).orElseThrow();
        assertEquals(engine.remembered(lot).result(), outcome.result());
        assertEquals(engine.remembered(lot).endedAt(), outcome.endedAt());
        assertEquals(engine.remembered(lot).ranking(), outcome.ranking());
        assertInstanceOf(Result.Won.class, outcome.result().orElseThrow());
    }

    /** Bids, limits, refusals, a pause, an annulment, an exclusion. */
    private List<Judged> play() throws Exception {
        List<Judged> answers = new ArrayList<>();
        answers.add(engine.bid(lot, "A", "10000.00"));
        answers.addAll(engine.judge(lot, List.of(
                engine.signed(lot, "B", BidKind.LIMIT, "9000.00", UUID.randomUUID()),
                engine.signed(lot, "C", BidKind.LIMIT, "9500.00", UUID.randomUUID()),
                engine.signed(lot, "A", BidKind.BID, "9999.99", UUID.randomUUID()))));
        to(NOON.plusSeconds(60));
        answers.add(engine.order(lot, new Order.Pause("A fire alarm")));
        answers.add(engine.bid(lot, "A", "9000.00"));
        to(NOON.plusSeconds(120));
        answers.add(engine.order(lot, new Order.Resume("It was a drill")));
        answers.add(engine.order(lot, new Order.AnnulStanding("number C", "Asked for it")));
        answers.add(engine.order(lot, new Order.Exclude("number A", "Withdrew")));
        answers.add(engine.order(lot, new Order.Exclude("number A", "Twice")));
        answers.add(engine.order(lot, new Order.Extend(Duration.ofMinutes(5), "The pause")));
        return answers;
    }

    @Test
    @DisplayName("An exact repeat gets the first answer again, and nothing is recorded")
    void repeated() throws Exception {
        Request bid = engine.signed(lot, "A", BidKind.BID, "9900.00", UUID.randomUUID());
        Judged first = engine.judge(lot, bid);
        int before = kept().size();
        clock.pass(Duration.ofSeconds(3));
        List<Judged> again = engine.judge(lot, List.of(bid, bid));
        for (Judged judged : again) {
            assertTrue(judged.isRepeated());
            assertEquals(first.at(), judged.at());
            assertEquals(first.recorded(), judged.recorded());
        }
        assertEquals(before, kept().size());
    }

    @Test
    @DisplayName("Sent twice at once an act is judged once")
    void repeated_in_one_turn() throws Exception {
        Request bid = engine.signed(lot, "A", BidKind.BID, "9900.00", UUID.randomUUID());
        List<Judged> both = engine.judge(lot, List.of(bid, bid));
        assertEquals(both.get(0).recorded(), both.get(1).recorded());
        assertEquals(4, kept().size());
    }

    @Test
    @DisplayName("Other content under a judged id is refused for that, and kept")
    void id_reused() throws Exception {
        UUID id = UUID.randomUUID();
        engine.judge(lot, engine.signed(lot, "A", BidKind.BID, "9900.00", id));
        assertRefused(ACT_ID_REUSED, engine.judge(lot,
                engine.signed(lot, "A", BidKind.BID, "9800.00", id)));
        assertEquals(engine.remembered(lot).ranking(), engine.read(lot).ranking());
        assertEquals(5, kept().size());
    }

    @Test
    @DisplayName("What strangers send leaves no trace")
    void strangers() throws Exception {
        assertRefused(NOT_ADMITTED, engine.bid(lot, "D", "9900.00"));
        assertRefused(ACT_MALFORMED, engine.bid(lot, "A", "1e3"));
        assertEquals(Optional.empty(), engine.bid(lot, "A", "NaN").recorded());
        assertEquals(3, kept().size());
    }

    @Test
    @DisplayName("What was refused before judging is receipted, and changes nothing")
    void flawed() throws Exception {
        UUID id = UUID.randomUUID();
        Judged refused = engine.judge(lot,
                engine.flawed(lot, "A", "9900.00", id, SIGNED_FOR_SOMETHING_ELSE));
        assertRefused(SIGNED_FOR_SOMETHING_ELSE, refused);
        assertTrue(refused.recorded().isPresent());
        Judged again = engine.judge(lot,
                engine.flawed(lot, "A", "9900.00", id, SIGNED_FOR_SOMETHING_ELSE));
        assertTrue(again.isRepeated());
        assertEquals(refused.recorded(), again.recorded());
        assertEquals(3, kept().size());
        assertEquals(List.of(), engine.read(lot).ranking());
    }

    @Test
    @DisplayName("An accepted bid sent again after its certificate has expired is accepted still")
    void repeated_after_expiry() throws Exception {
        UUID id = UUID.randomUUID();
        Judged first = engine.judge(lot, engine.signed(lot, "A", BidKind.BID, "9900.00", id));
        Judged again = engine.judge(lot,
                engine.flawed(lot, "A", "9900.00", id, CERTIFICATE_NOT_VALID));
        assertTrue(again.isRepeated());
        assertEquals(Optional.empty(), again.refusal());
        assertEquals(first.recorded(), again.recorded());
    }

    @Test
    @DisplayName("Headers are concealed while the auction runs and public once it has ended")
    void concealed_until_the_end() throws Exception {
        engine.judge(lot, engine.signed(lot, "A", BidKind.LIMIT, "8000.00", UUID.randomUUID()));
        assertEquals(List.of("0"), disclosed());
        to(NOON.plus(Duration.ofHours(1)));
        engine.wake(lot);
        assertEquals(database.column("SELECT count(*) FROM journal.entry WHERE subject = ?",
                lot.subject().toString()), disclosed());
        assertRefused(AUCTION_CLOSED, engine.bid(lot, "B", "9900.00"));
        assertEquals(database.column("SELECT count(*) FROM journal.entry WHERE subject = ?",
                lot.subject().toString()), disclosed());
    }

    private List<String> disclosed() throws Exception {
        return database.column("""
                SELECT count(*) FROM journal.entry JOIN journal.disclosure USING (leaf)
                WHERE subject = ?""", lot.subject().toString());
    }

    @Test
    @DisplayName("Acts that another wrote meanwhile are caught up with before judging")
    void caught_up() throws Exception {
        try (Engine other = new Engine(database, clock)) {
            engine.bid(lot, "A", "9900.00");
            assertRefused(BELOW_MINIMUM_STEP, other.bid(lot, "B", "9950.00"));
            other.bid(lot, "B", "9800.00");
            assertRefused(BELOW_MINIMUM_STEP, engine.bid(lot, "C", "9750.00"));
            engine.bid(lot, "C", "9700.00");
            assertEquals(engine.read(lot).ranking(), engine.remembered(lot).ranking());
        }
    }

    @Test
    @DisplayName("The application cannot change what was judged")
    void for_ever() throws Exception {
        engine.bid(lot, "A", "9900.00");
        assertTrue(assertThrows(SQLException.class,
                () -> database.column("UPDATE auction.act SET code = 'LATE' RETURNING code"))
                .getMessage().contains("permission denied"));
    }

    @Test
    @DisplayName("Time never goes back within a lot")
    void never_back() throws Exception {
        Judged first = engine.bid(lot, "A", "9900.00");
        clock.jump(Duration.ofMillis(-1500));
        Judged second = engine.bid(lot, "B", "9800.00");
        assertInstanceOf(Answer.Accepted.class, second.answer());
        assertEquals(first.at(), second.at());
    }
}
