package org.subhasta.auction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.model.Mechanism.BestOffer;
import org.subhasta.auction.model.Mechanism.Elimination;
import org.subhasta.auction.model.Mechanism.OpenOutcry;
import org.subhasta.auction.model.Mechanism.PriceClock;
import org.subhasta.auction.model.Mechanism.Rounds;
import org.subhasta.auction.model.Mechanism.Sealed;
import org.subhasta.auction.model.Mechanism.SoftClose;
import org.subhasta.kernel.Money;

/** An auction being played in a test, and the terms of the examples. It opens at noon. */
final class Scene {

    static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    static final Currency EUR = Currency.getInstance("EUR");
    static final Duration MINUTE = Duration.ofMinutes(1);

    /** What was judged, to be replayed. */
    record Judged(Act act, Instant at) {
    }

    private final Terms terms;
    private Auction auction;
    private final List<Judged> acts = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private int ids;

    Scene(Terms terms, String... participants) {
        this.terms = terms;
        auction = Auction.begin(terms);
        for (String participant : participants) {
            admit(participant, Scoring.Marks.NONE, null);
        }
    }

    // Terms.

    static Terms terms(Direction direction, String opening, Phase... phases) {
        return new Terms(direction, Optional.of(NOON), EUR,
                Optional.ofNullable(opening).map(Scene::eur), Optional.empty(),
                new Scoring.PriceAlone(), Payment.OWN_BID, 1, List.of(phases));
    }

    static Terms with(Terms terms, Scoring scoring) {
        return new Terms(terms.direction(), terms.opensAt(), terms.currency(),
                terms.openingPrice(), terms.reserve(), scoring, terms.payment(),
                terms.minimumParticipants(), terms.phases());
    }

    static Terms with(Terms terms, Payment payment) {
        return new Terms(terms.direction(), terms.opensAt(), terms.currency(),
                terms.openingPrice(), terms.reserve(), terms.scoring(), payment,
                terms.minimumParticipants(), terms.phases());
    }

    static Terms with(Terms terms, Reserve reserve) {
        return new Terms(terms.direction(), terms.opensAt(), terms.currency(),
                terms.openingPrice(), Optional.of(reserve), terms.scoring(), terms.payment(),
                terms.minimumParticipants(), terms.phases());
    }

    static Terms with(Terms terms, int minimumParticipants) {
        return new Terms(terms.direction(), terms.opensAt(), terms.currency(),
                terms.openingPrice(), terms.reserve(), terms.scoring(), terms.payment(),
                minimumParticipants, terms.phases());
    }

    static Phase open(Mechanism mechanism) {
        return Phase.of(mechanism, Visibility.OPEN);
    }

    static Step step(String amount) {
        return new Step.Amount(eur(amount));
    }

    static Step percent(String percent) {
        return new Step.Percent(new BigDecimal(percent));
    }

    /** An hour of English. */
    static OpenOutcry english(Step step, Against against) {
        return new OpenOutcry(step, against, Duration.ofHours(1), Optional.empty(), false);
    }

    static OpenOutcry automatic(String step) {
        return new OpenOutcry(step(step), Against.LEADER, Duration.ofHours(1), Optional.empty(),
                true);
    }

    static OpenOutcry soft(Duration length, Duration window, Duration extension, Integer most) {
        return new OpenOutcry(step("0"), Against.OWN, length, Optional.of(
                new SoftClose(window, extension, Optional.ofNullable(most))), false);
    }

    static Rounds rounds(int rounds, String step) {
        return new Rounds(rounds, MINUTE.multipliedBy(2), MINUTE, step(step));
    }

    static PriceClock clock(String first, String step, int minutes, String last) {
        return new PriceClock(eur(first), eur(step), MINUTE.multipliedBy(minutes), eur(last));
    }

    static Elimination elimination(String first, String step, String last) {
        return new Elimination(eur(first), eur(step), MINUTE, eur(last));
    }

    static Sealed sealed(Who who, Integer keeps) {
        return new Sealed(MINUTE.multipliedBy(10), who, Against.OWN, Optional.ofNullable(keeps));
    }

