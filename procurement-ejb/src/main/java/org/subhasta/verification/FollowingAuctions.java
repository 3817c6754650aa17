package org.subhasta.verification;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.subhasta.auction.format.Follows;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.Scoring;
import org.subhasta.auction.model.Terms;
import org.subhasta.awarding.model.Disqualification;
import org.subhasta.awarding.model.LotAuction;
import org.subhasta.awarding.model.LotRanking;
import org.subhasta.kernel.Money;

/**
 * The reverse auctions that followed the opening of lots, each a bundle in the tender's: judged
 * again, announced by the notice, among all bidders of the lot's ranking and nobody else, from the
 * prices that were opened.
 */
final class FollowingAuctions {

    private static final String AUCTIONS = "lot-auctioned";
    private static final int FEWEST_BIDS = 2;

    private final SortedMap<String, byte[]> files;
    private final TrustedKeys trusted;
    private final Report report;
    private final Map<String, LotAuction> latest = new HashMap<>();
    private final Map<String, Instant> ended = new HashMap<>();

    FollowingAuctions(SortedMap<String, byte[]> files, TrustedKeys trusted, Report report) {
        this.files = files;
        this.trusted = trusted;
        this.report = report;
    }

    static String file(String auction) {
        return "auctions/" + auction + ".zip";
    }

    /** Those that count, by the lot's id; empty where something is wrong, or not there. */
    Optional<Map<String, LotAuction>> check(
            PublishedNotice notice, JournalPart tender, CountedBids.Counted bids) {
        Set<String> left = new TreeSet<>(files.subMap("auctions/", "auctions0").keySet());
        for (JournalEntry entry : tender.of(AUCTIONS)) {
            Json payload = payload(entry);
            String auction = payload.text("auction");
            Follows follows = new Follows(notice.id(), payload.text("lot"));
            List<Disqualification> standing =
                    Recomputation.disqualifications(tender.before(entry));
            LotRanking ranking = LotRanking.of(follows.lot(), bids.priced(), standing);
            left.remove(file(auction));
            if (!check(notice, follows, auction, ranking)
                    || !awaited(entry, follows.lot(), auction, tender, ranking)) {
                return Optional.empty();
            }
        }
        if (!left.isEmpty()) {
            report.add(Found.AUCTION_UNNAMED, left.iterator().next());
            return Optional.empty();
        }
        return Optional.of(latest);
    }

    private static Json payload(JournalEntry entry) {
        return entry.payload().orElseThrow(() -> new Json.Malformed("payload"));
    }

    /** Nothing was decided about the lot or its bids between the auction's publication and end. */
    private boolean awaited(JournalEntry published, String lot, String auction, JournalPart tender,
            LotRanking ranking) {
        Set<String> bids = ranking.ranked().stream().map(one -> one.bid().id())
                .collect(Collectors.toSet());
        Optional<JournalEntry> early = tender.after(published).entries().stream()
                .filter(entry -> ended.containsKey(auction)
                        ? entry.at().isBefore(ended.get(auction)) : !AUCTIONS.equals(entry.act()))
                .filter(entry -> switch (entry.act()) {
                    case AUCTIONS -> payload(entry).text("lot").equals(lot);
                    case "bid-disqualified", "bid-reinstated" ->
                            bids.contains(payload(entry).text("bid")) && payload(entry)
                                    .maybeText("lot").filter(one -> !one.equals(lot)).isEmpty();
                    case "award-decided" -> true;
                    default -> false;
                }).findFirst();
        early.ifPresent(entry -> report.add(
                Found.AUCTION_NOT_AWAITED, lot, auction, entry.act()));
        return early.isEmpty();
    }

    private boolean check(
            PublishedNotice notice, Follows follows, String auction, LotRanking ranking) {
        String lot = follows.lot();
        if (!notice.auctioned().contains(lot)) {
            return wrong(Found.AUCTION_NOT_ANNOUNCED, lot, auction);
        }
        if (Optional.ofNullable(latest.get(lot)).filter(before ->
                before.open() || before.decides()).isPresent()) {
            return wrong(Found.AUCTION_AGAIN, lot, auction);
        }
        byte[] bundle = files.get(file(auction));
        if (bundle == null) {
            return wrong(Found.AUCTION_NOT_IN_BUNDLE, lot, auction);
        }
        Optional<AuctionCheck.Checked> checked =
                BundleCheck.auction(bundle, auction, trusted, report);
        if (checked.isEmpty()) {
            return false;
        }
        if (!checked.get().follows().equals(Optional.of(follows))) {
            return wrong(Found.AUCTION_OF_ANOTHER_LOT, lot, auction);
        }
        if (!checked.get().hasEnded()) {
            latest.put(lot, new LotAuction(auction, true, List.of()));
            return true;
        }
        return ended(lot, auction, checked.get(), ranking);
    }

    private boolean ended(
            String lot, String auction, AuctionCheck.Checked checked, LotRanking ranking) {
        Terms terms = checked.only().terms();
        if (ranking.ranked().size() < FEWEST_BIDS
                || !admitted(checked.admitted()).equals(expected(ranking))) {
            return wrong(Found.AUCTION_AMONG_OTHERS, lot, auction);
        }
        if (!(terms.scoring() instanceof Scoring.PriceAlone)) {
            report.add(Found.AUCTION_SCORED, lot, auction);
        }
        ended.put(auction, checked.only().endedAt().orElseThrow());
        latest.put(lot, LotAuction.ended(auction, terms, checked.only().result().orElseThrow(),
                checked.only().ranking().stream().map(bid ->
                        new LotAuction.Place(bid.participant(), bid.amount())).toList()));
        report.add(Found.AUCTION_FOLLOWED, lot, auction,
                Integer.toString(checked.admitted().size()));
        return true;
    }

    private static Map<String, Optional<Money>> admitted(List<Act.Admit> acts) {
        Map<String, Optional<Money>> admitted = new HashMap<>();
        acts.forEach(act -> admitted.put(act.participant(), act.position()));
        return admitted;
    }

    private static Map<String, Optional<Money>> expected(LotRanking ranking) {
        Map<String, Optional<Money>> expected = new HashMap<>();
        ranking.ranked().forEach(one -> expected.put(one.bid().bidder(),
                Optional.of(one.price())));
        return expected;
    }

    private boolean wrong(Found what, String lot, String auction) {
        report.add(what, lot, auction);
        return false;
    }
}
