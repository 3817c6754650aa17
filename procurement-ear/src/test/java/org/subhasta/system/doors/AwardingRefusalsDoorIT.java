package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.subhasta.awarding.AwardingRefusal.*;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.awarding.Awards;
import org.subhasta.awarding.Proposal;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Role;
import org.subhasta.system.DoorTest;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;

/** What cannot be evaluated, or not so. */
class AwardingRefusalsDoorIT extends DoorTest {

    private static String officer;
    private static Panel panel;
    private static Bidder bidder;

    @BeforeEach
    void people() throws Exception {
        if (bidder == null) {
            panel = Panel.of(2, 3);
            officer = Bidder.person("mara@alder-bay.example");
            bidder = Bidder.register(officer, "Careful Paving Ltd");
        }
    }

    @Test
    void what_is_said_about_a_bid_is_about_one_received_and_a_lot_and_short_enough()
            throws Exception {
        TenderView tender = Paving.published(officer, panel);
        Box box = Box.of(tender, panel, false);
        String id = tender.id();
        String bid = box.take(bidder, Bid.of(bidder, box)).toString();
        box.closeAfter(Duration.ofHours(1));
        box.unseal();
        Awards awards = door(Awards.class);
        assertRefused(EVALUATED_BID_UNKNOWN, () -> awards.disqualify(
                id, 0, UUID.randomUUID().toString(), Optional.empty(), "no references"));
        assertRefused(EVALUATED_LOT_UNKNOWN, () -> awards.disqualify(
                id, 0, bid, Optional.of("9"), "no references"));
        assertRefused(EVALUATED_LOT_UNKNOWN, () -> awards.propose(
                id, 0, Map.of("9", Proposal.award(bid, ""))));
        assertRefused(NOT_DISQUALIFIED, () -> awards.reinstate(
                id, 0, bid, Optional.empty(), "a mistake"));
        String tooLong = "x".repeat(Awards.LONGEST_REASON + 1);
        assertRefused(EVALUATION_REASON_TOO_LONG, () -> awards.disqualify(
                id, 0, bid, Optional.empty(), tooLong));
        assertRefused(EVALUATION_REASON_TOO_LONG, () -> awards.propose(
                id, 0, Map.of("1", Proposal.award(bid, tooLong))));
    }

    @Test
    void a_cancelled_tender_is_not_evaluated_whether_it_was_open_closed_or_opened()
            throws Exception {
        Awards awards = door(Awards.class);
        TenderView open = Paving.published(officer, panel);
        TenderView closed = Paving.published(officer, panel);
        TenderView opened = Paving.published(officer, panel);
        cancel(open);
        Moment.advance(Duration.ofHours(1));
        Box.of(closed, panel, false).close();
        Box.of(opened, panel, false).close();
        cancel(closed);
        Box.of(opened, panel, false).unseal();
        cancel(opened);
        for (TenderView tender : new TenderView[] {open, closed}) {
            assertRefused(TENDER_NOT_EVALUABLE, () -> awards.evaluation(tender.id()));
        }
        assertRefused(TENDER_NOT_EVALUABLE, () -> awards.decide(opened.id(), 0));
    }

    private static void cancel(TenderView tender) throws Exception {
        as(officer, Role.OFFICER, () -> done(door(Tenders.class).cancel(tender.id(), "No money")));
    }

    private static void assertRefused(Refusal.Code code, Callable<Outcome<?>> work)
            throws Exception {
        Outcome<?> outcome = as(officer, Role.OFFICER, work);
        assertEquals(code, assertInstanceOf(Outcome.Refused.class, outcome).first().code());
    }
}
