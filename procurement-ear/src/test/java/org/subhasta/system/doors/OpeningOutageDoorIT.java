package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.Closings;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.OutageRule;
import org.subhasta.bidding.model.Part;
import org.subhasta.system.DoorTest;

/** The time that openers have is lengthened where the platform was down at its end. */
class OpeningOutageDoorIT extends DoorTest {

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
