package org.subhasta.auction.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Money;

/** Who may take part, and with which opening position. */
final class Admission {

    private Admission() {
    }

    static Optional<AuctionRefusal> judge(Transition transition, Act.Admit act, Instant at) {
        Standings standings = transition.standings();
        Terms terms = transition.terms();
        if (!(transition.stage() instanceof Stage.Waiting)) {
            return Optional.of(AuctionRefusal.ADMISSION_OVER);
        }
        if (standings.participants().size() >= Terms.MOST_PARTICIPANTS) {
            return Optional.of(AuctionRefusal.TOO_MANY_PARTICIPANTS);
        }
        if (standings.participants().get(act.participant()).isPresent()
                || standings.participants().values().stream()
                        .anyMatch(other -> other.alias().equals(act.alias()))) {
            return Optional.of(AuctionRefusal.ADMITTED_ALREADY);
        }
        Optional<Score> score = terms.scoring().score(act.marks());
        if (score.isEmpty()) {
            return Optional.of(AuctionRefusal.MARKS_DO_NOT_FIT);
        }
        Optional<AuctionRefusal> misplaced =
                act.position().flatMap(position -> judge(standings, position));
        if (misplaced.isEmpty()) {
            admit(transition, act, score.get(), at);
        }
        return misplaced;
    }

    private static Optional<AuctionRefusal> judge(Standings standings, Money position) {
        Terms terms = standings.terms();
        if (!position.currency().equals(terms.currency())) {
            return Optional.of(AuctionRefusal.WRONG_CURRENCY);
        }
        if (!position.isPositive()) {
            return Optional.of(AuctionRefusal.NOT_POSITIVE);
        }
        if (terms.phases().getFirst().mechanism().isClock()) {
            return Optional.of(AuctionRefusal.NO_POSITION_BEFORE_A_CLOCK);
        }
        return standings.limit(0).admits(terms.direction(), Fraction.of(position.amount()))
                ? Optional.empty() : Optional.of(AuctionRefusal.BEYOND_LIMIT);
    }

    private static void admit(Transition transition, Act.Admit act, Score score, Instant at) {
        Standings standings = transition.standings();
        standings.put(Participant.admitted(act.participant(), act.alias(),
                standings.participants().size(), score));
        transition.record(new Fact.ParticipantAdmitted(at, act.participant()));
        act.position().ifPresent(position -> transition.take(at, List.of(new Bid(
                "position-" + act.participant(), act.participant(), BidKind.BID, position,
                score.ranking(transition.terms().direction(),
                        Fraction.of(position.amount())),
                transition.nextSequence(), -1))));
    }
}
