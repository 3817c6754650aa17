package org.subhasta.awarding;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subhasta.awarding.model.Decision;
import org.subhasta.awarding.model.LotOutcome;
import org.subhasta.awarding.model.LotRanking;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.journal.Entry;
import org.subhasta.journal.EntryView;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;
import org.subhasta.tendering.model.Lot;

/** Writes a decision out as the award the public will read: names, titles and rankings of now. */
@ApplicationScoped
class AwardWriting {

    /** Acts that an award rests on; others about the tender do not concern it. */
    private static final List<String> EVIDENCE = List.of("tender-published", "tender-amended",
            "closing-moved", "grace-moved", "box-closed", "bids-opened", "technical-evaluated",
            "bid-disqualified", "bid-reinstated", "lot-auctioned");

    @EJB
    private JournalReports journal;

    @Inject
    private EvaluationDrawing drawing;

    AwardView write(OpenedTender opened, Decision decision, Instant at) {
        Map<String, String> names = drawing.names(opened);
        List<AwardView.Lot> lots = new ArrayList<>();
        for (LotOutcome outcome : decision.outcomes()) {
            lots.add(lot(opened, outcome, names));
        }
        return new AwardView(Identifier.next(), AwardView.Source.DECIDED,
                new AwardView.Tender(opened.tender().id(), opened.tender().title()),
                opened.tender().ocid(),
                new AwardView.Organisation(Optional.of(opened.tender().buyer().id()),
                        opened.tender().buyer().name()),
                decision.isSuccessful()
                        ? AwardView.Outcome.COMPLETE : AwardView.Outcome.UNSUCCESSFUL,
                at, opened.box().terms().zone(), Optional.of(opened.closedAt()),
                opened.box().terms().prices().word(),
                decision.totals().values().stream().reduce(Money::plus), "",
                opened.bids().stream().map(bid -> bid(opened, bid, names)).toList(), lots,
                winners(opened, decision, names), evidence(opened), Optional.empty());
    }

    /** Why a tender failed, for its page: the officers' own words where they gave some. */
    String whyUnsuccessful(AwardView award) {
        String reasons = award.lots().stream().map(AwardView.Lot::reason)
                .filter(reason -> !reason.isEmpty()).distinct().collect(Collectors.joining(" "));
        if (!reasons.isEmpty()) {
            return reasons;
        }
        ResourceBundle texts = ResourceBundle.getBundle("org.subhasta.awarding.awarding");
        return texts.getString(award.bids().isEmpty() ? "no-bids" : "all-disqualified");
    }

    /** The same award with the entry of its own decision, as far as it can name itself. */
    static AwardView withDecision(AwardView award, Entry entry) {
        List<AwardView.Evidence> evidence = new ArrayList<>(award.evidence());
        evidence.add(new AwardView.Evidence("award-decided", entry.at(), entry.leafHash()));
        return award.with(evidence);
    }

    private static AwardView.Bid bid(
            OpenedTender opened, OpenedBid bid, Map<String, String> names) {
        String id = bid.id().toString();
        return new AwardView.Bid(id, organisation(bid.bidder(), names), bid.receivedAt(),
                bid.digest(), opened.exclusion(id).map(row -> row.asModel().reason())
                        .or(() -> Optional.ofNullable(opened.failed().get(id)))
                        .or(() -> bid.invalid().map(AwardWriting::whyInvalid)));
    }

    private static String whyInvalid(Refusal why) {
        return MessageFormat.format(ResourceBundle.getBundle("org.subhasta.awarding.awarding")
                .getString("invalid"), why.code().name());
    }

    private static AwardView.Lot lot(
            OpenedTender opened, LotOutcome outcome, Map<String, String> names) {
        Lot lot = opened.lot(outcome.lot()).orElseThrow();
        List<AwardView.Standing> ranking = ranking(opened.model().ranking(lot.id()), names);
        Optional<String> auction = opened.auction(lot.id())
                .filter(one -> one.stage() == AuctionOfLot.Stage.DECIDES)
                .map(AuctionOfLot::auction);
        int number = opened.position(lot.id()) + 1;
        return switch (outcome) {
            case LotOutcome.Awarded won -> new AwardView.Lot(lot.id(), number, lot.title(),
                    AwardView.LotResult.AWARDED, Optional.of(won.bid()),
                    Optional.of(organisation(won.bidder(), names)), Optional.of(won.price()),
                    won.reason(), ranking, auction);
            case LotOutcome.NotAwarded none -> without(lot, number,
                    AwardView.LotResult.NOT_AWARDED, none.reason(), ranking, auction);
            // Bids that are invalid or did not pass may have been for this lot: nobody knows.
            case LotOutcome.WithoutBids none -> without(lot, number,
                    opened.bids().stream().allMatch(OpenedTender::isPriced)
                            ? AwardView.LotResult.WITHOUT_BIDS
                            : AwardView.LotResult.ALL_DISQUALIFIED, "", ranking, auction);
            case LotOutcome.AllDisqualified none -> without(lot, number,
                    AwardView.LotResult.ALL_DISQUALIFIED, "", ranking, auction);
        };
    }

    private static AwardView.Lot without(Lot lot, int number, AwardView.LotResult result,
            String reason, List<AwardView.Standing> ranking, Optional<String> auction) {
        return new AwardView.Lot(lot.id(), number, lot.title(), result, Optional.empty(),
                Optional.empty(), Optional.empty(), reason, ranking, auction);
    }

    private static List<AwardView.Standing> ranking(
            LotRanking ranking, Map<String, String> names) {
        Stream<AwardView.Standing> ranked = ranking.ranked().stream().map(r ->
                new AwardView.Standing(r.bid().id(), organisation(r.bid().bidder(), names),
                        r.price(), Optional.of(r.rank()), r.tied(), Optional.empty()));
        Stream<AwardView.Standing> out = ranking.disqualified().stream().map(o ->
                new AwardView.Standing(o.bid().id(), organisation(o.bid().bidder(), names),
                        o.price(), Optional.empty(), false,
                        Optional.of(o.reason()).filter(reason -> !reason.isEmpty())));
        return Stream.concat(ranked, out).toList();
    }

    private static List<AwardView.Winner> winners(
            OpenedTender opened, Decision decision, Map<String, String> names) {
        List<AwardView.Winner> winners = new ArrayList<>();
        decision.totals().forEach((bidder, total) -> winners.add(new AwardView.Winner(
                organisation(bidder, names), Optional.of(total),
                decision.wonBy(bidder).stream()
                        .map(won -> opened.position(won.lot()) + 1).toList())));
        return winners;
    }

    private List<AwardView.Evidence> evidence(OpenedTender opened) {
        String id = opened.tender().id();
        return Stream.of(Subject.of("tender", id), Subject.of("box", id))
                .flatMap(subject -> journal.entries(subject).stream())
                .filter(entry -> EVIDENCE.contains(entry.act()))
                .sorted(Comparator.comparing(EntryView::at))
                .map(entry -> new AwardView.Evidence(entry.act(), entry.at(), entry.leafHash()))
                .toList();
    }

    private static AwardView.Organisation organisation(String id, Map<String, String> names) {
        return new AwardView.Organisation(Optional.of(id), names.getOrDefault(id, id));
    }
}
