package org.subhasta.awarding.model;

import static org.subhasta.awarding.model.DecisionProblem.Rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The opened bids of a tender, what the officer has said about them so far, and what follows.
 *
 * @param lots              the ids of the tender's lots, in its order
 * @param bids              every bid that was valid at the closing
 * @param disqualifications those that stand now
 * @param choices           what the officer proposes, by the lot's id
 * @param auctions          those that followed the opening, by the lot's id
 */
public record Evaluation(
        List<String> lots,
        List<PricedBid> bids,
        List<Disqualification> disqualifications,
        Map<String, Choice> choices,
        Map<String, LotAuction> auctions) {

    public Evaluation {
        lots = List.copyOf(lots);
        bids = List.copyOf(bids);
        disqualifications = List.copyOf(disqualifications);
        choices = Map.copyOf(choices);
        auctions = Map.copyOf(auctions);
    }

    /** The ranking of one lot. */
    public LotRanking ranking(String lot) {
        LotAuction auction = auctions.get(lot);
        return auction != null && auction.decides()
                ? LotRanking.of(lot, bids, disqualifications, auction)
                : LotRanking.of(lot, bids, disqualifications);
    }

    /** Whether a lot has an auction that has still to end. */
    public boolean isAuctioning(String lot) {
        return auctions.containsKey(lot) && auctions.get(lot).open();
    }

    /** The ranking of every lot, by the lot's id, in the tender's order. */
    public Map<String, LotRanking> rankings() {
        Map<String, LotRanking> rankings = new LinkedHashMap<>();
        lots.forEach(lot -> rankings.put(lot, ranking(lot)));
        return rankings;
    }

    /** Every reason why the award cannot be decided yet, in the order of the lots; none: it can. */
    public List<DecisionProblem> problems() {
        return lots.stream().flatMap(lot -> problem(ranking(lot)).stream()).toList();
    }

    /**
     * What becomes of every lot.
     *
     * @throws IllegalStateException while there are {@link #problems()}
     */
    public Decision decide() {
        if (!problems().isEmpty()) {
            throw new IllegalStateException("undecided: " + problems().getFirst());
        }
        List<LotOutcome> outcomes = new ArrayList<>();
        lots.forEach(lot -> outcomes.add(outcome(ranking(lot))));
        return new Decision(outcomes);
    }

    /**
     * The choices an officer would most often make: each lot that is undecided and has one lowest
     * price, or came first in an auction, goes to that bid. Ties, choices already made and lots
     * whose auction has still to end are left alone.
     */
    public Map<String, Choice> lowestWhereUndecided() {
        Map<String, Choice> proposed = new LinkedHashMap<>();
        for (LotRanking ranking : rankings().values()) {
            if (!choices.containsKey(ranking.lot()) && ranking.first().size() == 1
                    && !isAuctioning(ranking.lot())) {
                String lowest = ranking.first().getFirst().bid().id();
                proposed.put(ranking.lot(), new Choice.AwardTo(lowest, ""));
            }
        }
        return proposed;
    }

    /** Why this choice for a lot cannot stand; empty: it can. */
    public Optional<DecisionProblem> problem(String lot, Choice choice) {
        return judge(ranking(lot), choice).map(rule -> new DecisionProblem(lot, rule));
    }

    private Optional<DecisionProblem> problem(LotRanking ranking) {
        if (isAuctioning(ranking.lot())) {
            return Optional.of(new DecisionProblem(ranking.lot(), Rule.AUCTION_UNDER_WAY));
        }
        if (!ranking.needsChoice()) {
            return Optional.empty();
        }
        Choice choice = choices.get(ranking.lot());
        return choice == null
                ? Optional.of(new DecisionProblem(ranking.lot(), Rule.UNDECIDED))
                : problem(ranking.lot(), choice);
    }

    private static Optional<Rule> judge(LotRanking ranking, Choice choice) {
        return switch (choice) {
            case Choice.NoAward none when none.reason().isEmpty() ->
                    Optional.of(Rule.NO_AWARD_WITHOUT_REASON);
            case Choice.NoAward none -> Optional.empty();
            case Choice.AwardTo award -> judge(ranking, award);
        };
    }

    private static Optional<Rule> judge(LotRanking ranking, Choice.AwardTo award) {
        if (ranking.disqualified().stream().anyMatch(o -> o.bid().id().equals(award.bid()))) {
            return Optional.of(Rule.DISQUALIFIED);
        }
        Optional<LotRanking.Ranked> ranked = ranking.find(award.bid());
        if (ranked.isEmpty()) {
            return Optional.of(Rule.NO_BID_FOR_LOT);
        }
        if (ranked.get().rank() != 1) {
            return Optional.of(Rule.NOT_LOWEST);
        }
        return ranked.get().tied() && award.reason().isEmpty()
                ? Optional.of(Rule.TIE_WITHOUT_REASON)
                : Optional.empty();
    }

    private LotOutcome outcome(LotRanking ranking) {
        String lot = ranking.lot();
        if (!ranking.hasBids()) {
            return new LotOutcome.WithoutBids(lot);
        }
        if (!ranking.needsChoice()) {
            return new LotOutcome.AllDisqualified(lot);
        }
        return switch (choices.get(lot)) {
            case Choice.NoAward none -> new LotOutcome.NotAwarded(lot, none.reason());
            case Choice.AwardTo award -> {
                LotRanking.Ranked won = ranking.find(award.bid()).orElseThrow();
                yield new LotOutcome.Awarded(lot, award.bid(), won.bid().bidder(), won.price(),
                        won.tied(), award.reason());
            }
        };
    }
}
