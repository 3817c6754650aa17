package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.Announcements;
import org.subhasta.bidding.Closings;
import org.subhasta.bidding.Submission;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.OutageRule;
import org.subhasta.journal.EntryView;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.Subject;
import org.subhasta.parties.Role;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.Sha256;
import org.subhasta.system.DoorTest;

/** Who announced a bid in time gets time again where the platform was down within the grace. */
class GraceDoorIT extends DoorTest {

    private static final Duration TIME = Duration.ofMinutes(20);
    private static final Duration GRACE = Duration.ofMinutes(30);

    @Test
    void an_outage_within_the_grace_loses_no_announced_bid() throws Exception {
        String officer = Bidder.person("mara@alder-bay.example");
        Bidder slow = Bidder.register(officer, "Long Way Off Ltd");
        Bidder other = Bidder.register(officer, "Round The Corner Ltd");
        Box box = Box.open(officer, TIME, Panel.of(2, 3), false, GRACE);
        Submission bid = Bid.of(slow, box).made();
        announce(slow, box, bid);
        Moment.advance(TIME.plusMinutes(1));
        Instant deadline = box.view().closesAt();

        Moment.outage(GRACE.plusMinutes(10));
        // Whoever is first, this call or the timers.
        door(Closings.class).beat();
        Instant end = box.view().graceEndsAt();
        assertFalse(end.isBefore(Moment.now().plus(OutageRule.AFTERMATH).minusSeconds(60)));
        assertEquals(deadline, box.view().closesAt(), "the closing was before");
        assertEquals(1, door(JournalReports.class).entries(Subject.of("tender", box.id())).stream()
                .map(EntryView::act).filter("grace-moved"::equals).count());
        door(Closings.class).close(box.id());
        assertTrue(box.view().isOpen());
        assertEquals(BiddingRefusal.LATE, box.send(other, Bid.of(other, box).made())
                .refusals().getFirst().code());

        Moment.advance(OutageRule.AFTERMATH.minusMinutes(1));
        assertTrue(box.send(slow, bid).accepted());
        box.close();
    }

    private static void announce(Bidder bidder, Box box, Submission bid) throws Exception {
        byte[] statement = ("{\"bid\":\"" + Panel.envelope(new String(bid.envelope(),
                StandardCharsets.UTF_8)).header().id() + "\",\"bidder\":\"" + bidder.organisation()
                + "\",\"envelope\":\"" + Sha256.hex(bid.envelope())
                + "\",\"format\":\"subhasta-announcement-1\",\"madeAt\":\"2026-11-22T10:00:00Z\","
                + "\"notice\":\"" + box.notice() + "\",\"tender\":\"" + box.id() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] signature = CadesSigner.sign(statement, bidder.key(), Moment.now());
        assertTrue(as(bidder.person(), Role.SUPPLIER, () -> door(Announcements.class)
                .announce(box.id(), statement, signature)).accepted());
    }
}
