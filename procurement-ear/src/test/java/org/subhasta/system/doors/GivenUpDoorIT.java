package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.bidding.model.OpeningRefusal.OPENING_GIVEN_UP;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.Boxes;
import org.subhasta.bidding.OpeningDuty;
import org.subhasta.bidding.Openings;
import org.subhasta.bidding.Unsealing;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.Part;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Role;
import org.subhasta.system.DoorTest;

/** What is sealed when a tender is cancelled is never opened, before its closing or after it. */
class GivenUpDoorIT extends DoorTest {

    private static final Duration TIME = Duration.ofMinutes(10);

    private static String officer;
    private static Bidder bidder;

    @BeforeEach
    void people() throws Exception {
        if (bidder == null) {
            officer = Bidder.person("mara@alder-bay.example");
            bidder = Bidder.register(officer, "Hopeful Works");
        }
    }

    @Test
    void a_box_given_up_before_its_closing_is_opened_to_nobody() throws Exception {
        Box box = Box.open(officer, TIME);
        box.take(bidder, Bid.of(bidder, box));
        giveUp(box);
        Moment.advance(TIME);
        assertRefused(OPENING_GIVEN_UP, Panel.task(box.panel().member(0), box, Part.BID));
        assertSealed(box);
    }

    @Test
    void one_given_up_while_its_openers_act_stays_sealed() throws Exception {
        Box box = Box.open(officer, TIME);
        box.take(bidder, Bid.of(bidder, box));
        box.closeAfter(TIME);
        Panel.Member second = box.panel().member(1);
        byte[] act = box.panel().act(second, box, Part.BID, Map.of()).canonicalJson();
        box.panel().release(box.panel().member(0), box, Part.BID);
        assertEquals(Optional.of(Part.BID), duty(second, box).toOpen());
        giveUp(box);

        assertRefused(OPENING_GIVEN_UP, Panel.task(second, box, Part.BID));
        assertRefused(OPENING_GIVEN_UP, Panel.hand(second, box, act));
        assertEquals(List.of("OPENING_GIVEN_UP"), box.refusedActs());
        assertEquals(Optional.empty(), duty(second, box).toOpen());
        assertTrue(duty(second, box).givenUp());
        assertTrue(box.opening().givenUp());
        assertEquals(Optional.empty(), box.opening().endsAt());
        Moment.advance(OpeningTerms.SHORTEST_PERIOD);
        assertSealed(box);
        assertInstanceOf(BoxState.Closed.class, box.view().state());
    }

    @Test
    void prices_of_a_tender_given_up_are_not_released_and_its_technical_record_stays()
            throws Exception {
        Box box = Box.open(officer, TIME, Panel.of(2, 3), true, Duration.ZERO);
        UUID bid = box.take(bidder, Bid.of(bidder, box));
        box.closeAfter(TIME);
        box.unseal();
        giveUp(box);
        assertRefused(BiddingRefusal.BOX_NOT_OPENED, Acts.inTransaction(() -> as(officer,
                Role.OFFICER, () -> door(Boxes.class).release(box.id(), Set.of(bid),
                        "ab".repeat(32)))));
        assertRefused(OPENING_GIVEN_UP, Panel.task(box.panel().member(0), box, Part.PRICE));
        assertEquals(List.of(Part.TECHNICAL), box.record().orElseThrow().parts());
    }

    private static void giveUp(Box box) throws Exception {
        Acts.inTransaction(() -> as(officer, Role.OFFICER,
                () -> done(door(Boxes.class).abandon(box.id()))));
    }

    private static void assertSealed(Box box) {
        assertFalse(door(Unsealing.class).due().contains(box.id()));
        Panel.advance(box);
        assertEquals(Optional.empty(), box.record());
        assertFalse(box.acts().contains("bid-opened") || box.acts().contains("bid-failed"));
    }

    private static OpeningDuty duty(Panel.Member member, Box box) throws Exception {
        return as(member.person(), Role.OPENER, () -> door(Openings.class).mine()).stream()
                .filter(duty -> duty.box().equals(box.id())).findFirst().orElseThrow();
    }

    private static void assertRefused(Refusal.Code code, Outcome<?> outcome) {
        assertInstanceOf(Outcome.Refused.class, outcome);
        assertEquals(code, ((Outcome.Refused<?>) outcome).first().code());
    }
}