    static BestOffer bestOffer(Who who, Against against, String step) {
        return new BestOffer(MINUTE.multipliedBy(5), who, against, step(step));
    }

    static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    static Instant at(String time) {
        return Instant.parse("2027-03-01T" + time + "Z");
    }

    // Acts.

    Answer judge(Act act, Instant at) {
        acts.add(new Judged(act, at));
        Auction.Judgement judgement = auction.judge(act, at);
        auction = judgement.auction();
        facts.addAll(judgement.passed());
        if (judgement.answer() instanceof Answer.Accepted(List<Fact> happened)) {
            facts.addAll(happened);
        }
        return judgement.answer();
    }

    Scene admit(String participant, Scoring.Marks marks, String position) {
        Act admit = new Act.Admit(participant, "number-" + ids++, marks,
                Optional.ofNullable(position).map(Scene::eur));
        accepted(judge(admit, auction.now()));
        return this;
    }

    Scene admit(String participant, Map<String, String> weights, String cost) {
        Map<String, BigDecimal> marks = new java.util.HashMap<>();
        weights.forEach((name, weight) -> marks.put(name, new BigDecimal(weight)));
        return admit(participant, new Scoring.Marks(marks,
                Optional.ofNullable(cost).map(Scene::eur)), null);
    }

    Act.PlaceBid placing(String participant, BidKind kind, String amount) {
        return new Act.PlaceBid("bid-" + ids++, participant, kind, amount, "EUR", 0);
    }

    Answer bid(String time, String participant, String amount) {
        return judge(placing(participant, BidKind.BID, amount), at(time));
    }

    Answer limit(String time, String participant, String amount) {
        return judge(placing(participant, BidKind.LIMIT, amount), at(time));
    }

    Answer confirm(String time, String participant, String amount) {
        return judge(placing(participant, BidKind.CONFIRMATION, amount), at(time));
    }

    Scene bids(String time, String participant, String amount) {
        accepted(bid(time, participant, amount));
        return this;
    }

    Scene limits(String time, String participant, String amount) {
        accepted(limit(time, participant, amount));
        return this;
    }

    Scene confirms(String time, String participant, String amount) {
        accepted(confirm(time, participant, amount));
        return this;
    }

    Scene does(String time, Act act) {
        accepted(judge(act, at(time)));
        return this;
    }

    Scene advance(String time) {
        return advance(at(time));
    }

    Scene advance(Instant to) {
        Auction.Advance advance = auction.advance(to);
        auction = advance.auction();
        facts.addAll(advance.facts());
        return this;
    }

    /** Lets time pass until the end, whenever that is. */
    Scene toTheEnd() {
        while (auction.nextDeadline().isPresent()) {
            advance(auction.nextDeadline().get());
        }
        return this;
    }

    // What came of it.

    Auction auction() {
        return auction;
    }

    List<Fact> facts() {
        return facts;
    }

    List<Judged> acts() {
        return acts;
    }

    Terms terms() {
        return terms;
    }

    Money standing(String participant) {
        return auction.ranking().stream().filter(bid -> bid.participant().equals(participant))
                .map(Bid::amount).findAny().orElse(null);
    }

    List<String> order() {
        return auction.ranking().stream().map(Bid::participant).toList();
    }

    AudienceView.Own own(String participant) {
        return view(participant).own().orElseThrow();
    }

    AudienceView view(String participant) {
        return auction.view(new Audience.OneParticipant(participant));
    }

    Scene assertWon(String winner, String paid) {
        toTheEnd();
        Result.Won won = assertInstanceOf(Result.Won.class, auction.result().orElseThrow());
        assertEquals(winner, won.winner());
        assertEquals(eur(paid), won.paid());
        return this;
    }

    void assertUnsuccessful(Result.Why why) {
        toTheEnd();
        assertEquals(Optional.of(new Result.Unsuccessful(why)), auction.result());
    }

    static void accepted(Answer answer) {
        assertInstanceOf(Answer.Accepted.class, answer, answer::toString);
    }

    static void refused(AuctionRefusal why, Answer answer) {
        assertEquals(why, assertInstanceOf(Answer.Refused.class, answer, answer::toString).code());
    }
}
