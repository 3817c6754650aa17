package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.AuctionReports;
import org.subhasta.auction.AuctionView;
import org.subhasta.auction.model.AudienceView.Status;
import org.subhasta.system.DoorTest;

/** Practice auctions of the demonstration, which are off in tests but for this one. */
class PracticeDoorIT extends DoorTest {

    private static final String SWITCH = "subhasta.practice";

    private static List<AuctionView> practice() {
        return door(AuctionReports.class).published(0).stream()
                .filter(one -> one.title().startsWith("Practice: ") && !one.hasEnded()).toList();
    }

    @AfterEach
    void off() {
        System.setProperty(SWITCH, "off");
    }

    @Test
    void one_is_always_about_to_open_and_robots_bid_in_it() throws Exception {
        assertEquals(List.of(), practice(), "tests that move the clock are left alone");
        System.setProperty(SWITCH, "on");
        await(() -> practice().size() == 1);
        AuctionView auction = practice().getFirst();
        assertEquals("Practice: office chairs, English auction", auction.title());
        Moment.advance(Duration.between(Moment.now(),
                auction.lots().getFirst().dueAt().orElseThrow().plusSeconds(1)));
        LiveAuction live = new LiveAuction("", auction.id(), Moment.now());
        live.awaited(view -> view.status() == Status.RUNNING);
        await(() -> live.publicly().standings().size() == 2);
        assertTrue(live.publicly().best().isPresent());
        assertEquals(1, practice().size(), "never more than one at a time");
    }

    /** Robots think for some seconds before they bid. */
    private static void await(Supplier<Boolean> until) throws InterruptedException {
        for (int i = 0; i < 1_200; i++) {
            if (until.get()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it did not come to that");
    }
}
