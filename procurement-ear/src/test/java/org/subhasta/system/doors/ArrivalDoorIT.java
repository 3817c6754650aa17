package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.Answer;
import org.subhasta.bidding.Closings;
import org.subhasta.bidding.Submission;
import org.subhasta.system.DoorTest;

/** A box closes over no bid that came in time and is being judged, however long that takes. */
class ArrivalDoorIT extends DoorTest {

    /** As many as the server's pool has: {@code max-pool-size} in its configuration. */
    private static final int CONNECTIONS = 40;

    private static final int AT_ONCE = 16;

    @Test
    void a_judgement_that_takes_long_holds_the_closing_and_one_that_died_does_not()
            throws Exception {
        String officer = Bidder.person("mara@alder-bay.example");
        Bidder bidder = Bidder.register(officer, "Slow Line Works");
        Box box = Box.open(officer, Duration.ofMinutes(10));
        try (Connection judging = Moment.connection()) {
            long arrival = arrived(judging, box, bidder);
            judging.setAutoCommit(false);
            try (PreparedStatement hold = judging.prepareStatement("SELECT pg_advisory_xact_lock("
                    + "hashtextextended('arrival ' || ?, 0))")) {
                hold.setLong(1, arrival);
                hold.execute();
            }
            Moment.advance(Duration.ofMinutes(15));
            door(Closings.class).beat();
            assertFalse(door(Closings.class).close(box.id()));
            assertTrue(box.view().isOpen());
            judging.rollback();
        }
        box.close();
    }

    @Test
    void more_bids_at_once_than_there_are_connections_all_get_an_answer() throws Exception {
        String officer = Bidder.person("mara@alder-bay.example");
        Bidder bidder = Bidder.register(officer, "Crowded Works");
        Box box = Box.open(officer, Duration.ofMinutes(10));
        List<Submission> bids = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            bids.add(Bid.of(bidder, box).made());
        }
        List<Connection> busy = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        try {
            while (busy.size() < CONNECTIONS - AT_ONCE / 2) {
                busy.add(Moment.connection());
            }
            List<FutureTask<Answer>> sending = new ArrayList<>();
            for (Submission bid : bids) {
                FutureTask<Answer> one = new FutureTask<>(() -> box.send(bidder, bid));
                Acts.thread(one).start();
                sending.add(one);
            }
            for (FutureTask<Answer> one : sending) {
                answers.add(one.get());
            }
        } finally {
            for (Connection connection : busy) {
                connection.close();
            }
        }
        assertTrue(answers.stream().allMatch(answer -> answer.receipt().isPresent()));
        assertEquals(1, answers.stream().filter(Answer::accepted).count());
    }

    private static long arrived(Connection connection, Box box, Bidder bidder) throws Exception {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO bidding.arrival (box, bidder, delivery, at) VALUES (?, ?, ?, ?)
                RETURNING number""")) {
            insert.setString(1, box.id());
            insert.setString(2, bidder.organisation());
            insert.setString(3, "ab".repeat(32));
            insert.setObject(4, Moment.now().atOffset(ZoneOffset.UTC));
            ResultSet row = insert.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}
