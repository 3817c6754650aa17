package org.subhasta.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.awarding.model.Choice;
import org.subhasta.awarding.model.Decision;
import org.subhasta.awarding.model.Disqualification;
import org.subhasta.awarding.model.Evaluation;
import org.subhasta.awarding.model.LotAuction;
import org.subhasta.awarding.model.LotOutcome;
import org.subhasta.awarding.model.LotRanking;
import org.subhasta.bidding.model.BoxLot;

/**
 * An award computed again, by the platform's own rules, from the signed bids and the journal, and
 * held against what was published: every rank, every price, every winner.
 */
final class Recomputation {

    private final PublishedNotice notice;
    private final PublishedAward award;
    private final Report report;

    Recomputation(PublishedNotice notice, PublishedAward award, Report report) {
        this.notice = notice;
        this.award = award;
        this.report = report;
    }

    /** Whether the award is what follows from these bids, and these auctions by their lots. */
    boolean check(CountedBids.Counted bids, Map<String, LotAuction> auctions,
            JournalPart tender) {
        List<String> lots = notice.terms().lots().stream().map(BoxLot::id).toList();
        if (!lots.equals(award.lots().stream().map(PublishedAward.Lot::id).toList())) {
            return report.check(false, Found.AWARD_RECOMPUTED, Found.LOTS_DIFFER);
        }
        Map<String, Choice> choices = new HashMap<>();
        award.lots().forEach(lot -> choice(lot).ifPresent(c -> choices.put(lot.id(), c)));
        Evaluation evaluation =
                new Evaluation(lots, bids.priced(), disqualifications(tender), choices, auctions);
        if (!evaluation.problems().isEmpty()) {
            report.add(Found.AWARD_AGAINST_RULES, evaluation.problems().getFirst().lot(),
                    "@rule." + evaluation.problems().getFirst().rule());
            return false;
        }
        Decision decision = evaluation.decide();
        for (int i = 0; i < lots.size(); i++) {
            PublishedAward.Lot published = award.lots().get(i);
            String number = Long.toString(published.number());
            if (published.number() != i + 1 || !published.auction().equals(
                    Optional.ofNullable(auctions.get(published.id()))
                            .filter(LotAuction::decides).map(LotAuction::auction))
                    || !ranking(evaluation.ranking(published.id())).equals(published.ranking()
                            .stream().map(Recomputation::shown).toList())) {
                return report.check(false, Found.AWARD_RECOMPUTED, Found.RANKING_DIFFERS, number);
            }
            if (!outcome(decision.outcomes().get(i), bids).equals(shown(published))) {
                return report.check(false, Found.AWARD_RECOMPUTED, Found.OUTCOME_DIFFERS, number);
            }
        }
        if (!totals(decision).equals(shownTotals())) {
            return report.check(false, Found.AWARD_RECOMPUTED, Found.TOTALS_DIFFER);
        }
        report.add(Found.AWARD_RECOMPUTED, Integer.toString(lots.size()),
                Integer.toString(bids.priced().size()));
        return true;
    }

    private static Optional<Choice> choice(PublishedAward.Lot lot) {
        return switch (lot.result()) {
            case "awarded" -> lot.awardedBid().map(bid -> new Choice.AwardTo(bid, lot.reason()));
            case "not-awarded" -> Optional.of(new Choice.NoAward(lot.reason()));
            default -> Optional.empty();
        };
    }

    /** Those that stand: made, and not taken back since. */
    static List<Disqualification> disqualifications(JournalPart tender) {
        List<Disqualification> standing = new ArrayList<>();
        for (JournalEntry entry : tender.of("bid-disqualified", "bid-reinstated")) {
            Json payload = entry.payload().orElseThrow(() -> new Json.Malformed("payload"));
            String bid = payload.text("bid");
            Optional<String> lot = payload.maybeText("lot");
            standing.removeIf(one -> one.bid().equals(bid) && one.lot().equals(lot));
            if (entry.act().equals("bid-disqualified")) {
                standing.add(new Disqualification(bid, lot, payload.text("reason")));
            }
        }
        return standing;
    }

    private static List<String> ranking(LotRanking ranking) {
        List<String> lines = new ArrayList<>();
        ranking.ranked().forEach(r -> lines.add(line(r.bid().id(), r.price().toString(),
                Integer.toString(r.rank()), r.tied(), "")));
        ranking.disqualified().forEach(o ->
                lines.add(line(o.bid().id(), o.price().toString(), "", false, o.reason())));
        return lines;
    }

    private static String shown(PublishedAward.Standing standing) {
        return line(standing.bid(), standing.price().toString(),
                standing.rank().map(String::valueOf).orElse(""), standing.tied(),
                standing.disqualified().orElse(""));
    }

    private static String outcome(LotOutcome outcome, CountedBids.Counted bids) {
        return switch (outcome) {
            case LotOutcome.Awarded won -> line("awarded", won.bid(), won.price().toString(),
                    won.tied(), won.reason());
            case LotOutcome.NotAwarded none -> line("not-awarded", "", "", false, none.reason());
            // Bids without prices may have been for this lot: nobody knows.
            case LotOutcome.WithoutBids none -> line(bids.out().isEmpty()
                    ? "without-bids" : "all-disqualified", "", "", false, "");
            case LotOutcome.AllDisqualified none -> line("all-disqualified", "", "", false, "");
        };
    }

    private static String shown(PublishedAward.Lot lot) {
        boolean tied = lot.awardedBid().flatMap(bid -> lot.ranking().stream()
                .filter(standing -> standing.bid().equals(bid)).findFirst())
                .filter(PublishedAward.Standing::tied).isPresent();
        return line(lot.result(), lot.awardedBid().orElse(""),
                lot.price().map(Object::toString).orElse(""), tied, lot.reason());
    }

    private List<String> totals(Decision decision) {
        Map<String, String> names = new HashMap<>();
        award.bids().forEach(bid -> names.put(bid.bidder(), bid.name()));
        List<String> totals = new ArrayList<>();
        decision.totals().forEach((bidder, total) ->
                totals.add(names.get(bidder) + " " + total));
        return totals;
    }

    private List<String> shownTotals() {
        return award.winners().stream().map(winner ->
                winner.name() + " " + winner.total().map(Object::toString).orElse("")).toList();
    }

    /** Joined by a character that no text of ours has, so that no two lines read alike. */
    private static String line(String first, String second, String third, boolean tied,
            String last) {
        return String.join("\u001f", first, second, third, tied ? "tied" : "", last);
    }
}
