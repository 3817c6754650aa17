package org.subhasta.awarding.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.awarding.model.Choice.AwardTo;
import org.subhasta.awarding.model.Choice.NoAward;
import org.subhasta.awarding.model.DecisionProblem.Rule;
import org.subhasta.kernel.Money;

@DisplayName("An evaluation")
class EvaluationTest {

    private static final PricedBid ALDER = bid("alder", "roads", "100", "bridges", "40");
    private static final PricedBid BIRCH = bid("birch", "roads", "100", "parks", "7");
    private static final PricedBid CEDAR = bid("cedar", "roads", "130", "bridges", "50");

    @Test
    @DisplayName("decides every lot of the tender at once")
    void decidesAllLots() {
        Decision decision = evaluation(List.of(), Map.of(
                "roads", new AwardTo("birch", "drawn by lot before witnesses"),
                "bridges", new AwardTo("alder", ""),
                "parks", new NoAward("the budget was cut"))).decide();
        assertEquals(List.of(
                new LotOutcome.Awarded("roads", "birch", "BIRCH", eur("100"), true,
                        "drawn by lot before witnesses"),
                new LotOutcome.Awarded("bridges", "alder", "ALDER", eur("40"), false, ""),
                new LotOutcome.NotAwarded("parks", "the budget was cut"),
                new LotOutcome.WithoutBids("harbour")), decision.outcomes());
        assertTrue(decision.isSuccessful());
    }

    @Test
    @DisplayName("names every lot that is not decided, all at once, in the order of the lots")
    void allProblemsAtOnce() {
        Evaluation evaluation = evaluation(List.of(), Map.of("parks", new NoAward(" ")));
        assertEquals(List.of(
                new DecisionProblem("roads", Rule.UNDECIDED),
                new DecisionProblem("bridges", Rule.UNDECIDED),
                new DecisionProblem("parks", Rule.NO_AWARD_WITHOUT_REASON)),
                evaluation.problems());
        assertThrows(IllegalStateException.class, evaluation::decide);
    }

    @Test
    @DisplayName("asks for a reason when one of several equal prices is chosen")
    void tieNeedsReason() {
        assertEquals(Optional.of(Rule.TIE_WITHOUT_REASON), rule("roads", new AwardTo("alder", "")));
        assertEquals(Optional.empty(), rule("roads", new AwardTo("alder", "drawn by lot")));
    }

    @Test
    @DisplayName("awards no bid that is not the lowest, whatever the reason")
    void onlyTheLowest() {
        assertEquals(Optional.of(Rule.NOT_LOWEST), rule("roads", new AwardTo("cedar", "better")));
    }

    @Test
    @DisplayName("awards a lot only to a bid that covers it")
    void onlyBidsForTheLot() {
        assertEquals(Optional.of(Rule.NO_BID_FOR_LOT), rule("parks", new AwardTo("cedar", "")));
        assertEquals(Optional.of(Rule.NO_BID_FOR_LOT), rule("parks", new AwardTo("unknown", "")));
    }

    @Test
    @DisplayName("awards nothing to a disqualified bid, and the next in price becomes the lowest")
    void notToTheDisqualified() {
        List<Disqualification> out = List.of(
                new Disqualification("alder", Optional.of("bridges"), "no crane"));
        Evaluation evaluation = evaluation(out, Map.of());
        assertEquals(Rule.DISQUALIFIED,
                evaluation.problem("bridges", new AwardTo("alder", "")).orElseThrow().rule());
        assertEquals(Optional.empty(), evaluation.problem("bridges", new AwardTo("cedar", "")));
    }

    @Test
    @DisplayName("has nothing to decide on a lot whose bids are all disqualified")
    void allDisqualified() {
        Evaluation evaluation = evaluation(
                List.of(new Disqualification("birch", Optional.empty(), "bankrupt")),
                Map.of("roads", new AwardTo("alder", ""), "bridges", new AwardTo("alder", ""),
                        "parks", new AwardTo("birch", "")));
        assertEquals(List.of(), evaluation.problems());
        assertTrue(evaluation.decide().outcomes().contains(
                new LotOutcome.AllDisqualified("parks")));
    }

    @Test
    @DisplayName("with one bid awards it, if it is chosen")
    void oneBid() {
        Evaluation one = new Evaluation(List.of("roads"), List.of(CEDAR), List.of(),
                Map.of("roads", new AwardTo("cedar", "")), Map.of());
        assertEquals(Map.of("CEDAR", eur("130")), one.decide().totals());
    }

    @Test
    @DisplayName("without any bid is unsuccessful and needs no choice")
    void noBidsAtAll() {
        Decision decision = new Evaluation(
                List.of("roads", "parks"), List.of(), List.of(), Map.of(), Map.of()).decide();
        assertFalse(decision.isSuccessful());
        assertEquals(List.of(new LotOutcome.WithoutBids("roads"),
                new LotOutcome.WithoutBids("parks")), decision.outcomes());
    }

