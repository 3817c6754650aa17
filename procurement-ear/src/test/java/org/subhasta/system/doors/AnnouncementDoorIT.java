package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.bidding.model.BiddingRefusal.*;

import jakarta.ejb.EJBAccessException;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.AnnouncedBid;
import org.subhasta.bidding.Announcements;
import org.subhasta.bidding.Answer;
import org.subhasta.bidding.BidReports;
import org.subhasta.bidding.Closings;
import org.subhasta.bidding.OpeningRecord;
import org.subhasta.bidding.Submission;
import org.subhasta.bidding.model.Announcement;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.Part;
import org.subhasta.parties.Role;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.system.DoorTest;

/** Announcing an envelope before the deadline, and its bytes within the grace after it. */
class AnnouncementDoorIT extends DoorTest {

    private static final Duration TIME = Duration.ofMinutes(20);
    private static final Duration GRACE = Duration.ofMinutes(30);

    private static String officer;
    private static Bidder slow;
    private static Bidder other;

    @BeforeEach
    void people() throws Exception {
        if (slow == null) {
            officer = Bidder.person("mara@alder-bay.example");
            slow = Bidder.register(officer, "Slow Line Ltd");
            other = Bidder.register(officer, "Fast Line Ltd");
        }
    }

    @Test
    void an_announced_envelope_counts_within_the_grace_and_the_box_waits_for_it()
            throws Exception {
        Box box = box();
        Submission bid = Bid.of(slow, box).made();
        assertTrue(announce(slow, box, bid).accepted());
        assertEquals(List.of("box-opened"), box.acts(), "nothing tells that anybody announced");
        Moment.advance(TIME.plusMinutes(10));
        door(Closings.class).close(box.id());
        assertTrue(box.view().isOpen(), "an announced envelope may still come");
        assertFalse(box.view().takesBidsAt(Moment.now()));

        assertTrue(box.send(slow, bid).accepted());
        box.close();
        box.unseal();
        OpeningRecord record = box.record().orElseThrow();
        assertEquals(List.of(id(bid)), record.bids().stream().map(OpeningRecord.Bid::id).toList());
        assertEquals(Optional.empty(), record.bids().getFirst().parts().getFirst().invalid());
        assertEquals(List.of(), record.unfollowed());
        assertEquals("bid-announced", box.acts().get(1));
    }

    @Test
    void after_the_deadline_only_the_very_bytes_announced_are_taken() throws Exception {
        Box box = box();
        assertTrue(announce(slow, box, Bid.of(slow, box).made()).accepted());
        Moment.advance(TIME.plusMinutes(1));
        assertRefused(LATE, box.send(slow, Bid.of(slow, box).price("1.00").made()));
        assertRefused(LATE, box.send(other, Bid.of(other, box).made()));
    }

    @Test
    void after_the_grace_the_announced_bytes_are_late_too_and_the_record_tells_of_them()
            throws Exception {
        Box box = box();
        Submission bid = Bid.of(slow, box).made();
        Answer answer = announce(slow, box, bid);
        Moment.advance(TIME.plus(GRACE));
        assertRefused(LATE, box.send(slow, bid));
        box.close();
        assertRefused(LATE, box.send(slow, bid));
        Panel.advance(box);
        OpeningRecord.Unfollowed unfollowed =
                box.record().orElseThrow().unfollowed().getFirst();
        assertEquals(id(bid), unfollowed.bid());
        assertEquals(slow.organisation(), unfollowed.bidder());
        assertEquals(Sha256.hex(bid.envelope()), unfollowed.envelope());
        assertEquals(answer.receipt().orElseThrow().leaf(), unfollowed.leaf());
    }

    @Test
    void who_announced_nothing_is_late_at_the_deadline_in_spite_of_the_grace() throws Exception {
        Box box = box();
        Submission bid = Bid.of(slow, box).made();
        Moment.advance(TIME);
        assertRefused(LATE, box.send(slow, bid));
        assertRefused(LATE, announce(slow, box, bid));
    }

    @Test
    void a_withdrawal_cannot_be_announced_so_nobody_decides_on_it_afterwards() throws Exception {
        Box box = box();
        UUID standing = box.take(slow, Bid.of(slow, box));
        Submission withdrawal = Bid.of(slow, box).withdrawing(standing).made();
        assertTrue(announce(slow, box, withdrawal).accepted());
        Moment.advance(TIME);
        assertRefused(LATE, box.send(slow, withdrawal));
    }

    @Test
    void an_announced_replacement_takes_the_place_of_the_standing_bid() throws Exception {
        Box box = box();
        UUID standing = box.take(slow, Bid.of(slow, box).price("100.00"));
        Submission better = Bid.of(slow, box).replacing(standing).price("80.00").made();
        assertTrue(announce(slow, box, better).accepted());
        Moment.advance(TIME);
        assertTrue(box.send(slow, better).accepted());
        box.close();
        box.unseal();
        assertEquals(List.of(id(better)), box.record().orElseThrow().bids().stream()
                .map(OpeningRecord.Bid::id).toList());
    }

    @Test
    void of_a_bidders_announcements_the_last_one_counts() throws Exception {
        Box box = box();
        Submission before = Bid.of(slow, box).made();
        Submission last = Bid.of(slow, box).made();
        assertTrue(announce(slow, box, before).accepted());
        assertTrue(announce(slow, box, last).accepted());
        AnnouncedBid announced = as(slow.person(), Role.SUPPLIER,
                () -> door(BidReports.class).announced(box.id())).orElseThrow();
        assertEquals(id(last), announced.bid());
        assertFalse(announced.followed());
        Moment.advance(TIME);
        assertRefused(LATE, box.send(slow, before));
        assertTrue(box.send(slow, last).accepted());
    }

