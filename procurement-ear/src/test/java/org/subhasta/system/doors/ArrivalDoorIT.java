package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.Closings;
import org.subhasta.system.DoorTest;

/** A box closes over no bid that came in time and is being judged, however long that takes. */
class ArrivalDoorIT extends DoorTest {

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
