package org.subhasta.auction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A published auction, for everybody.
 *
 * @param terms as a file of terms, a hidden reserve as its commitment alone before the end
 * @param lots  in their order
 */
public record AuctionView(String id, String organisation, String title, Instant publishedAt,
        String terms, List<LotLine> lots) {

    public AuctionView {
        lots = List.copyOf(lots);
    }

    /**
     * A lot at a glance.
     *
     * @param state  {@code waiting}, {@code running}, {@code paused} or {@code ended}
     * @param dueAt  when time alone changes it next
     */
    public record LotLine(String lot, String state, Optional<Instant> dueAt) {
    }

    /** Whether all of it is over. */
    public boolean hasEnded() {
        return !lots.isEmpty() && lots.stream().allMatch(lot -> lot.state().equals("ended"));
    }
}