    @Test
    void what_was_announced_before_counts_again_once_it_is_announced_again() throws Exception {
        Box box = box();
        Submission first = Bid.of(slow, box).made();
        Submission second = Bid.of(slow, box).price("90.00").made();
        for (Submission announced : List.of(first, second, first)) {
            assertTrue(announce(slow, box, announced).accepted());
        }
        Moment.advance(TIME.plusMinutes(1));
        assertRefused(LATE, box.send(slow, second));
        assertTrue(box.send(slow, first).accepted());
    }

    @Test
    void the_same_announcement_again_gets_the_first_receipt() throws Exception {
        Box box = box();
        byte[] statement = statement(box.id(), box.notice(), slow, Bid.of(slow, box).made());
        Answer once = announce(slow, slow.key(), box, statement);
        Answer again = announce(slow, slow.key(), box, statement);
        assertTrue(again.repeated());
        assertEquals(once.receipt(), again.receipt());
    }

    @Test
    void somebody_elses_announcement_opens_no_door() throws Exception {
        Box box = box();
        Submission bid = Bid.of(other, box).made();
        assertTrue(announce(slow, box, bid).accepted(), "a hash tells nobody whose it is");
        Moment.advance(TIME);
        assertRefused(LATE, box.send(other, bid));
        byte[] ours = CadesSigner.sign(bid.envelope(), slow.key(), Moment.now());
        assertRefused(BIDDER_DIFFERS, box.send(slow,
                new Submission(box.id(), bid.envelope(), ours, bid.texts())));
    }

    @Test
    void an_announcement_for_something_else_or_by_somebody_else_is_refused_with_a_receipt()
            throws Exception {
        Box box = box();
        Submission bid = Bid.of(slow, box).made();
        assertRefused(TENDER_DIFFERS, announce(slow, slow.key(), box,
                statement(box().id(), box.notice(), slow, bid)));
        assertRefused(NOTICE_DIFFERS, announce(slow, slow.key(), box,
                statement(box.id(), "cd".repeat(32), slow, bid)));
        assertRefused(BIDDER_DIFFERS, announce(slow, slow.key(), box,
                statement(box.id(), box.notice(), other, bid)));
        assertRefused(SIGNER_UNKNOWN, announce(slow, other.key(), box,
                statement(box.id(), box.notice(), slow, bid)));
        box.closeAfter(TIME);
        assertEquals(4, box.acts().stream().filter("announcement-refused"::equals).count());
    }

    @Test
    void what_is_no_announcement_is_told_so_without_a_receipt() throws Exception {
        Box box = box();
        String good = new String(statement(box.id(), box.notice(), slow,
                Bid.of(slow, box).made()), StandardCharsets.UTF_8);
        for (String bad : List.of("", "no JSON", good.replace("announcement-1", "bid-1"),
                good.replace("\"bid\":", "\"bids\":"),
                good + " ".repeat(Announcement.MAXIMUM_BYTES))) {
            Answer answer = announce(slow, slow.key(), box, bad.getBytes(StandardCharsets.UTF_8));
            assertFalse(answer.accepted(), bad);
            assertEquals(Optional.empty(), answer.receipt());
        }
        box.closeAfter(TIME);
        assertEquals(List.of("box-opened", "box-closed"), box.acts());
    }

    @Test
    void members_wait_with_the_box_and_only_suppliers_announce() throws Exception {
        Box box = box();
        Submission bid = Bid.of(slow, box).made();
        assertThrows(EJBAccessException.class, () -> door(Announcements.class)
                .announce(box.id(), new byte[1], new byte[1]));
        assertThrows(EJBAccessException.class, () -> as(officer, Role.OFFICER,
                () -> door(Announcements.class).announce(box.id(), new byte[1], new byte[1])));
        assertTrue(announce(slow, box, bid).accepted());
        Moment.advance(TIME.plusMinutes(5));
        assertTrue(Panel.task(box.panel().member(0), box, Part.BID).toString()
                .contains("BOX_STILL_OPEN"));
    }

    private static Box box() throws Exception {
        return Box.open(officer, TIME, Panel.of(2, 3), false, GRACE);
    }

    private static Answer announce(Bidder bidder, Box box, Submission bid) throws Exception {
        return announce(bidder, bidder.key(), box,
                statement(box.id(), box.notice(), bidder, bid));
    }

    private static Answer announce(Bidder bidder, SigningKey key, Box box, byte[] statement)
            throws Exception {
        byte[] signature = CadesSigner.sign(statement, key, Moment.now());
        return as(bidder.person(), Role.SUPPLIER, () -> door(Announcements.class)
                .announce(box.id(), statement, signature));
    }

    private static byte[] statement(String tender, String notice, Bidder bidder, Submission bid)
            throws Exception {
        return CanonicalJson.canonicalize(Json.createObjectBuilder()
                .add("format", Announcement.FORMAT)
                .add("tender", tender)
                .add("notice", notice)
                .add("bidder", bidder.organisation())
                .add("bid", id(bid).toString())
                .add("envelope", Sha256.hex(bid.envelope()))
                .add("madeAt", Moment.now().toString())
                .build().toString());
    }

    private static UUID id(Submission bid) {
        return Envelope.read(bid.envelope()).orThrow().header().id();
    }

    private static void assertRefused(BiddingRefusal code, Answer answer) {
        assertFalse(answer.accepted());
        assertEquals(code, answer.refusals().getFirst().code());
        assertEquals(code.name(), answer.receipt().orElseThrow().code());
    }
}
