package org.subhasta.auction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.auction.model.Scene.NOON;
import static org.subhasta.auction.model.Scene.at;
import static org.subhasta.auction.model.Scene.english;
import static org.subhasta.auction.model.Scene.open;
import static org.subhasta.auction.model.Scene.step;
import static org.subhasta.auction.model.Scene.terms;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several lots under one schedule; each runs an hour. */
class LotsTest {

    private static Lots lots(Lots.Order order) {
        Terms terms = terms(Direction.DESCENDING, "1000",
                open(english(step("10"), Against.LEADER)));
        Map<String, Terms> lots = new LinkedHashMap<>();
        for (String lot : List.of("one", "two", "three")) {
            lots.put(lot, terms);
        }
        Lots begun = Lots.begin(order, lots);
        for (String lot : lots.keySet()) {
            begun = begun.with(lot, begun.auction(lot).orElseThrow().judge(new Act.Admit(
                    "A", "1", Scoring.Marks.NONE, Optional.empty()),
                    NOON.minusSeconds(60)).auction());
        }
        return begun;
    }

    private static List<Optional<Instant>> deadlines(Lots lots) {
        return lots.auctions().values().stream().map(Auction::nextDeadline).toList();
    }

    @Test
    void parallel_lots_open_together() {
        assertEquals(List.of(Optional.of(NOON), Optional.of(NOON), Optional.of(NOON)),
                deadlines(lots(new Lots.Order.Parallel())));
    }

    @Test
    void staggered_lots_open_one_interval_later_each() {
        assertEquals(List.of(Optional.of(NOON), Optional.of(at("12:10:00")),
                Optional.of(at("12:20:00"))),
                deadlines(lots(new Lots.Order.Staggered(Duration.ofMinutes(10)))));
    }

    @Test
    void a_lot_that_follows_opens_when_the_one_before_has_ended() {
        Lots lots = lots(new Lots.Order.OneAfterAnother(Duration.ofMinutes(5)));
        assertTrue(lots.auction("two").orElseThrow().awaitsOpening());
        Lots.Advance first = lots.advance(at("13:00:00"));
        assertEquals(List.of(Optional.empty(), Optional.of(at("13:05:00")), Optional.empty()),
                deadlines(first.lots()));
        assertEquals(List.of(new Lots.Scheduled("two", at("13:00:00"),
                new Act.SetOpening(at("13:05:00")))), first.scheduled());
    }

    @Test
    void however_late_the_end_is_noticed_the_openings_are_the_same() {
        Lots at_once = lots(new Lots.Order.OneAfterAnother(Duration.ofMinutes(5)))
                .advance(at("16:00:00")).lots();
        assertEquals(List.of(at("13:00:00"), at("14:05:00"), at("15:10:00")),
                at_once.auctions().values().stream()
                        .map(auction -> auction.endedAt().orElseThrow()).toList());
    }

    @Test
    void a_pause_of_one_lot_delays_those_that_follow_and_no_other() {
        Lots lots = lots(new Lots.Order.OneAfterAnother(Duration.ZERO)).advance(NOON).lots();
        Auction paused = lots.auction("one").orElseThrow()
                .judge(new Act.Pause("a question"), at("12:10:00")).auction();
        lots = lots.with("one", paused).advance(at("13:30:00")).lots();
        assertTrue(lots.auction("two").orElseThrow().awaitsOpening());
        Lots parallel = lots(new Lots.Order.Parallel()).advance(NOON).lots();
        Auction one = parallel.auction("one").orElseThrow()
                .judge(new Act.Pause("a question"), at("12:10:00")).auction();
        assertTrue(parallel.with("one", one).advance(at("13:00:00")).lots()
                .auction("two").orElseThrow().result().isPresent());
    }
}
