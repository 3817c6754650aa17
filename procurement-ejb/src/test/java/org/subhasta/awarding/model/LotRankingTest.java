package org.subhasta.awarding.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Money;

@DisplayName("The ranking of a lot")
class LotRankingTest {

    @Test
    @DisplayName("puts the lowest price first")
    void lowestFirst() {
        LotRanking ranking = LotRanking.of("roads",
                List.of(bid("a", "120.00"), bid("b", "99.99"), bid("c", "100.00")), List.of());
        assertEquals(List.of("b 1", "c 2", "a 3"), places(ranking));
        assertTrue(ranking.ranked().stream().noneMatch(LotRanking.Ranked::tied));
    }

    @Test
    @DisplayName("gives equal prices the same rank and leaves out the next one")
    void tiesShareTheirRank() {
        LotRanking ranking = LotRanking.of("roads",
                List.of(bid("d", "80.00"), bid("a", "70.00"), bid("c", "70"), bid("b", "90.00")),
                List.of());
        assertEquals(List.of("a 1 tied", "c 1 tied", "d 3", "b 4"), places(ranking));
        assertEquals(2, ranking.first().size());
    }

    @Test
    @DisplayName("sees a tie that is not in first place too")
    void tiesFurtherDown() {
        LotRanking ranking = LotRanking.of("roads",
                List.of(bid("a", "1.00"), bid("b", "2.00"), bid("c", "2.00")), List.of());
        assertEquals(List.of("a 1", "b 2 tied", "c 2 tied"), places(ranking));
    }

    @Test
    @DisplayName("leaves out bids that do not cover the lot")
    void onlyBidsForTheLot() {
        PricedBid elsewhere = new PricedBid("z", "Z", Map.of("bridges", Money.of("1", "EUR")));
        LotRanking ranking = LotRanking.of("roads", List.of(bid("a", "5.00"), elsewhere), List.of());
        assertEquals(List.of("a 1"), places(ranking));
        assertTrue(ranking.disqualified().isEmpty());
    }

    @Test
    @DisplayName("moves the others up when a bid is disqualified, and says why it is out")
    void disqualifiedBidsDoNotCount() {
        LotRanking ranking = LotRanking.of("roads",
                List.of(bid("a", "5.00"), bid("b", "6.00"), bid("c", "6.00")),
                List.of(new Disqualification("a", Optional.empty(), "no bank guarantee")));
        assertEquals(List.of("b 1 tied", "c 1 tied"), places(ranking));
        assertEquals("no bank guarantee", ranking.disqualified().getFirst().reason());
    }

    @Test
    @DisplayName("dissolves a tie when one of the two is disqualified")
    void disqualificationDissolvesATie() {
        LotRanking ranking = LotRanking.of("roads", List.of(bid("a", "5.00"), bid("b", "5.00")),
                List.of(new Disqualification("b", Optional.of("roads"), "wrong asphalt")));
        assertEquals(List.of("a 1"), places(ranking));
    }

    @Test
    @DisplayName("keeps a bid that is disqualified for another lot only")
    void disqualifiedForAnotherLot() {
        LotRanking ranking = LotRanking.of("roads", List.of(bid("a", "5.00")),
                List.of(new Disqualification("a", Optional.of("bridges"), "no crane")));
        assertEquals(List.of("a 1"), places(ranking));
    }

    @Test
    @DisplayName("names the reason of the whole bid where bid and lot are both disqualified")
    void wholeBidIsTheStrongerReason() {
        LotRanking ranking = LotRanking.of("roads", List.of(bid("a", "5.00")), List.of(
                new Disqualification("a", Optional.of("roads"), "for the lot"),
                new Disqualification("a", Optional.empty(), "for all")));
        assertEquals("for all", ranking.disqualified().getFirst().reason());
    }

    @Test
    @DisplayName("of a lot nobody bid for is empty")
    void noBids() {
        LotRanking ranking = LotRanking.of("roads", List.of(), List.of());
        assertFalse(ranking.hasBids());
        assertFalse(ranking.needsChoice());
    }

    @Test
    @DisplayName("does not depend on the order in which bids arrive")
    void orderOfArrivalDoesNotMatter() {
        Random random = new Random(20261122);
        for (int round = 0; round < 200; round++) {
            List<PricedBid> bids = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                bids.add(bid("bid" + i, String.valueOf(1 + random.nextInt(4))));
            }
            List<String> expected = places(LotRanking.of("roads", bids, List.of()));
            Collections.shuffle(bids, random);
            assertEquals(expected, places(LotRanking.of("roads", bids, List.of())));
        }
    }

    @Test
    @DisplayName("accepts no disqualification without a reason")
    void disqualificationNeedsReason() {
        assertThrows(IllegalArgumentException.class,
                () -> new Disqualification("a", Optional.empty(), "  "));
    }

    static PricedBid bid(String id, String price) {
        return new PricedBid(id, id.toUpperCase(java.util.Locale.ROOT),
                Map.of("roads", Money.of(price, "EUR")));
    }

    private static List<String> places(LotRanking ranking) {
        return ranking.ranked().stream()
                .map(r -> r.bid().id() + " " + r.rank() + (r.tied() ? " tied" : ""))
                .toList();
    }
}
