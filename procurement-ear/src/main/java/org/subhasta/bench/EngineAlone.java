package org.subhasta.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.Answer;
import org.subhasta.auction.model.Auction;
import org.subhasta.auction.model.BidKind;
import org.subhasta.auction.model.Lots;
import org.subhasta.auction.model.Scoring;

/** The engine by itself: no database, no signatures, one thread. */
final class EngineAlone {

    private static final Instant OPENS_AT = Instant.parse("2027-03-01T12:00:00Z");
    private static final int FEW_BIDDERS = 32;
    private static final int FEW_BIDS = 10_000;
    private static final int TIMES = 10;
    private static final int WARM_UPS = 3;
    private static final int IDLE = 2_000;
    private static final int KIBIBYTE = 1_024;

    private EngineAlone() {
    }

    static void measure(Table table) {
        for (int i = 0; i < WARM_UPS; i++) {
            judge(FEW_BIDDERS, FEW_BIDS);
        }
        double few = judge(FEW_BIDDERS, FEW_BIDS);
        double manyBids = judge(FEW_BIDDERS, FEW_BIDS * TIMES);
        double manyBidders = judge(FEW_BIDDERS * TIMES, FEW_BIDS);
        table.line("bids judged, engine alone, 10,000", 1e9 / few, "those of 100,000",
                1e9 / manyBids);
        table.line("bids judged among 320 bidders", 1e9 / manyBidders, "among 32", 1e9 / few);
        table.note("all of an auction of %,d acts judged again in %.2f s".formatted(
                FEW_BIDS * TIMES, manyBids * FEW_BIDS * TIMES / 1e9));
        table.note("an auction with %d bidders that waits takes %.1f KiB of memory".formatted(
                FEW_BIDDERS, idle() / KIBIBYTE));
    }

    private static Auction begun(int bidders) {
        LiveTerms terms = LiveTerms.read("""
                {"format": "english-reverse", "currency": "EUR", "openingPrice": "99999999.00",
                 "opensAt": "%s", "phases": [{"step": "1.00", "length": "P1D"}]}"""
                .formatted(OPENS_AT)).value().orElseThrow();
        Auction auction = Lots.begin(terms.file().order(), terms.file().lots()).auctions()
                .values().iterator().next();
        for (int i = 0; i < bidders; i++) {
            auction = auction.judge(new Act.Admit("bidder-" + i, Integer.toString(i),
                    Scoring.Marks.NONE, Optional.empty()), OPENS_AT.minusSeconds(60)).auction();
        }
        return auction;
    }

    /** Nanoseconds for each of so many bids, each better than the one before. */
    private static double judge(int bidders, int bids) {
        Auction auction = begun(bidders);
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < bids; i++) {
            acts.add(new Act.PlaceBid("bid-" + i, "bidder-" + i % bidders, BidKind.BID,
                    90_000_000L - i * 2L + ".00", "EUR", 0));
        }
        long begin = System.nanoTime();
        for (int i = 0; i < bids; i++) {
            Auction.Judgement judgement =
                    auction.judge(acts.get(i), OPENS_AT.plusMillis(i / 10));
            if (!(judgement.answer() instanceof Answer.Accepted)) {
                throw new IllegalStateException("not accepted: " + judgement.answer());
            }
            auction = judgement.auction();
        }
        return (System.nanoTime() - begin) / (double) bids;
    }

    /** Bytes of each of many. */
    private static double idle() {
        List<Auction> auctions = new ArrayList<>(IDLE);
        long before = used();
        for (int i = 0; i < IDLE; i++) {
            auctions.add(begun(FEW_BIDDERS));
        }
        return (used() - before) / (double) auctions.size();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
