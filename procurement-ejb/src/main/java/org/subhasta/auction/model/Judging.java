package org.subhasta.auction.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.auction.model.Transition.Judged;
import org.subhasta.kernel.Refusal;

/** Judges acts, asking in the order of {@link AuctionRefusal}. */
final class Judging {

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_REASON = 2_000;

    private final Transition transition;
    private final Auction before;
    private final Instant at;

    private Judging(Transition transition, Auction before, Instant at) {
        this.transition = transition;
        this.before = before;
        this.at = at;
    }

    /** Judges; where the act is accepted, the transition bears its effect. */
    static Answer judge(Transition transition, Auction before, Act act, Instant at) {
        Judging judging = new Judging(transition, before, at);
        return switch (act) {
            case Act.OfParticipant bid -> judging.ofParticipant(bid);
            case Act.OfOfficer officer -> judging.answer(judging.ofOfficer(officer));
            case Act.OfSystem system -> judging.answer(judging.ofSystem(system));
        };
    }

    /** Whether an interruption lies in the time that is not recorded yet. */
    static boolean fits(Auction auction, Act.Interrupted act, Instant at) {
        return !act.from().isBefore(auction.now()) && !act.until().isBefore(act.from())
                && !act.until().isAfter(at);
    }

    private Answer answer(Optional<AuctionRefusal> refusal) {
        return refusal.<Answer>map(code -> new Answer.Refused(Refusal.of(code)))
                .orElseGet(() -> new Answer.Accepted(transition.facts()));
    }

    private Answer ofParticipant(Act.OfParticipant act) {
        if (malformed(act)) {
            return refused(AuctionRefusal.ACT_MALFORMED);
        }
        Optional<Participant> participant = transition.standings().participants()
                .get(act.participant()).filter(one -> !one.excluded());
        if (participant.isEmpty()) {
            return refused(AuctionRefusal.NOT_ADMITTED);
        }
        Optional<Judged> judged = transition.judged().get(act.id());
        if (judged.filter(same -> same.act().equals(act)).isPresent()) {
            return new Answer.Repeated(judged.get().answer());
        }
        if (judged.isPresent()) {
            return refused(AuctionRefusal.ACT_ID_REUSED);
        }
        Answer answer = closed()
                .or(() -> acted(act, participant.get()))
                .<Answer>map(Answer.Refused::new)
                .orElseGet(() -> new Answer.Accepted(transition.facts()));
        transition.remember(act, answer);
        return answer;
    }

    private boolean malformed(Act.OfParticipant act) {
        return act.id().isBlank() || act.id().length() > LONGEST_TEXT
                || act instanceof Act.PlaceBid bid && OfferedAmount.malformed(bid, transition.terms());
    }

    private Answer refused(AuctionRefusal code) {
        return new Answer.Refused(Refusal.of(code));
    }

    /** Why nobody may act now; empty where a phase runs. */
    private Optional<Refusal> closed() {
        AuctionRefusal closed = switch (transition.stage()) {
            case Stage.Waiting waiting -> AuctionRefusal.NOT_OPEN_YET;
            case Stage.Ended ended -> AuctionRefusal.AUCTION_CLOSED;
            case Stage.Between between -> paused(AuctionRefusal.BETWEEN_TURNS_OR_PHASES);
            case Stage.Running running -> paused(null);
        };
        return Optional.ofNullable(closed).map(Refusal::of);
    }

    private AuctionRefusal paused(AuctionRefusal otherwise) {
        return transition.pausedSince().isPresent()
                ? AuctionRefusal.AUCTION_PAUSED : otherwise;
    }

    private Optional<Refusal> acted(Act.OfParticipant act, Participant participant) {
        Course course = ((Stage.Running) transition.stage()).course();
        return switch (act) {
            case Act.PlaceBid bid -> placed(bid, participant, course);
            case Act.TakeBack back -> course.placeless(transition, participant, BidKind.BID)
                    .or(() -> course instanceof RoundsCourse rounds
                            ? rounds.takeBack(transition, at, participant.id())
                            : Course.notInThisPhase());
        };
    }

    private Optional<Refusal> placed(Act.PlaceBid act, Participant participant, Course course) {
        OfferedAmount offered = OfferedAmount.of(act, transition.terms());
        Optional<Refusal> refusal = course.placeless(transition, participant, act.kind())
                .or(offered::refusal)
                .or(() -> course.priceless(transition, participant, offered.money()));
        if (refusal.isEmpty()) {
            Fraction ranking = participant.score().ranking(transition.terms().direction(),
                    Fraction.of(offered.money().amount()));
            Bid bid = new Bid(act.id(), participant.id(), act.kind(), offered.money(), ranking,
                    transition.nextSequence(), transition.phase());
            transition.record(new Fact.BidAccepted(at, bid.id(), bid.participant(), bid.kind(),
                    bid.amount(), bid.sequence()));
            course.accept(transition, at, bid);
        }
        return refusal;
    }

