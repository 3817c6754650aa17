package org.subhasta.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.auction.model.AuctionRefusal.AUCTION_PAUSED;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.auction.model.Answer;
import org.subhasta.auction.model.Audience;

/** Who could not bid because no server was there, or its clock was wrong, gets the time back. */
class InterruptionsTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Instant END = NOON.plus(Duration.ofMinutes(30));

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
    void running() throws Exception {
        clock = new SetClock(NOON.minusSeconds(60));
        database.beat(clock.now());
        engine = new Engine(database, clock);
        lot = database.publish("""
                {"format": "english-reverse", "currency": "EUR", "openingPrice": "10000.00",
                 "opensAt": "2027-03-01T12:00:00Z",
                 "phases": [{"step": "100.00", "length": "PT30M", "softClose": "none"}]}""",
                clock.now()).at(1);
        engine.admit(lot, "A", "B");
        alive(NOON);
        engine.wake(lot);
    }

    @AfterEach
    void close() throws Exception {
        engine.close();
    }

    /** Time passes and servers are there. */
    private void alive(Instant until) throws Exception {
        clock.pass(Duration.between(clock.now(), until));
        database.beat(until);
    }

    /** Time passes without anybody, then a server comes that remembers nothing. */
    private void dead(Instant until) throws Exception {
        clock.pass(Duration.between(clock.now(), until));
        engine = engine.restarted(clock);
    }

    private void assertPausedSince(Instant since) throws Exception {
        Judged bid = engine.bid(lot, "B", "9000.00");
        assertEquals(Optional.of(AUCTION_PAUSED), bid.refusal().map(refusal -> refusal.code()));
        assertEquals(Optional.of(since), engine.read(lot)
                .view(new Audience.Everyone()).pausedAt());
    }

    @Test
    @DisplayName("A restart that crossed nothing changes nothing")
    void short_restart() throws Exception {
        alive(NOON.plusSeconds(600));
        dead(NOON.plusSeconds(640));
        assertInstanceOf(Answer.Accepted.class, engine.bid(lot, "A", "9900.00").answer());
        assertEquals(Optional.of(END), engine.remembered(lot).nextDeadline());
    }

    @Test
    @DisplayName("A restart across the closing pauses as of the last beat; the rest is given back")
    void across_the_closing() throws Exception {
        alive(END.minusSeconds(10));
        dead(END.plusSeconds(5));
        assertPausedSince(END.minusSeconds(10));
        alive(END.plusSeconds(600));
        engine.order(lot, new Order.Resume("The platform is back"));
        assertEquals(Optional.of(END.plusSeconds(610)), engine.remembered(lot).nextDeadline());
        assertInstanceOf(Answer.Accepted.class, engine.bid(lot, "A", "9900.00").answer());
    }

    @Test
    @DisplayName("An absence longer than the grace pauses, though it crossed nothing")
    void long_absence() throws Exception {
        alive(NOON.plusSeconds(60));
        dead(NOON.plusSeconds(121));
        assertPausedSince(NOON.plusSeconds(60));
    }

    @Test
    @DisplayName("The closing of a server that is there is no interruption, a moment late or not")
    void served() throws Exception {
        alive(END.minusSeconds(4));
        clock.pass(Duration.ofMillis(4_300));
        engine.wake(lot);
        assertEquals(Optional.of(END), engine.remembered(lot).endedAt());
    }

    @Test
    @DisplayName("A closing that was served before the servers died stands")
    void served_before() throws Exception {
        alive(END.plusSeconds(1));
        engine.wake(lot);
        dead(END.plus(Duration.ofDays(1)));
        engine.wake(lot);
        assertEquals(Optional.of(END), engine.read(lot).endedAt());
    }

    @Test
    @DisplayName("What an alarm of the journal kept a lot from taking is given back")
    void frozen() throws Exception {
        alive(END.minusSeconds(20));
        database.alarm(lot, END.minusSeconds(20), END.plusSeconds(100));
        alive(END.plusSeconds(100));
        assertPausedSince(END.minusSeconds(20));
        engine.order(lot, new Order.Resume("The journal is as it was recorded"));
        assertEquals(Optional.of(END.plusSeconds(120)), engine.remembered(lot).nextDeadline());
        assertInstanceOf(Answer.Accepted.class, engine.bid(lot, "A", "9900.00").answer());
    }

    @Test
    @DisplayName("A short alarm that crossed nothing changes nothing, whenever it is looked at")
    void frozen_shortly() throws Exception {
        alive(NOON.plusSeconds(100));
        database.alarm(lot, NOON.plusSeconds(100), NOON.plusSeconds(130));
        alive(NOON.plusSeconds(600));
        assertInstanceOf(Answer.Accepted.class, engine.bid(lot, "A", "9900.00").answer());
        assertEquals(Optional.of(END), engine.remembered(lot).nextDeadline());
    }

    @Test
    @DisplayName("A clock set forward across the closing pauses where it should have been")
    void forward() throws Exception {
        alive(NOON.plusSeconds(300));
        engine.wake(lot);
        clock.pass(Duration.ofSeconds(3)).jump(Duration.ofHours(1));
        assertPausedSince(NOON.plusSeconds(303));
        assertFalse(engine.read(lot).endedAt().isPresent());
    }

    @Test
    @DisplayName("A clock set back pauses, and no act is judged before the last")
    void back() throws Exception {
        alive(NOON.plusSeconds(300));
        Judged last = engine.bid(lot, "A", "9900.00");
        clock.pass(Duration.ofSeconds(3)).jump(Duration.ofMinutes(-4));
        Judged refused = engine.bid(lot, "B", "9800.00");
        assertEquals(Optional.of(AUCTION_PAUSED), refused.refusal().map(one -> one.code()));
        assertFalse(refused.at().isBefore(last.at()));
        assertTrue(engine.read(lot).isPaused());
    }

    @Test
    @DisplayName("A clock that moved by two seconds is none of it")
    void small_step() throws Exception {
        alive(NOON.plusSeconds(300));
        engine.bid(lot, "A", "9900.00");
        clock.jump(Duration.ofSeconds(2));
        assertInstanceOf(Answer.Accepted.class, engine.bid(lot, "B", "9800.00").answer());
    }

    @Test
    @DisplayName("A jump is judged for a lot that nobody looked at meanwhile, too, and once")
    void other_lots() throws Exception {
        Lot other = database.publish("""
                {"format": "english-reverse", "currency": "EUR", "openingPrice": "500.00",
                 "opensAt": "2027-03-01T12:00:00Z"}""", NOON.minusSeconds(1)).at(1);
        alive(NOON.plusSeconds(300));
        engine.wake(other);
        engine.wake(lot);
        clock.pass(Duration.ofSeconds(3)).jump(Duration.ofMinutes(20));
        engine.wake(other);
        database.beat(clock.now());
        engine.wake(lot);
        assertTrue(engine.read(lot).isPaused());
        engine.order(lot, new Order.Resume("Seen to"));
        engine.wake(lot);
        assertFalse(engine.read(lot).isPaused());
    }
}
