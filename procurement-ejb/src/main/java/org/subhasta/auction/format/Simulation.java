package org.subhasta.auction.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.subhasta.auction.format.AuctionFile.Participant;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.Answer;
import org.subhasta.auction.model.Auction;
import org.subhasta.auction.model.AuctionRefusal;
import org.subhasta.auction.model.Fact;
import org.subhasta.auction.model.Lots;
import org.subhasta.auction.model.Scoring.Marks;
import org.subhasta.kernel.Refusal;

/**
 * Runs acts over terms with the engine that runs live auctions: exact, since the instants stand in
 * the file, and immediate, since nobody waits for them.
 */
public final class Simulation {

    private Lots lots;
    /** What time brought to a lot since its last answer. */
    private final Map<String, List<Fact>> passed = new HashMap<>();

    /**
     * An act with its answer.
     *
     * @param passed what the passing of time brought to the lot since the answer before
     * @param after  the lot's auction then; empty where there is no such lot
     */
    public record Answered(RecordedAct act, List<Fact> passed, Answer answer,
                           Optional<Auction> after) {
    }

    private Simulation(Lots lots) {
        this.lots = lots;
    }

    /**
     * Begins the lots and admits those whom the file of terms names; where neither it nor the acts
     * say who is admitted, everybody who acts is, in the order of their first acts.
     */
    public static Read<Simulation> begin(AuctionFile file, List<RecordedAct> acts) {
        Simulation simulation = new Simulation(Lots.begin(file.order(), file.lots()));
        boolean named = !file.participants().isEmpty()
                || acts.stream().anyMatch(act -> act.act() instanceof Act.Admit);
        List<Participant> admitted = named ? file.participants() : acting(acts);
        Instant first = file.lots().values().iterator().next().opensAt().orElseThrow();
        Instant at = acts.isEmpty() || acts.getFirst().at().isAfter(first)
                ? first : acts.getFirst().at();
        Instant before = at.minusSeconds(1);
        List<Fault> faults = new ArrayList<>();
        for (String lot : file.lots().keySet()) {
            for (Participant one : admitted) {
                Answer answer = simulation.judge(lot, new Act.Admit(one.id(), one.alias(),
                        one.marks(), one.position()), before);
                if (answer instanceof Answer.Refused refused) {
                    faults.add(new Fault(one.line(), "Participant “" + one.id()
                            + "” cannot be admitted to lot “" + lot + "”: " + refused.code()));
                }
            }
        }
        return faults.isEmpty() ? new Read<>(Optional.of(simulation), List.of())
                : new Read<>(Optional.empty(), faults);
    }

    private static List<Participant> acting(List<RecordedAct> acts) {
        Set<String> ids = new LinkedHashSet<>();
        for (RecordedAct act : acts) {
            if (act.act() instanceof Act.OfParticipant own) {
                ids.add(own.participant());
            }
        }
        List<Participant> participants = new ArrayList<>();
        for (String id : ids) {
            participants.add(new Participant(id, Integer.toString(participants.size() + 1),
                    Marks.NONE, Optional.empty(), 1));
        }
        return participants;
    }

    /** Judges the acts one after another, then lets time pass until every lot has ended. */
    public void run(List<RecordedAct> acts, Consumer<Answered> answers) {
        for (RecordedAct act : acts) {
            // An interruption gives back the time since it began: no lot passes through that.
            Instant to = act.act() instanceof Act.Interrupted interrupted
                    && !interrupted.from().isAfter(act.at()) && !before(interrupted.from())
                    ? interrupted.from() : act.at();
            advance(to);
            if (lots.auction(act.lot()).isEmpty()) {
                answers.accept(new Answered(act, List.of(), new Answer.Refused(
                        Refusal.of(AuctionRefusal.AUCTION_UNKNOWN)), Optional.empty()));
                continue;
            }
            Answer answer = judge(act.lot(), act.act(), act.at());
            answers.accept(new Answered(act, taken(act.lot()), answer,
                    lots.auction(act.lot())));
        }
        toTheEnd();
    }

    private boolean before(Instant instant) {
        return lots.auctions().values().stream().anyMatch(lot -> instant.isBefore(lot.now()));
    }

    private void advance(Instant to) {
        Lots.Advance advance = lots.advance(to);
        lots = advance.lots();
        advance.facts().forEach(this::pass);
    }

    private void pass(String lot, List<Fact> facts) {
        passed.computeIfAbsent(lot, id -> new ArrayList<>()).addAll(facts);
    }

    private Answer judge(String lot, Act act, Instant at) {
        Auction auction = lots.auction(lot).orElseThrow();
        Auction.Judgement judgement = auction.judge(act, at);
        pass(lot, judgement.passed());
        lots = lots.with(lot, judgement.auction());
        return judgement.answer();
    }

    private void toTheEnd() {
        for (Optional<Instant> due = due(); due.isPresent(); due = due()) {
            advance(due.get());
        }
    }

    /** When something is due next in any lot. */
    private Optional<Instant> due() {
        return lots.auctions().values().stream().map(Auction::nextDeadline)
                .flatMap(Optional::stream).min(Instant::compareTo);
    }

    /** What time brought to a lot since its last answer. */
    public List<Fact> taken(String lot) {
        return Optional.ofNullable(passed.remove(lot)).orElse(List.of());
    }

    /** The lots as they stand. */
    public Lots lots() {
        return lots;
    }
}