    private Optional<AuctionRefusal> ofOfficer(Act.OfOfficer act) {
        if (transition.stage() instanceof Stage.Ended) {
            return Optional.of(AuctionRefusal.AUCTION_CLOSED);
        }
        String reason = act.reason();
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return Optional.of(AuctionRefusal.OFFICER_GIVES_NO_REASON);
        }
        boolean paused = transition.pausedSince().isPresent();
        return switch (act) {
            case Act.Pause pause when paused -> Optional.of(AuctionRefusal.PAUSED_ALREADY);
            case Act.Pause pause -> {
                transition.pause(at);
                transition.record(new Fact.Paused(at, reason));
                yield Optional.empty();
            }
            case Act.Resume resume when !paused -> Optional.of(AuctionRefusal.NOT_PAUSED);
            case Act.Resume resume -> {
                Duration later = transition.resume(at);
                transition.record(new Fact.Resumed(at, reason, later));
                yield Optional.empty();
            }
            case Act.Cancel cancel -> {
                transition.end(at, new Result.Cancelled(reason));
                yield Optional.empty();
            }
            case Act.Extend extend -> extend(extend);
            case Act.Annul annul -> annul(annul);
            case Act.Exclude exclude -> exclude(exclude);
        };
    }

    private Optional<AuctionRefusal> extend(Act.Extend act) {
        boolean fits = !act.by().isNegative() && !act.by().isZero()
                && act.by().compareTo(Mechanism.LONGEST) <= 0 && act.by().getNano() % 1_000 == 0;
        if (!fits || !(transition.stage() instanceof Stage.Running running)) {
            return Optional.of(AuctionRefusal.NOTHING_TO_EXTEND);
        }
        Course later = running.course().later(act.by());
        transition.proceed(later);
        transition.record(new Fact.EndMoved(at, later.deadline(), Optional.of(act.reason())));
        return Optional.empty();
    }

    private Optional<AuctionRefusal> annul(Act.Annul act) {
        Optional<Participant> bidder = transition.standings().participants().values().stream()
                .filter(one -> !one.excluded() && holds(one, act.bid())).findAny();
        if (bidder.isEmpty()) {
            return Optional.of(AuctionRefusal.NO_SUCH_BID);
        }
        Participant one = bidder.get();
        transition.record(new Fact.BidAnnulled(at, act.bid(), one.id(), act.reason()));
        boolean waited = transition.stage() instanceof Stage.Running running
                && running.course().forget(transition, act.bid());
        if (!waited) {
            transition.standings().put(
                    one.history(one.history().without(bid -> bid.id().equals(act.bid()))));
            transition.recompute(at);
        }
        return Optional.empty();
    }

    private boolean holds(Participant one, String bid) {
        return one.history().list().stream().anyMatch(own -> own.id().equals(bid))
                || transition.stage() instanceof Stage.Running running
                        && running.course().waiting(one.id())
                                .filter(own -> own.id().equals(bid)).isPresent();
    }

    private Optional<AuctionRefusal> exclude(Act.Exclude act) {
        Optional<Participant> found = transition.standings().participants()
                .get(act.participant()).filter(one -> !one.excluded());
        if (found.isEmpty()) {
            return Optional.of(AuctionRefusal.PARTICIPANT_UNKNOWN);
        }
        transition.standings().put(found.get().shutOut());
        transition.record(new Fact.ParticipantExcluded(at, act.participant(), act.reason()));
        transition.recompute(at);
        if (transition.stage() instanceof Stage.Running running) {
            running.course().excluded(transition, at, act.participant());
        }
        return Optional.empty();
    }

    private Optional<AuctionRefusal> ofSystem(Act.OfSystem act) {
        if (transition.stage() instanceof Stage.Ended) {
            return Optional.of(AuctionRefusal.AUCTION_CLOSED);
        }
        return switch (act) {
            case Act.Admit admit -> Admission.judge(transition, admit, at);
            case Act.SetOpening opening -> setOpening(opening);
            case Act.Interrupted interrupted -> interrupt(interrupted);
        };
    }

    private Optional<AuctionRefusal> setOpening(Act.SetOpening act) {
        boolean unknown = transition.stage() instanceof Stage.Waiting(Optional<Instant> opensAt)
                && opensAt.isEmpty();
        if (!unknown || act.at().isBefore(at)) {
            return Optional.of(AuctionRefusal.OPENING_SET_ALREADY);
        }
        // A pause gives back what is left of it, not what was over before the opening was set.
        Duration paused = Duration.between(transition.ownTime(at), at);
        transition.openAt(act.at().minus(paused));
        transition.record(new Fact.OpeningSet(at, act.at()));
        return Optional.empty();
    }

    private Optional<AuctionRefusal> interrupt(Act.Interrupted act) {
        if (!fits(before, act, at)) {
            return Optional.of(AuctionRefusal.INTERRUPTION_TOO_EARLY);
        }
        if (transition.pausedSince().isEmpty()) {
            transition.pause(act.from());
        }
        transition.record(new Fact.InterruptionRecorded(
                at, act.from(), act.until(), act.cause()));
        return Optional.empty();
    }
}