    @Test
    @DisplayName("takes order and prices of a lot from the auction that followed its opening")
    void auctionDecides() {
        Evaluation evaluation = auctioned(new LotAuction("a", false, List.of(
                new LotAuction.Place("CEDAR", eur("70")), new LotAuction.Place("BIRCH", eur("75")),
                new LotAuction.Place("ALDER", eur("75")))));
        assertEquals(List.of("cedar 1 EUR 70.00", "birch 2 EUR 75.00",
                "alder 3 EUR 75.00"), ranked(evaluation));
        assertEquals(Map.of("roads", new AwardTo("cedar", "")),
                evaluation.lowestWhereUndecided());
        assertEquals(Optional.of(Rule.NOT_LOWEST), evaluation.problem("roads",
                new AwardTo("birch", "")).map(DecisionProblem::rule));
    }

    @Test
    @DisplayName("leaves the place of who is disqualified after the auction to the next")
    void disqualifiedAfterTheAuction() {
        Evaluation evaluation = auctioned(new LotAuction("a", false, List.of(
                        new LotAuction.Place("CEDAR", eur("70")),
                        new LotAuction.Place("BIRCH", eur("75")))),
                new Disqualification("cedar", Optional.empty(), "bankrupt"));
        assertEquals(List.of("birch 1 EUR 75.00"), ranked(evaluation));
        assertEquals(List.of("cedar EUR 130.00 bankrupt", "alder EUR 100.00 "),
                evaluation.ranking("roads").disqualified().stream().map(out ->
                        out.bid().id() + " " + out.price() + " " + out.reason()).toList());
    }

    @Test
    @DisplayName("decides nothing about a lot while its auction has still to end")
    void auctionUnderWay() {
        Evaluation evaluation = auctioned(new LotAuction("a", true, List.of()));
        assertEquals(List.of(new DecisionProblem("roads", Rule.AUCTION_UNDER_WAY)),
                evaluation.problems());
        assertEquals(Map.of(), evaluation.lowestWhereUndecided());
    }

    @Test
    @DisplayName("does not call bids disqualified that only stood with no price in the auction")
    void leftWithoutPrice() {
        Evaluation evaluation = auctioned(new LotAuction("a", false, List.of(
                        new LotAuction.Place("CEDAR", eur("70")))),
                new Disqualification("cedar", Optional.empty(), "bankrupt"));
        assertEquals(List.of(new DecisionProblem("roads", Rule.UNDECIDED)),
                evaluation.problems());
        assertEquals(Optional.empty(), evaluation.problem("roads", new NoAward("To be repeated")));
    }

    @Test
    @DisplayName("goes by the opened prices where nobody won the auction")
    void auctionWithoutWinner() {
        Evaluation evaluation = auctioned(new LotAuction("a", false, List.of()));
        assertEquals(List.of("alder", "birch", "cedar"), evaluation.ranking("roads").ranked()
                .stream().map(one -> one.bid().id()).toList());
    }

    private static List<String> ranked(Evaluation evaluation) {
        return evaluation.ranking("roads").ranked().stream().map(one -> one.bid().id() + " "
                + one.rank() + " " + one.price()).toList();
    }

    @Test
    @DisplayName("adds up what each winner gets")
    void totals() {
        Decision decision = evaluation(List.of(), Map.of(
                "roads", new AwardTo("alder", "drawn by lot"),
                "bridges", new AwardTo("alder", ""),
                "parks", new AwardTo("birch", ""))).decide();
        assertEquals(Map.of("ALDER", eur("140"), "BIRCH", eur("7")), decision.totals());
        assertEquals(2, decision.wonBy("ALDER").size());
    }

    @Test
    @DisplayName("proposes the lowest bid where there is exactly one and nothing was chosen")
    void proposesTheLowest() {
        Map<String, Choice> proposed = evaluation(
                List.of(), Map.of("parks", new NoAward("later"))).lowestWhereUndecided();
        assertEquals(Map.of("bridges", new AwardTo("alder", "")), proposed);
    }

    private static Optional<Rule> rule(String lot, Choice choice) {
        return evaluation(List.of(), Map.of()).problem(lot, choice).map(DecisionProblem::rule);
    }

    private static Evaluation evaluation(List<Disqualification> out, Map<String, Choice> choices) {
        return new Evaluation(List.of("roads", "bridges", "parks", "harbour"),
                List.of(CEDAR, ALDER, BIRCH), out, choices, Map.of());
    }

    private static Evaluation auctioned(LotAuction auction, Disqualification... out) {
        return new Evaluation(List.of("roads"), List.of(CEDAR, ALDER, BIRCH), List.of(out),
                Map.of(), Map.of("roads", auction));
    }

    private static PricedBid bid(String id, String... lotsAndPrices) {
        Map<String, Money> prices = new HashMap<>();
        for (int i = 0; i < lotsAndPrices.length; i += 2) {
            prices.put(lotsAndPrices[i], eur(lotsAndPrices[i + 1]));
        }
        return new PricedBid(id, id.toUpperCase(java.util.Locale.ROOT), prices);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
