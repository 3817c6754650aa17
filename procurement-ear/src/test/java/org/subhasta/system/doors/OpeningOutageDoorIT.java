package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.Closings;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.OutageRule;
import org.subhasta.bidding.model.Part;
import org.subhasta.journal.ActsRefused;
import org.subhasta.journal.Alarms;
import org.subhasta.journal.SelfCheck;
import org.subhasta.parties.JournalAdministration;
import org.subhasta.parties.Role;
import org.subhasta.system.DoorTest;

/**
 * The time that openers have is lengthened where they could not act at its end: the platform was down,
 * or an alarm stood on the box.
 */
class OpeningOutageDoorIT extends DoorTest {

    @Test
    void an_alarm_over_an_opening_gives_openers_their_time_back_when_it_ends()
            throws Exception {
        String officer = Bidder.person("mara@alder-bay.example");
        Bidder bidder = Bidder.register(officer, "Alarmed Works");
        Box box = Box.open(officer, Duration.ofMinutes(10));
        box.take(bidder, Bid.of(bidder, box));
        box.closeAfter(Duration.ofMinutes(10));
        Instant end = box.opening().endsAt().orElseThrow();
        Acts.integrate();
        tamper(box, "actor || 'x'");
        try {
            door(SelfCheck.class).whole();
            assertThrows(ActsRefused.class,
                    () -> box.panel().release(box.panel().member(0), box, Part.BID));
            Moment.advance(Duration.ofHours(1));
        } finally {
            tamper(box, "left(actor, -1)");
            endAlarms();
        }
        Instant later = box.opening().endsAt().orElseThrow();
        assertFalse(later.isBefore(end.plus(Duration.ofMinutes(59))));
        assertFalse(later.isBefore(Moment.now().plus(OutageRule.RELEASE).minusSeconds(60)));
        assertEquals(1, box.acts().stream().filter("opening-extended"::equals).count());
        box.unseal();
    }

    /** As somebody could do it who holds the database. */
    private static void tamper(Box box, String actor) throws Exception {
        assertEquals(1, Owner.change("UPDATE journal.entry SET actor = " + actor
                + " WHERE subject = ? AND act = 'box-closed'", "box/" + box.id()));
    }

    private static void endAlarms() throws Exception {
        for (Alarms.Alarm alarm : door(Alarms.class).standing()) {
            as(Bidder.person("admin@subhasta.example"), Role.ADMINISTRATOR,
                    () -> done(door(JournalAdministration.class)
                            .endAlarm(alarm.id(), "put right")));
        }
    }

    @Test
    void an_outage_over_the_end_of_an_opening_loses_no_bid() throws Exception {
        String officer = Bidder.person("mara@alder-bay.example");
        Bidder bidder = Bidder.register(officer, "Patient Works");
        Box box = Box.open(officer, Duration.ofMinutes(10));
        box.take(bidder, Bid.of(bidder, box));
        box.closeAfter(Duration.ofMinutes(10));
        box.panel().release(box.panel().member(0), box, Part.BID);
        Instant end = box.opening().endsAt().orElseThrow();

        Moment.outage(OpeningTerms.SHORTEST_PERIOD.plusHours(1));
        assertTrue(Moment.now().isAfter(end));
        // Whoever is first, this call or the timers: nothing is given up before the outage is judged.
        Panel.advance(box);
        door(Closings.class).beat();
        Panel.advance(box);

        assertInstanceOf(BoxState.Closed.class, box.view().state());
        assertFalse(box.opening().endsAt().orElseThrow()
                .isBefore(Moment.now().plus(OutageRule.RELEASE).minusSeconds(60)));
        assertEquals(1, box.acts().stream().filter("opening-extended"::equals).count());
        box.panel().release(box.panel().member(2), box, Part.BID);
        Panel.advance(box);
        assertInstanceOf(BoxState.Opened.class, box.view().state());
        assertTrue(box.record().orElseThrow().bids().getFirst().parts().getFirst()
                .invalid().isEmpty());
    }
}
